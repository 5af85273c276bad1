"""The mistakes of the catalogue, made in a solution: what comes out, and what is told of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fairmark.answers.judging import judge
from fairmark.answers.kind import Answer
from fairmark.answers.kinds import kind_named, name_of_kind
from fairmark.answers.known import Key, mistake_digest, part_digest
from fairmark.answers.mistakes import PRIORITY, Mistake
from fairmark.answers.slips import numbers_in
from fairmark.answers.tree import Node, kind_of
from fairmark.answers.verdict import NOT_YET
from fairmark.proving.mutants import Mutant, mutants, results
from fairmark.proving.rehearsal import Given, Stage, asked_name

LAST_ANSWERS = 6  # earlier questions whose answer may be given again
FEW_ENTRIES = 12  # up to here each entry is told its own mistake
# A result that is 100 times too small lies so near to 0 that a tolerance holds many other numbers.
# `answers.slips` looks at scale with the answer itself, 100 times more exactly.
LEFT_TO_SLIPS = ("scale",)
# One number may come out like these by chance, so all entries that they change must be there.
ONE_PLACE = ("column", "label", "year", "off by one")
PLAIN = (0, 1, 100)  # what anybody may write, whatever was done


@dataclass(frozen=True)
class Made:
    """A mistake that was made in a solution, and what reached the check."""

    mutant: Mutant
    given: Given


def catalogue(stage: Stage, before: Sequence[Stage]) -> list[Mutant]:
    """List the ordinary mistakes in a question, as texts of its answer cell.

    Parameters
    ----------
    stage : Stage
        The question.
    before : sequence of Stage
        The questions before it.

    Returns
    -------
    list of Mutant
        The variants of the solution's code, then those of its result.
    """
    question = stage.question
    code, asked = question.solution.text, asked_name(question.check.text)
    found = mutants(code, stage.names)
    right = stage.attempt(code)
    if right.on is not None or not asked or right.error is not None:
        return found
    others = _earlier(stage, before, asked, name_of_kind(right.value))
    added = results(asked, right.value, question.spec.tolerance, others)
    return [*found, *(Mutant(m.kind, f"{code}\n{m.code}", m.detail) for m in added)]


def made(stage: Stage, before: Sequence[Stage], key: Key) -> Iterator[tuple[Made, Answer]]:
    """Make every mistake and keep those that lead to another answer of the right kind."""
    kind = kind_named(key.kind)
    for mutant in sorted(catalogue(stage, before), key=lambda m: PRIORITY[m.kind]):
        given = stage.attempt(mutant.code)
        if given.error is not None:
            continue
        answer = kind.normalise(given.value, given.on)
        if not answer.given or answer.error is not None or kind_of(answer.node) != kind.have:
            continue
        if not key.fits(key.right, answer.node):
            yield Made(mutant, given), answer


def mistakes(stage: Stage, before: Sequence[Stage], key: Key) -> tuple[Mistake, ...]:
    """Make the mistakes of a question recognisable and forget what came out.

    Parameters
    ----------
    stage : Stage
        The question.
    before : sequence of Stage
        The questions before it.
    key : Key
        What is known of it already; an author's own sentence comes first.

    Returns
    -------
    tuple of Mistake
        One per answer, or one per entry where an answer has few.
    """
    found: dict[str, Mistake] = {}
    for each, answer in made(stage, before, key):
        if any(key.fits(known, answer.node) for known in key.wrong):
            continue
        mutant = each.mutant
        for digest in _digests(key, answer, mutant.kind):
            found.setdefault(digest, Mistake(digest, mutant.kind, mutant.detail))
    return tuple(found.values())


def named(stage: Stage, before: Sequence[Stage], key: Key) -> dict[str, bool]:
    """Judge what every mistake leads to, as a student's notebook does.

    Returns
    -------
    dict of str to bool
        Each different wrong answer -> whether its author reads what went wrong, and not only that
        something did. An answer that anybody may write tells nothing of how it was made; it is
        left out.
    """
    found: dict[str, bool] = {}
    for each, answer in made(stage, before, key):
        if _is_plain(answer.node, key.width):
            continue
        verdict = judge(key, each.given.value, each.given.on)
        found.setdefault(verdict.text, verdict.outcome == NOT_YET and verdict.named)
    return found


def _digests(key: Key, answer: Answer, mistake: str) -> list[str]:
    """List what tells a mistake from every other; nothing where chance would lead there too."""
    if mistake in LEFT_TO_SLIPS:
        return []
    kind = kind_named(key.kind)
    whole = [mistake_digest(key.salt, kind.write(key, answer))]
    entries = kind.beside(key, answer) if len(key.parts) <= FEW_ENTRIES else []
    same = len(entries) == len(key.parts) and all(entry.part for entry in entries)
    wrong = [entry for entry in entries if not entry.fits(key.salt)]
    if not entries or not same or key.kind not in ("mapping", "list"):
        return [] if mistake in ONE_PLACE and _is_plain(answer.node, key.width) else whole
    if mistake in ONE_PLACE:
        wrong = [entry for entry in wrong if not _is_plain(entry.node, key.width)]
        if len(entries) - sum(entry.fits(key.salt) for entry in entries) > 1:
            return whole if wrong else []
    return [part_digest(key.salt, e.part.label, e.node, e.spec) for e in wrong if e.part]


def _is_plain(node: Node, width: float) -> bool:
    """Tell whether all its numbers lie within the tolerance of 0, 1 or 100."""
    numbers = list(numbers_in(node))
    near = [any(abs(number - plain) <= width for plain in PLAIN) for number in numbers]
    return bool(width and numbers) and all(near)


def _earlier(stage: Stage, before: Sequence[Stage], asked: str, kind: str) -> dict[str, str]:
    """Find earlier answers of the same kind that still have their name."""
    found = {}
    for each in before:
        name = asked_name(each.question.check.text)
        value = stage.names.get(name)
        if name and name != asked and not callable(value) and name_of_kind(value) == kind:
            found[each.question.id] = name
    return dict(list(found.items())[-LAST_ANSWERS:])
