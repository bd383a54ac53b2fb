"""The file of the lexicon: TOML, of which the few shapes that it is written in are read a line at a time."""

from collections.abc import Iterator
from typing import Any


def sections_of(text: str) -> dict[str, Any]:
    """The sections of a lexicon's file, by name: keys with texts or lists of texts.

    Reading every line by itself takes a tenth of the time of a parser of all TOML, and the file has thousands of
    groups. It knows `[section]`, `key = "text"`, texts in three quotation marks and lists of one text a line; a file
    in which anything else stands is left to that parser. Raises tomllib.TOMLDecodeError for what is no TOML.
    """
    found = _plain_sections(text)
    if found is None:
        import tomllib

        found = tomllib.loads(text)
    return found


def _plain_sections(text: str) -> dict[str, Any] | None:
    """The same where only those shapes are met, else None."""
    if "\\" in text or "\r" in text or "'''" in text:
        return None
    found: dict[str, Any] = {}
    section: dict[str, Any] = found
    lines = iter(text.split("\n"))
    for line in lines:
        if not line or line.startswith("#"):
            continue
        key, equals, value = line.partition(" = ")
        if not equals:
            name = line[1:-1]
            if line != f"[{name}]" or not _is_name(name) or name in found:
                return None
            section = found[name] = {}
            continue
        read = _value(value, lines)
        if read is None or not _is_name(key) or key in section:
            return None
        section[key] = read
    return found


def _is_name(key: str) -> bool:
    return key.isascii() and key.isalpha()


def _value(value: str, lines: Iterator[str]) -> str | int | list[str] | None:
    if value == "[":
        return _texts(lines)
    if value.startswith('"""'):
        return _long_text(value[3:], lines)
    if value.isdecimal() and value.isascii() and value[0] != "0":
        return int(value)
    return _text(value)


def _text(value: str) -> str | None:
    """What stands in one pair of quotation marks."""
    plain = len(value) > 1 and value[0] == value[-1] == '"' and '"' not in value[1:-1] and value.isprintable()
    return value[1:-1] if plain else None


def _texts(lines: Iterator[str]) -> list[str] | None:
    found: list[str] = []
    parted = True
    for line in lines:
        told = line.strip(" ")
        if told == "]":
            return found
        if not told or told[0] == "#":
            continue
        item = told.removesuffix(",")
        read = _text(item)
        if read is None or not parted:
            return None
        parted = item != told
        found.append(read)
    return None


def _long_text(begun: str, lines: Iterator[str]) -> str | None:
    """A text in three quotation marks; the line break right after the first three is no part of it."""
    told = [begun] if begun else []
    if begun.endswith('"""'):
        told[0] = begun[:-3]
    else:
        for line in lines:
            told.append(line.removesuffix('"""'))
            if line.endswith('"""'):
                break
        else:
            return None
    read = "\n".join(told)
    return read if '"' not in read and read.replace("\n", " ").isprintable() else None
