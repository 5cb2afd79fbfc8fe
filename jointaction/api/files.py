"""Files an operation answers with."""

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse

# How the description tells of a file.
FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The file",
            "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


def attachment(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file to save under its own name."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
