"""`claimtrack review`: one link after another that is worth a person's word."""

from collections.abc import Sequence

import click

from claimtrack.claim import Claim, Ledger, Word
from claimtrack.cli.judge_ import by_option, who
from claimtrack.cli.options import DEFAULT_PATH, read_whole, write
from claimtrack.cli.prompts import wrapped
from claimtrack.errors import UsageError
from claimtrack.evidence import DIFFERENCES
from claimtrack.quantity import quantity
from claimtrack.renderers.phrases import said_when, said_where
from claimtrack.renderers.shown import shown
from claimtrack.tracking.deciding import Question, questions
from claimtrack.writing.judge import Judged, judge, take_back

_WORDS = {"y": Word.SAME, "n": Word.DIFFERENT, "u": Word.UNSURE}
_NAMES = {"yes": "y", "same": "y", "no": "n", "different": "n", "unsure": "u", "skip": "s", "undo": "z", "quit": "q"}
_HELP = (
    "y same, n different, u unsure, s skip, z undo, q quit; words after it say why:",
    "y both quote one readout; n may say first how they differ: n partial one says less",
)


@click.command("review")
@click.argument("path", default=DEFAULT_PATH, metavar="[PATH]")
@click.option("--blind", is_flag=True, help="Hide scores, reasons and what an answer would change.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Ask at most N questions.")
@by_option
def command(path: str, blind: bool, limit: int | None, by: str | None) -> None:
    """Ask for your word on pairs of claims of the ledger at PATH (claims/).

    Those that would change a verdict come first. Each answer is in judgements.yaml before the next question, so you
    can stop at any time; what was judged is not asked again, what was skipped is.
    """
    ledger = read_whole(path, None)
    asked = questions(ledger)[:limit]
    if not asked:
        write("no link waits for a word\n")
        return
    session = _Session(path, ledger, who(by), blind=blind)
    at = 0
    while True:
        step = session.ask(asked, at)
        if step is None:
            break
        at += step
    write(session.summary(len(asked) - at))


class _Session:
    """One sitting: what was answered so far, each with its way back."""

    def __init__(self, path: str, ledger: Ledger, by: str, *, blind: bool) -> None:
        self.path = path
        self.ledger = ledger
        self.by = by
        self.blind = blind
        self.done: list[Judged | None] = []
        """One for each question behind us; None where it was skipped."""

    def show(self, question: Question, number: int, count: int) -> None:
        """Print two claims and, unless blind, why they are asked about."""
        lines = ["", f"{number} of {count}"]
        for letter, claim_id in (("A", question.left), ("B", question.right)):
            claim = self.ledger.claim(claim_id)
            if claim is not None:
                lines += self._claim(letter, claim)
        if not self.blind:
            lines += wrapped(f"paraphrase {question.paraphrase:.2f}: {question.reason}", "  ")
            for change in question.changes:
                between = " and ".join(change.between)
                word = f"{change.word}, {change.relation}" if change.relation else str(change.word)
                told = f"if {word}: {change.issue}, {between}: {change.before} → {change.after}"
                lines += wrapped(told, "  ", "    ")
            if not question.tried:
                lines.append("  what an answer would change was not tried: the ledger is large")
        write(shown("\n".join(lines)) + "\n")

    def _claim(self, letter: str, claim: Claim) -> list[str]:
        speaker = self.ledger.speaker(claim.speaker)
        name = speaker.name if speaker is not None else claim.speaker
        head = " · ".join(part for part in (name, said_when(claim), said_where(claim), claim.id) if part)
        return [*wrapped(f"{letter}  {head}", "", "   "), *wrapped(claim.text, "   ")]

    def ask(self, asked: Sequence[Question], at: int) -> int | None:
        """Put one question and carry out the answer: how far to go on, None to stop.

        Behind the last question only an undo, or the end, is left.
        """
        last = at == len(asked)
        if not last:
            self.show(asked[at], at + 1, len(asked))
        while True:
            given = _answer("that was the last; z takes it back, Enter ends:" if last else "same? [y/n/u/s/z/q]")
            if given is None or (last and not given):
                return None
            word, _, because = given.partition(" ")
            letter = _NAMES.get(word.lower(), word.lower())
            if letter == "q":
                return None
            step = self._undo() if letter == "z" else None if last else self._step(asked[at], letter, because.strip())
            if step is not None:
                return step

    def _step(self, question: Question, letter: str, because: str) -> int | None:
        if letter == "s":
            self.done.append(None)
            return 1
        if letter not in _WORDS:
            for line in _HELP:
                _tell(line)
            return None
        relation, _, rest = because.partition(" ")
        relation = relation.lower()
        if letter == "n" and relation in DIFFERENCES:
            because = rest.strip()
        elif letter == "n" and (near := _near(because)):
            _tell(f"{near} nothing was written")
            return None
        else:
            relation = ""
        try:
            self.done.append(
                judge(
                    self.path,
                    question.left,
                    question.right,
                    _WORDS[letter],
                    because=because,
                    by=self.by,
                    relation=relation,
                )
            )
        except UsageError as error:
            _tell(str(error))
            return None
        return 1

    def _undo(self) -> int | None:
        if not self.done:
            _tell("there is nothing to undo in this sitting")
            return None
        last = self.done[-1]
        if last is not None and last.written:
            try:
                take_back(last)
            except UsageError as error:
                _tell(str(error))
                return None
            _tell(f"taken back out of {last.path}")
        self.done.pop()
        return -1

    def summary(self, left: int) -> str:
        """What was written, and what waits."""
        count = sum(1 for one in self.done if one is not None and one.written)
        skipped = sum(1 for one in self.done if one is None)
        words = [f"{quantity(count, 'judgement')} written"]
        words += [f"{skipped} skipped"] if skipped else []
        words += [f"{left} not asked yet"] if left else []
        return ", ".join(words) + "\n"


def _answer(question: str) -> str | None:
    """A line from the person, or None at the end of the input."""
    try:
        answer: str = click.prompt(question, prompt_suffix=" ", default="", show_default=False)
    except click.Abort:
        write("\n")
        return None
    return answer.strip()


def _near(word: str) -> str:
    """Which relation one word may be meant for; "" where it is near none, or there are more."""
    from claimtrack.reading.nearest import did_you_mean

    return did_you_mean(word, DIFFERENCES) if word and " " not in word else ""


def _tell(text: str) -> None:
    """Print what was found of an answer."""
    write(shown("\n".join(wrapped(text, "  "))) + "\n")
