"""A program that calls the API with a token."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from jointaction.changes.tokens import TokenWish, make_token
from jointaction.domain.access import Viewer
from jointaction.domain.tokens import Scope, scopes_open_to

ROOT = "/api/v1"


def token_of(viewer: Viewer, *scopes: Scope) -> str:
    """The secret of a fresh token with these scopes, or with all the person can give."""
    wish = TokenWish("Nightly run", frozenset(scopes or scopes_open_to(viewer)), 30)
    secret = make_token(viewer, wish, idempotency_key=uuid4()).secret
    assert secret
    return secret


@dataclass(frozen=True, slots=True)
class Caller:
    """Sends requests with a token (or none)."""

    secret: str | None

    @classmethod
    def of(cls, viewer: Viewer, *scopes: Scope) -> "Caller":
        """A program of this person."""
        return cls(token_of(viewer, *scopes))

    def __call__(
        self, method: str, address: str, sent: Any = None, *, version: object = None, **headers: str
    ) -> HttpResponse:
        """The answer; `version` goes as If-Match, `sent` as JSON."""
        if self.secret:
            headers["Authorization"] = f"Bearer {self.secret}"
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        client = Client(raise_request_exception=False)
        return client.generic(
            method,
            ROOT + address,
            data=client._encode_json({} if sent is None else sent, "application/json"),
            content_type="application/json",
            headers=headers,
        )

    def get(self, address: str) -> HttpResponse:
        """The answer to a read."""
        return self("GET", address)
