"""No lost edits: an ETag on what can be changed, and If-Match on each change."""

import re

from ninja.params import HeaderEx, P

from jointaction.api.problems import RefusedRequestError
from jointaction.domain.plans import EditConflictError

IfMatch = HeaderEx[str, P(alias="If-Match", description="The ETag of what the change was made from.")]
_STRONG = re.compile(r'"([^"]{1,40})"')
_NUMBER = re.compile(r"[1-9]\d{0,17}")


def etag(version: object) -> str:
    """The header that names a version."""
    return f'"{version}"'


def matched(if_match: str) -> str:
    """The one version a change was made from.

    Raises RefusedRequestError (428) without a version, EditConflictError for what can match nothing.
    """
    if if_match.strip() in {"", "*"}:
        raise RefusedRequestError(
            428, "Read the thing first, then send its ETag as If-Match: so nobody's words are lost."
        )
    found = _STRONG.fullmatch(if_match.strip())
    if found is None:
        raise EditConflictError("If-Match holds no single strong ETag")
    return found[1]


def matched_number(if_match: str) -> int:
    """The version of a document in review that a change was made from."""
    words = matched(if_match)
    if not _NUMBER.fullmatch(words):
        raise EditConflictError("no version of a document")
    return int(words)
