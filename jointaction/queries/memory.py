"""Values a process remembers between requests, the longest unused given up first."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """Keeps values up to a whole weight; the unit of weight is the keeper's choice (rows, letters)."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._lock = Lock()

    def given(self, key: Key | None, make: Callable[[], Value], weigh: Callable[[Value], int]) -> Value:
        """The value kept under a key, else made now and kept; without a key it is made each time."""
        known = self.get(key) if key is not None else None
        if known is not None:
            return known
        new = make()
        if key is not None:
            self.keep(key, new, weight=weigh(new))
        return new

    def get(self, key: Key) -> Value | None:
        """The value kept under a key, or None."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Key, value: Value, *, weight: int) -> None:
        """Keep a value, unless it alone is too heavy."""
        if weight > self._most:
            return
        with self._lock:
            _, before = self._kept.pop(key, (None, 0))
            self._kept[key] = (value, weight)
            self._weight += weight - before
            while self._weight > self._most:
                _, (_, gone) = self._kept.popitem(last=False)
                self._weight -= gone
