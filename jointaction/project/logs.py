"""Log lines as JSON, without content: no words of an exception, no addresses, no queries."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from ipaddress import ip_address

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+\.[\w.-]+")
QUERY = re.compile(r"\?[^\s\"']+")
PERHAPS_ADDRESS = re.compile(r"[0-9a-fA-F:.]{3,}")
MOST_LETTERS = 500
JOBS = "django-q"


class JsonLines(logging.Formatter):
    """One line a record: moment (UTC), level, logger, message and, for an exception, its type and places.

    The text of an exception is left out, since databases and parsers put people's words into it.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": hidden(_message(record))[:MOST_LETTERS],
        }
        if isinstance(status := getattr(record, "status_code", None), int):
            told["status"] = status
        if record.exc_info and record.exc_info[1]:
            told["exception"] = type(record.exc_info[1]).__name__
            told["places"] = places(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    """The message; of a failed job only which one, since what follows are the words of its exception."""
    words = record.getMessage()
    return words.partition(" - ")[0] if record.name == JOBS and record.levelno >= logging.ERROR else words


def hidden(words: str) -> str:
    """The words with every e-mail address, network address and query of an address taken out."""
    words = QUERY.sub("?(query)", EMAIL.sub("(e-mail)", words))
    return PERHAPS_ADDRESS.sub(_hidden_address, words)


def _hidden_address(found: re.Match[str]) -> str:
    try:
        ip_address(found[0].rstrip("."))
    except ValueError:
        return found[0]
    return "(address)"


def places(exception: BaseException) -> list[str]:
    """Where the exception came through, outermost first: file, line and function, and no line of code."""
    frames = traceback.extract_tb(exception.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
