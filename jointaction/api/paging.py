"""Long lists page by page."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

from ninja import Schema
from pydantic import Field

LARGEST_PAGE = 200
Line = TypeVar("Line")


class PageAsked(Schema):
    """Which page of a list, counted from 1, and how many lines it has."""

    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = 50


class Paged(Schema, Generic[Line]):
    """One page of a list and how many lines the whole list has."""

    items: list[Line]
    page: int
    size: int
    total: int


def paged(lines: Sequence[Line], asked: PageAsked) -> Paged[Line]:
    """The asked page of a list that is known whole."""
    start = (asked.page - 1) * asked.size
    return page_of(lines[start : start + asked.size], asked, len(lines))


def page_of(lines: Sequence[Line], asked: PageAsked, total: int) -> Paged[Line]:
    """A page that was read as one."""
    return Paged[Line].model_construct(items=list(lines), page=asked.page, size=asked.size, total=total)
