"""Attributes worked out once."""

import pytest

from claimtrack.once import kept, once


class _Counting:
    def __init__(self) -> None:
        self.asked = 0

    @once
    def answer(self) -> int:
        """How often it was worked out."""
        self.asked += 1
        return self.asked


def test_is_worked_out_when_first_asked_for_and_kept():
    one, other = _Counting(), _Counting()
    assert one.asked == 0
    assert [one.answer, one.answer] == [1, 1]
    assert other.answer == 1
    assert one.asked == 1


def test_what_fails_is_asked_again():
    class Failing:
        ready = False

        @once
        def answer(self) -> str:
            if not self.ready:
                raise ValueError("not ready")
            return "ready"

    one = Failing()
    with pytest.raises(ValueError, match="not ready"):
        _ = one.answer
    one.ready = True
    assert one.answer == "ready"


def test_keeps_its_docstring_for_those_who_read_the_class():
    assert _Counting.answer.__doc__ == "How often it was worked out."


def test_a_function_is_kept_with_each_object_it_is_asked_of():
    asked = []

    @kept
    def length(of: _Counting) -> int:
        """How long."""
        asked.append(of)
        return len(asked)

    one, other = _Counting(), _Counting()
    assert [length(one), length(other), length(one)] == [1, 2, 1]
    assert asked == [one, other]
    assert length.__doc__ == "How long."


def test_two_functions_of_one_name_in_two_places_are_kept_apart():
    def of(number: int):
        def answer(of: _Counting) -> int:
            return number

        answer.__module__ = f"room{number}"
        return kept(answer)

    counting = _Counting()
    assert [of(1)(counting), of(2)(counting)] == [1, 2]
    assert counting.answer == 1
