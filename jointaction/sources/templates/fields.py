"""The values a template may name: nested, each knowing its own name, so that a wrong name is told well."""

from difflib import get_close_matches
from typing import Any, NoReturn

from markupsafe import Markup

from jointaction.sources.documents.refusal import RefusedError

RAW = "xml"


class Fields:
    """Named values of a template; nothing but what it names can be reached through it."""

    __slots__ = ("_name", "_values")

    def __init__(self, name: str, values: dict[str, Any]) -> None:
        self._name = name
        self._values = {key: _value(f"{name}.{key}" if name else key, each) for key, each in values.items()}

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __iter__(self) -> NoReturn:
        raise RefusedError(f"“{self._name}” is no list; name one of its parts: {self._parts}.")

    def __repr__(self) -> str:
        raise RefusedError(f"“{self._name}” has several parts; name one: {self._parts}.")

    @property
    def _parts(self) -> str:
        return ", ".join(sorted(self._values))

    def wrong(self, key: str) -> str:
        """The sentence for a name that is not here, with the one that was probably meant."""
        inside = f"{self._name}." if self._name else ""
        close = get_close_matches(key, self._values, n=1, cutoff=0.5)
        if close:
            return f"“{inside}{key}” is not a field; did you mean “{inside}{close[0]}”?"
        return f"“{inside}{key}” is not a field. There are: {self._parts}."

    def whole(self) -> dict[str, Any]:
        """The values by name, as a template is given them."""
        return dict(self._values)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return Markup(value[RAW]) if set(value) == {RAW} else Fields(name, value)  # noqa: S704  # our own table
    if isinstance(value, list):
        one = name.rpartition(".")[2].removesuffix("es" if name.endswith("boxes") else "s")
        return [_value(one, each) for each in value]
    return value
