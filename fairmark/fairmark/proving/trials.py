"""Try mutants of every solution, and every solution on other tables: what would slip through?

A mutant is equivalent only if it gives the solution's answer on the shipped tables and on five
others; nothing is excused by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fairmark.answers.writing import Spec, offsets_of, write
from fairmark.authoring.sets import ExerciseSet
from fairmark.course import using
from fairmark.proving.key_builder import normalised
from fairmark.proving.mutants import Mutant, mutants
from fairmark.proving.rehearsal import Given, Stage, stages

WORLDS_FOR_EQUIVALENCE = 5


@dataclass(frozen=True)
class Trial:
    """What became of one mutant.

    Parameters
    ----------
    question, kind : str
        The question, and the kind of answer it asks for.
    mutant : Mutant
        The slip.
    outcome : str
        "killed", "equivalent" or "survived".
    """

    question: str
    kind: str
    mutant: Mutant
    outcome: str


def try_mutants(
    exercise: ExerciseSet, kinds: dict[str, str], worlds: Sequence[Path] = ()
) -> list[Trial]:
    """Try every mutant of every solution.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.
    kinds : dict of str to str
        The kind of answer each question asks for.
    worlds : sequence of Path
        Folders with other tables of the same form.

    Returns
    -------
    list of Trial
        One per mutant.
    """
    trials: list[Trial] = []
    alike: list[tuple[str, Mutant]] = []
    for stage in stages(exercise):
        name = stage.question.id
        for mutant in mutants(stage.question.solution.text, stage.names):
            if _same(stage, mutant.code):
                alike.append((name, mutant))
            else:
                trials.append(Trial(name, kinds[name], mutant, "killed"))
    same_everywhere = _alike_in(exercise, alike, worlds)
    enough = len(worlds) >= WORLDS_FOR_EQUIVALENCE
    for name, mutant in alike:
        equivalent = enough and (name, mutant) in same_everywhere
        outcome = "equivalent" if equivalent else "survived"
        trials.append(Trial(name, kinds[name], mutant, outcome))
    return trials


def typed_in(exercise: ExerciseSet, worlds: Sequence[Path]) -> dict[str, int]:
    """Count on how many other tables the shipped answer, typed in, would still be right.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.
    worlds : sequence of Path
        Folders with other tables of the same form.

    Returns
    -------
    dict of str to int
        By question, for those whose answer comes from tables or fresh inputs.
    """
    shipped = {s.question.id: s.attempt(s.question.solution.text) for s in stages(exercise)}
    counts = dict.fromkeys((q.id for q in exercise.questions if q.spec.data != "none"), 0)
    for world in worlds:
        with using(world):
            for stage in stages(exercise):
                if stage.question.id in counts:
                    right = stage.attempt(stage.question.solution.text)
                    old = shipped[stage.question.id]
                    counts[stage.question.id] += _text(stage, old, right) == _text(
                        stage, right, right
                    )
    return counts


def _alike_in(
    exercise: ExerciseSet, alike: list[tuple[str, Mutant]], worlds: Sequence[Path]
) -> list[tuple[str, Mutant]]:
    for world in worlds:
        with using(world):
            found = {stage.question.id: stage for stage in stages(exercise)}
            alike = [each for each in alike if _same(found[each[0]], each[1].code)]
    return alike


def _same(stage: Stage, code: str) -> bool:
    """Tell whether a variant gives the same canonical answer as the solution."""
    right = stage.attempt(stage.question.solution.text)
    given = stage.attempt(code)
    return given.error is None and _text(stage, given, right) == _text(stage, right, right)


def _text(stage: Stage, given: Given, right: Given) -> str:
    width = 2 * stage.question.spec.tolerance
    offsets = offsets_of(normalised(right).node, width)
    return write(normalised(given).node, Spec(width, offsets))
