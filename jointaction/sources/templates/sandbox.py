"""Jinja with our fields and a few plain filters only: no functions, no Python, no markup of its own."""

from typing import Any, NoReturn

from jinja2 import Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.templates.fields import Fields

_FILTERS = ("upper", "lower", "capitalize", "title", "trim", "replace", "join", "length", "first", "last")
_OF_LOOP = frozenset({"first", "last", "index", "length"})


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment templates run in; whatever is no field refuses the template at once."""

    def __init__(self, fields: Fields) -> None:
        super().__init__(autoescape=True)
        self.fields = fields
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.undefined = self._undefined  # type: ignore[assignment]  # called, never subclassed

    def _undefined(
        self, hint: str | None = None, obj: object = missing, name: str | None = None, **_: Any
    ) -> Undefined:
        """The first of nothing is nothing; a wrong name is refused."""
        if name is None:
            return Undefined(hint)
        return self._refuse(obj, str(name))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Only what texts can do by themselves, such as title.upper(), and where a loop stands."""
        if isinstance(obj, LoopContext):
            return attr in _OF_LOOP
        return isinstance(obj, str) and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: object) -> bool:
        """Only what texts can do by themselves."""
        return isinstance(getattr(obj, "__self__", None), str)

    def unsafe_undefined(self, obj: object, attribute: str) -> NoReturn:
        """Python's own names are no fields."""
        self._refuse(obj, attribute)

    def _refuse(self, obj: object, name: str) -> NoReturn:
        whole = self.fields if obj is missing else obj
        told = whole.wrong(name) if isinstance(whole, Fields) else f"“{name}” is not a field."
        raise RefusedError(told)
