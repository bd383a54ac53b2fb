"""JSON-LD: claims from schema.org `ClaimReview` and `Claim`, with their speakers and where they appeared."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimtrack.importing.items import items
from claimtrack.importing.nodes import Found
from claimtrack.reading.page import Page
from claimtrack.reading.rules import files as rules

Json = Mapping[str, Any]
_NO_ID = re.compile(r"[\W_]+")
_AN_ID = re.compile(r"[^\W_][\w.-]*")
_ID_LENGTH = 60
NOT_NAMED = "not-named"
"""The speaker of a claim whose author the file does not name."""


def records(pages: Iterable[Page]) -> Iterator[tuple[Page, Iterable[Found]]]:
    """A claim for each `Claim`, and for each `ClaimReview` of one that is not in the file; their speakers and issues.

    What a review found stands in the claim's note: a ledger says what was said, not whether it is so.
    """
    return ((page, list(_records(page))) for page in pages)


def _records(page: Page) -> Iterator[Found]:
    speakers: dict[str, Found] = {}
    issues: dict[str, Found] = {}
    claims: dict[tuple[str, ...], Found] = {}
    by_iri: dict[str, Found] = {}
    said: dict[str, tuple[str, int]] = {}
    found = [(item, at) for item, at in items(page) if _is(item, "Claim") or _is(item, "ClaimReview")]
    if not found and not page.problems:
        page.report(rules.NOT_IMPORTED, 0, "there is no Claim and no ClaimReview in this file")
    for item, at in sorted(found, key=lambda one: _is(one[0], "ClaimReview")):
        reviewed = _object(item.get("itemReviewed")) if _is(item, "ClaimReview") else item
        _note_words(page, said, reviewed, at)
        known = by_iri.get(_word(reviewed.get("@id")))
        if known is None:
            values = _claim(reviewed, _word(item.get("claimReviewed") or reviewed.get("text") or reviewed.get("name")))
            speaker = _speaker(_object(reviewed.get("author")))
            speakers.setdefault(speaker["id"], Found(page, "speaker", speaker, at))
            issue = _issue(_object(reviewed.get("about")))
            if issue:
                issues.setdefault(issue["id"], Found(page, "issue", issue, at))
            values |= {"speaker": speaker["id"], "about": issue.get("id", "")}
            key = (str(values["id"] or ""), speaker["id"], str(values["date"]), str(values["text"]))
            known = claims.setdefault(key, Found(page, "claim", values, at))
            if _word(reviewed.get("@id")):
                by_iri[_word(reviewed["@id"])] = known
        if _is(item, "ClaimReview") and isinstance(known.values, dict):
            notes = (known.values.get("note"), _note(item))
            known.values["note"] = "\n".join(one for one in notes if one)
    yield from (*speakers.values(), *issues.values(), *claims.values())


def _note_words(page: Page, said: dict[str, tuple[str, int]], claim: Json, at: int) -> None:
    """Keep the words of a Claim by its `@id`, with their place; other words under the same one are a problem."""
    iri, words = _word(claim.get("@id")), " ".join(_word(claim.get("text") or claim.get("name")).split())
    if not iri or not words:
        return
    first, there = said.setdefault(iri, (words, at))
    if words != first:
        message = f"the Claim “{iri[:60]}” stands at {page.place(there)} already, in other words"
        page.report(rules.NOT_IMPORTED, at, message, "give one of them another `@id`")


def _is(item: Json, kind: str) -> bool:
    given = item.get("@type")
    names = given if isinstance(given, list) else [given]
    return any(isinstance(name, str) and name.rpartition("/")[2].rpartition(":")[2] == kind for name in names)


def _object(value: Any) -> Json:
    """The first object of what may be one, several, or a text."""
    if isinstance(value, list):
        return _object(value[0]) if value else {}
    if isinstance(value, str):
        return {"name": value, "url": value if "://" in value else ""}
    return value if isinstance(value, dict) else {}


def _word(value: Any) -> str:
    """A text, of what may be one, several, or an object that holds one (`@value`, `name`)."""
    if isinstance(value, list):
        return _word(value[0]) if value else ""
    if isinstance(value, dict):
        held = value.get("@value") or value.get("name")
        return held if isinstance(held, str) else ""
    return "" if value is None or isinstance(value, bool) else str(value)


def _claim(item: Json, text: str) -> dict[str, Any]:
    replaced = item.get("replaces") or []
    appeared = _object(item.get("appearance")) or _object(item.get("firstAppearance"))
    return {
        "id": _own_id(item),
        "text": text,
        "date": _day(item),
        "side": item.get("claimtrack:side") or [],
        "supersedes": [_last(one) for one in (replaced if isinstance(replaced, list) else [replaced])],
        "source": _source(appeared),
    }


def _last(iri: Any) -> str:
    return _word(iri).rpartition(":")[2]


def _day(item: Json) -> str:
    """The date as it was typed, or the day of a moment."""
    date = item.get("temporal") or item.get("datePublished") or item.get("dateCreated") or ""
    return _word(date).partition("T")[0]


def _source(appeared: Json) -> dict[str, Any]:
    url = _word(appeared.get("url"))
    title = _word(appeared.get("name") or appeared.get("headline"))
    return {
        "publisher": _word(_object(appeared.get("publisher")).get("name")),
        "title": "" if title == url else title,
        "url": url,
        "date": _day(appeared),
        "language": _word(appeared.get("inLanguage")),
    }


def _speaker(author: Json) -> dict[str, Any]:
    name = _word(author.get("name"))
    others = author.get("alternateName") or []
    person = not _is(author, "Organization")
    return {
        "id": _own_id(author) or _id(name) or NOT_NAMED,
        "name": name or "Not named",
        "kind": "" if person else "organisation",
        "role": author.get("jobTitle", ""),
        "organisation": _word(_object(author.get("affiliation")).get("name")),
        "aliases": others if isinstance(others, list) else [others],
    }


def _own_id(item: Json) -> str:
    """The identifier of a thing, where a ledger can have it for an id; an address cannot be one."""
    given = _word(item.get("identifier"))
    return given if _AN_ID.fullmatch(given) else ""


def _id(name: str) -> str:
    """An id of a name, in the script in which it is written."""
    return _NO_ID.sub("-", name.casefold())[:_ID_LENGTH].strip("-.")


def _issue(about: Json) -> dict[str, str]:
    if not _is(about, "Question"):
        return {}
    question = _word(about.get("name") or about.get("text"))
    name = _own_id(about) or _id(question)
    return {"id": name, "question": question} if name else {}


def _note(review: Json) -> str:
    rating = _object(review.get("reviewRating"))
    word = _word(rating.get("alternateName") or rating.get("name") or rating.get("ratingValue"))
    by = _word(_object(review.get("author")).get("name"))
    said = f"Rated “{word}”" if word else "Reviewed"
    parts = (said + (f" by {by}" if by else ""), _day(review), _word(review.get("url")))
    return ", ".join(part for part in parts if part)
