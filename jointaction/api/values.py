"""What a request may hold: numbers the databases can keep, texts without NUL, lists that end."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

LARGEST_NUMBER = 2**63 - 1
# A NUL cannot be kept by PostgreSQL.
NO_NUL = r"^[^\x00]*$"

Id = Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]
Number = Annotated[int, Field(ge=0, le=10_000)]
Word = Annotated[str, StringConstraints(max_length=300, pattern=NO_NUL)]
Text = Annotated[str, StringConstraints(max_length=50_000, pattern=NO_NUL)]
RowKey = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Texts = Annotated[list[Text], Field(max_length=300)]


class Sent(BaseModel, extra="forbid"):
    """A JSON object a program sends; a field we do not know is refused, since it may be one misspelt."""
