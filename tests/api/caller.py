"""A program that calls the API with a token."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from jointaction.changes.tokens import TokenWish, make_token
from jointaction.domain.access import Viewer
from jointaction.domain.tokens import Scope, scopes_open_to
from tests.made_once import made_once

ROOT = "/api/v1"


@made_once
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
        self,
        method: str,
        address: str,
        sent: Any = None,
        *,
        version: object = None,
        client: Client | None = None,
        **headers: str,
    ) -> HttpResponse:
        """The answer; `version` goes as If-Match, `sent` as JSON, or as a form where it holds bytes."""
        if self.secret:
            headers["Authorization"] = f"Bearer {self.secret}"
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        body, kind = _body(sent)
        browser = client or Client(raise_request_exception=False)
        where = address if address.startswith(ROOT) else ROOT + address
        return browser.generic(method, where, data=body, content_type=kind, headers=headers)

    def get(self, address: str, **headers: str) -> HttpResponse:
        """The answer to a read."""
        return self("GET", address, **headers)

    def upload(self, content: bytes, key: object, name: str = "plan.txt") -> HttpResponse:
        """The answer to a document that is brought in."""
        return self("POST", "/imports", {"document": (name, content)}, **{"Idempotency-Key": str(key)})


def _body(sent: Any) -> tuple[bytes, str]:
    if isinstance(sent, bytes):
        return sent, "application/json"
    if isinstance(sent, dict) and any(isinstance(value, tuple) for value in sent.values()):
        files = {name: SimpleUploadedFile(*value) for name, value in sent.items()}
        return encode_multipart(BOUNDARY, files), MULTIPART_CONTENT
    return (b"" if sent is None else json.dumps(sent).encode()), "application/json"
