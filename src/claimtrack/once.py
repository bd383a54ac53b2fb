"""What is worked out of an object when it is first asked for, and kept with it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class once(Generic[_Owner, _Value]):  # noqa: N801 - stands where a function's decorator stands
    """`functools.cached_property` without the lock that it takes up to Python 3.11, which costs four times the rest.

    For classes whose objects have a `__dict__`. Threads that ask at one moment each work it out, to the same answer.
    """

    def __init__(self, work: Callable[[_Owner], _Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> "once[_Owner, _Value]": ...

    @overload
    def __get__(self, instance: _Owner, owner: type[Any]) -> _Value: ...

    def __get__(self, instance: _Owner | None, owner: type[Any]) -> "once[_Owner, _Value] | _Value":
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._work(instance)
        return found


def kept(work: Callable[[_Owner], _Value]) -> Callable[[_Owner], _Value]:
    """`once` for a function that stands beside the class: what a contrast asks of one wording whatever the other."""
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def ask(of: _Owner) -> _Value:
        known = of.__dict__
        try:
            found: _Value = known[name]
        except KeyError:
            found = known[name] = work(of)
        return found

    return ask
