"""The OpenAPI description of the API, as it is served and as docs/reference/openapi.json keeps it."""

from functools import cache
from typing import Any

from jointaction.api.interface import interface
from jointaction.api.problems import MEDIA_TYPE

ROOT = "/api/v1/"


@cache
def description() -> dict[str, Any]:
    """The description; refusals are told as problem+json."""
    found: dict[str, Any] = dict(interface.get_openapi_schema(path_prefix=ROOT))
    for operations in found["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
    return found
