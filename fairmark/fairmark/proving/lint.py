"""The lint of an exercise set: every check is tried with what it must accept and must refuse.

Its findings are sentences with file and line; no finding is excused by hand.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from fairmark.answers.judging import judge
from fairmark.answers.known import Key, key_from
from fairmark.answers.verdict import NOT_ATTEMPTED, RIGHT, Verdict
from fairmark.answers.writing import numbers
from fairmark.authoring.sets import ExerciseSet, Part, Question, read_set
from fairmark.course import current
from fairmark.proving.catalogue import named
from fairmark.proving.key_builder import build_keys, normalised
from fairmark.proving.mutants import changed_line
from fairmark.proving.rehearsal import Given, Stage, line_of, stages
from fairmark.proving.stale import Stale, about_head, about_question
from fairmark.proving.trials import WORLDS_FOR_EQUIVALENCE, Trial, try_mutants, typed_in

LONGEST_CELL = 12
MOST_WITHOUT_DATA = 0.30
MOST_SURVIVORS = 0.05
LEAST_NAMED = 0.95
NETWORK = {"requests", "urllib", "http", "socket", "ftplib", "httpx", "aiohttp", "pooch"}


@dataclass(frozen=True)
class Finding:
    """One thing to fix, or to look at: where it is and what it is.

    Parameters
    ----------
    file : str
        The source.
    line : int
        Its line.
    sentence : str
        What was found.
    warning : bool
        Whether it may be right as it is, so that it makes no set unsound.
    """

    file: str
    line: int
    sentence: str
    warning: bool = False

    def __str__(self) -> str:
        """Return one line for the terminal."""
        return f"{self.file}, line {self.line}: {self.sentence}"


@dataclass(frozen=True)
class Totals:
    """What the lint counted.

    Parameters
    ----------
    questions, points : int
        In the sets looked at.
    wrong_answers, wrong_caught : int
        Known wrong answers, and those that got exactly their sentence.
    mutants, killed, equivalent : int
        Automatic variants of solutions; equivalent ones are known only where enough other tables
        were tried.
    slips, named : int
        Different wrong answers that the catalogue of mistakes leads to, and those of which a
        student reads what went wrong.
    by_kind : dict of str to list of int
        Kind of answer -> mutants that are not equivalent, and how many of them were killed.
    """

    questions: int = 0
    points: int = 0
    wrong_answers: int = 0
    wrong_caught: int = 0
    mutants: int = 0
    killed: int = 0
    equivalent: int = 0
    slips: int = 0
    named: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)

    def __add__(self, other: "Totals") -> "Totals":
        """Add up two sets."""
        mine, theirs = asdict(self), asdict(other)
        kinds = {
            kind: [a + b for a, b in zip(mine["by_kind"].get(kind, [0, 0]), more, strict=True)]
            for kind, more in theirs["by_kind"].items()
        }
        added = {name: mine[name] + theirs[name] for name in mine if name != "by_kind"}
        return Totals(**added, by_kind={**mine["by_kind"], **kinds})


def lint(source: Path, worlds: Sequence[Path] = ()) -> tuple[list[Finding], Totals]:
    """Look at one exercise set.

    Parameters
    ----------
    source : Path
        Its text.
    worlds : sequence of Path
        Folders with other tables of the same form, on which the solutions must hold too.

    Returns
    -------
    findings : list of Finding
        What is to be fixed, and warnings; only warnings if the set is sound.
    totals : Totals
        What was counted.
    """
    exercise = read_set(source)
    findings = list(_about_set(exercise))
    if findings:  # a cell that waits for input or the network must not be run
        return findings, Totals(len(exercise.questions))
    keys = build_keys(exercise)["questions"]
    findings += _warnings(exercise, about_head(exercise))
    caught, slips, every = 0, [0, 0], stages(exercise)
    for number, stage in enumerate(every):
        question = stage.question
        key = key_from(question.id, keys[question.id])
        findings += _about_question(exercise, question)
        findings += _about_answers(exercise, stage, key)
        missed = list(_missed(exercise, stage, key))
        caught += len(question.wrong) - len(missed)
        findings += missed
        findings += _warnings(exercise, about_question(exercise, stage))
        told = named(stage, every[:number], key)
        slips = [slips[0] + len(told), slips[1] + sum(told.values())]
    if slips[1] < LEAST_NAMED * slips[0]:
        few = f"only {slips[1]} of {slips[0]} slips are told what went wrong"
        findings.append(Finding(f"{exercise.name}.py", 1, few))
    trials = try_mutants(exercise, {name: keys[name]["kind"] for name in keys}, worlds)
    findings += _about_trials(exercise, trials)
    findings += _survivors(exercise, trials)
    findings += _about_worlds(exercise, worlds)
    return findings, _totals(exercise, caught, slips, trials)


def _totals(exercise: ExerciseSet, caught: int, slips: list[int], trials: list[Trial]) -> Totals:
    by_kind: dict[str, list[int]] = {}
    for trial in trials:
        if trial.outcome != "equivalent":
            counted = by_kind.setdefault(trial.kind, [0, 0])
            counted[0] += 1
            counted[1] += trial.outcome == "killed"
    outcomes = [trial.outcome for trial in trials]
    return Totals(
        questions=len(exercise.questions),
        points=sum(q.points for q in exercise.questions),
        wrong_answers=sum(len(q.wrong) for q in exercise.questions),
        wrong_caught=caught,
        mutants=len(trials),
        killed=outcomes.count("killed"),
        equivalent=outcomes.count("equivalent"),
        slips=slips[0],
        named=slips[1],
        by_kind=by_kind,
    )


def _about_trials(exercise: ExerciseSet, trials: list[Trial]) -> Iterator[Finding]:
    """Complain if too many slips of a set go unseen; forms accept every opinion on purpose."""
    counted = [t for t in trials if t.outcome != "equivalent" and t.kind != "form"]
    survived = [t for t in counted if t.outcome == "survived"]
    if len(survived) > MOST_SURVIVORS * len(counted):
        example = survived[0]
        yield Finding(
            f"{exercise.name}.py",
            exercise.question(example.question).solution.line,
            f"{len(survived)} of {len(counted)} slips count as right; one of them in "
            f"{example.question}: {example.mutant.code!r}",
        )


def _survivors(exercise: ExerciseSet, trials: list[Trial]) -> Iterator[Finding]:
    """Name each slip that counts as right, by the line of the solution that it changes."""
    for trial in trials:
        if trial.outcome != "survived" or trial.kind == "form":
            continue
        solution = exercise.question(trial.question).solution
        was, now = changed_line(solution.text, trial.mutant.code)
        yield Finding(
            f"{exercise.name}.py",
            solution.code_line + trial.mutant.line - 1,
            f"this slip ({trial.mutant.kind}) counts as right: {now!r} for {was!r}",
            warning=True,
        )


def _warnings(exercise: ExerciseSet, found: Iterator[Stale]) -> Iterator[Finding]:
    for each in dict.fromkeys(found):
        yield Finding(f"{exercise.name}.py", each.line, each.sentence, warning=True)


def _about_worlds(exercise: ExerciseSet, worlds: Sequence[Path]) -> Iterator[Finding]:
    for name, count in typed_in(exercise, worlds).items():
        if count * WORLDS_FOR_EQUIVALENCE > len(worlds):
            yield _finding(
                exercise,
                exercise.question(name).check,
                f"the shipped answer to {name}, typed in, is right on {count} of "
                f"{len(worlds)} other sets of tables",
            )


def verdict(key: Key, given: Given) -> Verdict:
    """Judge what reached the check; a cell that raised gives no right answer."""
    if given.error is not None:
        return Verdict("not yet", f"raised {type(given.error).__name__}: {given.error}")
    return judge(key, given.value, given.on)


def _about_answers(exercise: ExerciseSet, stage: Stage, key: Key) -> Iterator[Finding]:
    question = stage.question
    wanted = ((question.solution, RIGHT), (question.stub, NOT_ATTEMPTED))
    for part, outcome in wanted:
        found = verdict(key, stage.attempt(part.text))
        if found.outcome != outcome:
            yield _finding(
                exercise, part, f"the {part.role} is {found.outcome!r}, expected {outcome!r}"
            )
    for number in _small(key, stage.attempt(question.solution.text)):
        yield _finding(
            exercise,
            question.check,
            f"the answer to {question.id} holds {number:g}, less than twice the tolerance, "
            "so that its key would tell it; state a smaller tolerance",
        )


def _small(key: Key, given: Given) -> list[float]:
    """Find numbers so small that the offset of their lattice is the number itself."""
    if not key.width or given.error is not None:
        return []
    found = numbers(normalised(given).node)
    return [float(number) for number in found if 0 < abs(number) < key.width]


def _missed(exercise: ExerciseSet, stage: Stage, key: Key) -> Iterator[Finding]:
    for part in stage.question.wrong:
        found = verdict(key, stage.attempt(part.text))
        if found.outcome == RIGHT:
            yield _finding(exercise, part, "this wrong answer counts as right")
        elif found.sentence != part.sentence:
            told = found.sentence or found.outcome
            yield _finding(exercise, part, f"this wrong answer is told {told!r}")


def _about_set(exercise: ExerciseSet) -> Iterator[Finding]:
    whole = sum(q.points for q in exercise.questions)
    without = sum(q.points for q in exercise.questions if q.spec.data == "none")
    if without > MOST_WITHOUT_DATA * whole:
        yield Finding(
            f"{exercise.name}.py",
            1,
            f"{without} of {whole} points need no data; at most {MOST_WITHOUT_DATA:.0%} may",
        )
    for part in exercise.parts:
        if part.kind == "code":
            yield from _about_code(exercise, part)


def _about_code(exercise: ExerciseSet, part: Part) -> Iterator[Finding]:
    lines = len(part.text.splitlines())
    if lines > LONGEST_CELL:
        yield _finding(exercise, part, f"a cell of {lines} lines; at most {LONGEST_CELL} are read")
    try:
        tree = ast.parse(part.text)
    except SyntaxError as error:
        said = f"this is not Python ({error.msg})"
        yield Finding(f"{exercise.name}.py", line_of(part, error), said)
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "input":
            yield _finding(exercise, part, "input() cannot be answered when a notebook is graded")
        if names := _modules(node) & NETWORK:
            yield _finding(exercise, part, f"{names.pop()} reaches for the network")
        if isinstance(node, ast.Constant) and _is_absolute(node.value):
            yield _finding(exercise, part, f"{node.value!r} is a path of one machine only")


def _modules(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").split(".")[0]}
    return set()


def _is_absolute(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return value.startswith(("/", "\\\\")) or (value[1:3] == ":\\" and value[:1].isalpha())


def _about_question(exercise: ExerciseSet, question: Question) -> Iterator[Finding]:
    spec, part = question.spec, question.check
    prompt = next(p.text for p in exercise.parts if p.question == question.id)
    told = " ".join(p.text for p in exercise.parts if p.kind == "markdown" and not p.question)
    problems = {
        "has no hint": not spec.hints,
        "has no explanation": not spec.explanation,
        "has no known wrong answer": not question.wrong,
        f"has the tolerance {spec.tolerance:g}; use 1, 2 or 5 times a power of ten": (
            not _is_round(spec.tolerance)
        ),
        f"does not say `Tolerance: {spec.tolerance:g}` in its prompt": (
            spec.tolerance > 0 and f"Tolerance: {spec.tolerance:g}" not in " ".join(prompt.split())
        ),
        "checks another question's number": f'"{question.id}"' not in part.text,
    }
    told_of = [*_about_tags(spec.tags, told), *(each for each, there in problems.items() if there)]
    for sentence in told_of:
        yield _finding(exercise, part, f"question {question.id} {sentence}")


def _about_tags(given: Mapping[str, tuple[str, ...]], head: str) -> Iterator[str]:
    """Compare a question's tags with what the course says of each."""
    for name, tag in current().tags.items():
        values = given.get(name, ())
        if tag.required and not values:
            yield f"has no line `{name}:`"
        for value in values:
            if tag.allowed and value not in tag.allowed:
                yield f"has the {name} {value!r}, which the course does not list"
            if tag.in_head and f"**{value}**" not in head:
                yield f"has the {name} {value!r}, which the set does not list in bold at its head"


def _is_round(tolerance: float) -> bool:
    return tolerance == 0 or f"{tolerance:e}".split("e")[0] in {"1.000000", "2.000000", "5.000000"}


def _finding(exercise: ExerciseSet, part: Part, sentence: str) -> Finding:
    return Finding(f"{exercise.name}.py", part.line, sentence)
