"""Build the keys of a set: run each answer once, keep lattice and digest, forget the answer."""

import hashlib
from dataclasses import asdict

from alignment.authoring.copies import student_copy
from alignment.authoring.exercises import ExerciseSet
from alignment.authoring.work import built_digests
from alignment.checks.answers import settle
from alignment.checks.feedback import size_of
from alignment.checks.forms import Form
from alignment.checks.keys import Known, remember
from alignment.checks.parts import take_apart
from alignment.checks.plain import kind_of, plain
from alignment.errors import AlignmentError
from alignment.proving.rehearsal import Given, Stage, asked_name, stages


class NoAnswer(AlignmentError):
    """A solution or a wrong answer of the source gives nothing to compare."""


def build_keys(exercise: ExerciseSet, earlier: dict | None = None) -> dict:
    """Build what the student's kernel may know of a set, for the tables in use.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.
    earlier : dict, optional
        The keys built before; the texts they list stay known as ours.

    Returns
    -------
    dict
        Ready for JSON: version, digests of all texts ever built, and the questions.
    """
    built = built_digests(student_copy(exercise)) | set((earlier or {}).get("built", ()))
    questions = {stage.question.id: _question(exercise, stage) for stage in stages(exercise)}
    return {
        "set": exercise.number,
        "version": exercise.version,
        "built": sorted(built),
        "questions": questions,
    }


def _question(exercise: ExerciseSet, stage: Stage) -> dict:
    question, spec = stage.question, stage.question.spec
    width, salt = 2 * spec.tolerance, _salt(exercise, question.id)
    given = stage.attempt(question.solution.text)
    right = _known(exercise, stage, given, question.solution.line, salt, "")
    answer = settle(given.value, given.on).value
    wrong = [
        _known(exercise, stage, stage.attempt(part.text), part.line, salt, part.sentence)
        for part in question.wrong
    ]
    return {
        "title": question.title,
        "points": question.points,
        "asks": asked_name(question.check.text),
        "stub": question.stub.text,
        "kind": _kind(given),
        "size": [] if given.on is not None else list(size_of(plain(answer))),
        "unit": spec.unit,
        "width": width,
        "salt": salt,
        "hints": list(spec.hints),
        "choices": list(spec.choices),
        "right": _entry(right),
        "wrong": [_entry(each) for each in wrong],
        "parts": [
            f"{part.label} {part.digest} {part.numbers} {part.kind}"
            for part in take_apart(salt, answer, width)
        ],
    }


def _known(
    exercise: ExerciseSet, stage: Stage, given: Given, line: int, salt: str, sentence: str
) -> Known:
    answer = settle(given.value, given.on) if given.error is None else None
    if answer is None or not answer.given or (answer.error is not None and not sentence):
        error = given.error or (answer.error if answer else None)
        what = f"raises {type(error).__name__}: {error}" if error else "gives nothing to check"
        raise NoAnswer(
            f"{exercise.name}.py, line {line}: this answer to {stage.question.id} {what}"
        )
    return remember(salt, answer.value, 2 * stage.question.spec.tolerance, sentence)


def _kind(given: Given) -> str:
    if given.on is not None:
        return "function"
    return "form" if isinstance(given.value, Form) else kind_of(plain(given.value))


def _salt(exercise: ExerciseSet, question: str) -> str:
    return hashlib.sha256(f"{exercise.name} {question}".encode()).hexdigest()[:16]


def _entry(known: Known) -> dict:
    entry = asdict(known)
    entry["offsets"] = list(known.offsets)
    return entry if known.sentence else {k: v for k, v in entry.items() if k != "sentence"}
