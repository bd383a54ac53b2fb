"""How many of something, in words."""


def quantity(number: int, noun: str, plural: str = "") -> str:
    """“1 claim”, “1,200 claims”; `plural` where the noun does not make it with an s."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def are(number: int) -> str:
    """The verb beside it: “is” for one, “are” for others."""
    return "is" if number == 1 else "are"
