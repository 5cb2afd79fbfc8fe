"""Why a document is not read: one plain sentence for the person who sent it."""


class RefusedError(Exception):
    """The document cannot be read; `message` says what is wrong, where, and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


DAMAGED = (
    "This file could not be read, so it is damaged or not what its name says. "
    "Open it in the program that made it, save it again and upload that."
)
TOO_DEMANDING = (
    "This file needs more memory or time than any plan we know, so reading it was stopped. "
    "Copy the part with the plan into a new document and upload that."
)
LOCKED = "This file is protected with a password. Save a copy without one and upload that."
