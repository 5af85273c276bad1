"""Build the keys of a set: run each answer once, keep lattice and digest, forget the answer."""

import hashlib
from dataclasses import replace

from fairmark.answers.kind import Answer
from fairmark.answers.kinds import kind_named, name_of_kind
from fairmark.answers.known import Key, sealed
from fairmark.answers.writing import Spec, write
from fairmark.authoring.copies import student_copy
from fairmark.authoring.sets import ExerciseSet, Part, Question
from fairmark.authoring.work import built_digests
from fairmark.errors import CourseError
from fairmark.proving.catalogue import mistakes
from fairmark.proving.rehearsal import Given, Stage, asked_name, line_of, stages, words


class NoAnswer(CourseError):
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
    every = stages(exercise)
    questions = {}
    for number, stage in enumerate(every):
        key = _question(exercise, stage)
        key = replace(key, mistakes=mistakes(stage, every[:number], key))
        questions[stage.question.id] = key.as_json()
    return {
        "set": exercise.number,
        "version": exercise.version,
        "built": sorted(built),
        "questions": questions,
    }


def _question(exercise: ExerciseSet, stage: Stage) -> Key:
    question, spec = stage.question, stage.question.spec
    width, salt = 2 * spec.tolerance, _salt(exercise, question.id)
    given = stage.attempt(question.solution.text)
    name = name_of_kind(given.value, given.on)
    kind = kind_named(name)
    answer = _answer(exercise, stage, given, question.solution)
    wrong = []
    for part in question.wrong:
        given_wrong = stage.attempt(part.text)
        other = _answer(exercise, stage, given_wrong, part)
        wrong.append(kind.remember(other, width, salt, part.sentence))
    right = kind.remember(answer, width, salt)
    section = exercise.section_of(question)
    return Key(
        id=question.id,
        title=question.title,
        points=question.points,
        asks=asked_name(question.check.text),
        stub=question.stub.text,
        kind=name,
        size=kind.size(answer.node),
        unit=spec.unit,
        width=width,
        salt=salt,
        right=right,
        wrong=tuple(wrong),
        why=sealed(salt, write(answer.node, Spec(width, right.offsets)), _why(question)),
        hints=spec.hints,
        choices=spec.choices,
        parts=kind.parts(answer, width, salt),
        step=section.heading if section else "",
        core=question.spec.core,
    )


def _why(question: Question) -> str:
    """Join why the solution is right and what that means: at most 255 blocks can be sealed."""
    return " ".join([question.solution.sentence, question.spec.explanation]).strip()[:2000]


def _answer(exercise: ExerciseSet, stage: Stage, given: Given, part: Part) -> Answer:
    """Normalise an answer of the source; only a known wrong one may raise."""
    answer = normalised(given) if given.error is None else None
    is_wrong = part.role == "wrong"
    if answer is None or not answer.given or (answer.error is not None and not is_wrong):
        error = given.error or (answer.error if answer else None)
        what = f"raises {words(error)}" if error else "gives nothing to check"
        line = line_of(part, error) if error else part.line
        raise NoAnswer(
            f"{exercise.name}.py, line {line}: this answer to {stage.question.id} {what}"
        )
    return answer


def normalised(given: Given) -> Answer:
    """Normalise what reached a check, as the kind it is."""
    kind = kind_named(name_of_kind(given.value, given.on))
    return kind.normalise(given.value, given.on)


def _salt(exercise: ExerciseSet, question: str) -> str:
    return hashlib.sha256(f"{exercise.name} {question}".encode()).hexdigest()[:16]
