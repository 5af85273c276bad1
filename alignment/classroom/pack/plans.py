"""Minute plans: what a class does together, what each does at home, with clock times that add up.

The minutes of a section and of a question are those of the course's formula. What has no formula
(a discussion) has a fixed time, which is named here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from alignment.classroom.lots import ROLES, voices_of
from alignment.classroom.pack.outline import (
    DO,
    LOOK,
    OTHER_SIDE,
    OWN,
    SAID,
    SCORES,
    Lesson,
    Section,
)
from alignment.errors import AlignmentError
from fairmark.authoring import minutes as rates
from fairmark.authoring.sets import ExerciseSet

OPENING, TALK, CLOSING, QUESTIONS = 4, 12, 5, 10  # minutes that no formula gives
SHORT, PAIRS = 3, 10  # at least and at most, for pairs who try their own setting


@dataclass(frozen=True)
class Row:
    """One row of a plan."""

    minutes: int
    what: str
    using: str


@dataclass(frozen=True)
class Session:
    """One session.

    Parameters
    ----------
    title : str
        Of the session.
    parts : sequence of (Lesson, sequence of str or None)
        Lessons, and the beginnings of the headings that may be taught; None for any.
    minutes : int
        Its length.
    first : sequence of str
        Beginnings of the headings that come before all others when the time is short.
    before : sequence of str
        Of those that each does at home before the session.
    longer : mapping of str to int
        Minutes that a class needs on top of a reader's, by the beginning of a heading.
    questions : int
        Minutes for core questions in class.
    """

    title: str
    parts: Sequence[tuple[Lesson, Sequence[str] | None]]
    minutes: int
    first: Sequence[str] = ()
    before: Sequence[str] = ()
    longer: Mapping[str, int] = field(default_factory=dict)
    questions: int = QUESTIONS

    @property
    def main(self) -> Lesson:
        """The lesson that the session is mostly about: the one with most sections in it."""
        return max(self.parts, key=lambda part: 99 if part[1] is None else len(part[1]))[0]


def plan(session: Session, sets: dict[str, ExerciseSet]) -> list[str]:
    """Write one session as lines of Markdown."""
    rows, home = rows_of(session, sets)
    at_home = [each for each in _sections(session) if _in(each[1], session.before)]
    before = "; ".join(f"{x.number}. {section.name} ({section.minutes})" for x, section in at_home)
    before_ids = {name for _, section in at_home for name in section.guesses}
    clock, lines = 0, [f"At home, before the session: {before}.", ""] if before else []
    lines += ["| from | minutes | what | with |", "|---|---|---|---|"]
    for row in rows:
        lines.append(f"| {clock // 60}:{clock % 60:02} | {row.minutes} | {row.what} | "
                     f"{row.using} |")  # fmt: skip
        clock += row.minutes
    lines += ["", f"At home: {home}"] if home else []
    main = session.main
    asked = [p for lesson, _ in session.parts for p in lesson.guesses
             if p.id in before_ids or any(p.id in row.using for row in rows)]  # fmt: skip
    if asked:
        lines += ["", "**Guesses and what the data say**", ""]
        lines += [f"- {p.id}: {p.question} **{p.answer or 'each one’s own'}**" for p in asked]
    changes = [f"{section.name}: {change}" for _, section in _sections(session)
               for change in section.changes]  # fmt: skip
    if changes:
        lines += ["", "**Change in front of the class**", ""]
        lines += [f"- {change}" for change in changes]
    of_lesson = f" --lesson {main.number}" if _voices(main) else ""
    lines += [
        "",
        "**Discuss** (what good answers contain: "
        f"[discussion.md](discussion.md#lesson-{main.number}))",
        "",
        *(f"- {question}" for question in main.discuss),
        "",
        f"**Before class.** [The lesson](../../notebooks/{main.file}), "
        f"[slides-{main.number}.html](slides-{main.number}.html), the lots "
        f"(`alignment class lots --roster list.csv{of_lesson} --out lots.csv`), "
        f"[what goes wrong in this set](misunderstandings.md#set-{main.number}), "
        f"[the key](answer-key.md#set-{main.number}).",
        "",
    ]
    return lines


def rows_of(session: Session, sets: dict[str, ExerciseSet]) -> tuple[list[Row], str]:
    """Return the rows of a session, which fill its minutes, and what is left for home."""
    exercise = sets.get(session.main.number)
    first, rest = in_class(exercise, session.questions)
    candidates = [each for each in _sections(session) if not _in(each[1], session.before)]
    time = session.minutes - OPENING - TALK - CLOSING
    chosen = _chosen(candidates, time - _cost(first), session.first)
    spare = time - _cost(first) - sum(section.minutes for _, section in chosen)
    if spare > PAIRS and session.questions:  # more of the set, and not more of the same panel
        first, rest = in_class(exercise, _cost(first) + spare - PAIRS)
        spare = time - _cost(first) - sum(section.minutes for _, section in chosen)
    rows = [Row(OPENING, "the question of the day; each writes an answer down",
                _plain(session.main.question) or "the course in one sentence")]  # fmt: skip
    rows += [Row(section.minutes, f"{lesson.number}. {section.name}", _with(section))
             for lesson, section in chosen]  # fmt: skip
    panels = [name for _, section in chosen for name in section.panels if name not in OWN]
    using = f"{panels[-1]}: {DO.get(panels[-1], LOOK)}" if panels else (
        "a second setting of the lines below")  # fmt: skip
    talk = TALK + (spare if spare < SHORT else 0)
    if spare >= SHORT:
        rows.append(Row(spare, "pairs try their own setting", using))
    rows.append(Row(talk, "discussion, roles by lot", f"{_sides(session.main)}; the questions "
                    "below"))  # fmt: skip
    if first:
        names = ", ".join(name for name, _ in first)
        rows.append(Row(_cost(first), "core questions, alone", names))
    scored = any(s.heading.startswith(SCORES) for lesson, _ in session.parts
                 for s in lesson.sections)  # fmt: skip
    closing = "ScoreSheet: low, most likely, high, one note; " if scored else ""
    rows.append(Row(CLOSING, "close", f"{closing}{SAID}"))
    left = [f"{lesson.number}. {section.name} ({section.minutes})" for lesson, section in candidates
            if (lesson, section) not in chosen]  # fmt: skip
    if rest:
        left.append(f"set {session.main.number}: {', '.join(n for n, _ in rest)} "
                    f"({_cost(rest)} minutes)")  # fmt: skip
    return rows, "; ".join(left) + ("." if left else "")


def in_class(
    exercise: ExerciseSet | None, budget: int = QUESTIONS
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Split a set's core questions into those of the session and those for home, with minutes.

    A set that marks no core question gives its first ones.
    """
    if exercise is None:
        return [], []
    core = [q for q in exercise.questions if q.spec.core] or list(exercise.questions)
    known, first, rest = rates.rates(), [], []
    for q in core:
        cost = round(known[rates.kind(q)] + 0.5)
        fits = _cost(first) + cost <= budget and not rest
        (first if fits else rest).append((f"{q.id} {q.title}", cost))
    return first, rest


def dealt(lesson: Lesson) -> tuple[str, ...]:
    """Return whom the lots of a lesson deal: its own voices, or else six roles."""
    return _voices(lesson) or ROLES


def _cost(questions: Sequence[tuple[str, int]]) -> int:
    return sum(cost for _, cost in questions)


def _sections(session: Session) -> list[tuple[Lesson, Section]]:
    """Return what may be taught in a session, with the minutes that a class needs."""
    found = []
    for lesson, allowed in session.parts:
        for section in lesson.sections:
            if section.is_taught and (allowed is None or _in(section, allowed)):
                more = sum(m for name, m in session.longer.items() if section.name.startswith(name))
                found.append((lesson, replace(section, minutes=section.minutes + more)))
    return found


def _in(section: Section, names: Sequence[str]) -> bool:
    return any(section.name.startswith(each) for each in names)


def _chosen(candidates: list, budget: int, first: Sequence[str]) -> list:
    """Take what comes first, then what is asked about, then the rest in order, while it fits."""

    def rank(section: Section) -> int:
        return 0 if _in(section, first) else 1 if section.guesses else 2

    taken = set()
    for wanted in range(3):
        for k, (_, section) in enumerate(candidates):
            if rank(section) == wanted and section.minutes <= budget:
                taken.add(k)
                budget -= section.minutes
    return [candidates[k] for k in sorted(taken)]


def _with(section: Section) -> str:
    if "ClassPanel" in section.panels:
        return "the class's page on the projector; each one's own place in the panel"
    parts: Iterator[str] = iter((
        f"guess {', '.join(section.guesses)}" if section.guesses else "",
        f"panel {', '.join(section.panels)}" if section.panels else "",
        f"{len(section.changes)} line{'s' * (len(section.changes) > 1)} to change"
        if section.changes else "",
    ))  # fmt: skip
    return "; ".join(each for each in parts if each) or "read and run together"


def _voices(lesson: Lesson) -> tuple[str, ...]:
    try:
        return voices_of(lesson.number)
    except AlignmentError:  # 01 and 02 are about the text and the method
        return ()


def _sides(lesson: Lesson) -> str:
    """Name whom the lots deal, and the section they speak in, if the lesson has one."""
    there = any(section.heading.startswith(OTHER_SIDE) for section in lesson.sections)
    sides = ", ".join(_voices(lesson)) or "six roles"
    return f"{OTHER_SIDE}: {sides}" if there else sides


def _plain(text: str) -> str:
    return text.replace("|", "/").replace("*", "")
