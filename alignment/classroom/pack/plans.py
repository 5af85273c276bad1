"""Minute plans: what a class does together, what each does at home, with clock times that add up.

The minutes of a section and of a question are those of the course's formula. What has no formula
(a discussion) has a fixed time, which is named here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignment.classroom.lots import voices_of
from alignment.classroom.pack.lesson import OTHER_SIDE, SAID, SCORES, Lesson, Section
from alignment.errors import AlignmentError
from fairmark.authoring import minutes as rates
from fairmark.authoring.exercises import ExerciseSet

OPENING, TALK, CLOSING, QUESTIONS = 4, 12, 5, 10  # minutes that no formula gives


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
    """

    title: str
    parts: Sequence[tuple[Lesson, Sequence[str] | None]]
    minutes: int

    @property
    def main(self) -> Lesson:
        """The lesson that the session is mostly about: the one with most sections in it."""
        return max(self.parts, key=lambda part: 99 if part[1] is None else len(part[1]))[0]


def plan(session: Session, sets: dict[str, ExerciseSet]) -> list[str]:
    """Write one session as lines of Markdown."""
    rows, home = rows_of(session, sets)
    clock, lines = 0, ["| from | minutes | what | with |", "|---|---|---|---|"]
    for row in rows:
        lines.append(f"| {clock // 60}:{clock % 60:02} | {row.minutes} | {row.what} | "
                     f"{row.using} |")  # fmt: skip
        clock += row.minutes
    lines += ["", f"At home: {home}"] if home else []
    main = session.main
    asked = [p for lesson, _ in session.parts for p in lesson.guesses
             if any(p.id in row.using for row in rows)]  # fmt: skip
    if asked:
        lines += ["", "**Guesses and what the data say**", ""]
        lines += [f"- {p.id}: {p.question} **{p.answer or 'each one’s own'}**" for p in asked]
    changes = [change for lesson, allowed in session.parts
               for section in lesson.sections if _may(section, allowed)
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
    candidates = [(lesson, section) for lesson, allowed in session.parts
                  for section in lesson.sections if _may(section, allowed)]  # fmt: skip
    exercise = sets.get(session.main.number)
    first, rest = in_class(exercise)
    fixed = OPENING + TALK + CLOSING + sum(cost for _, cost in first)
    chosen = _chosen(candidates, session.minutes - fixed)
    rows = [Row(OPENING, "the question of the day; each writes an answer down",
                _plain(session.main.question) or "the course in one sentence")]  # fmt: skip
    rows += [Row(section.minutes, f"{lesson.number}. {section.name}", _with(section))
             for lesson, section in chosen]  # fmt: skip
    spare = session.minutes - fixed - sum(section.minutes for _, section in chosen)
    panels = [name for _, section in chosen for name in section.panels]
    using = f"{panels[-1]}: look for the setting that changes the answer" if panels else (
        "a second setting of the lines below")  # fmt: skip
    if spare:
        rows.append(Row(spare, "pairs try their own setting", using))
    rows.append(Row(TALK, "discussion, roles by lot", f"{_sides(session.main)}; the questions "
                    "below"))  # fmt: skip
    if first:
        names = ", ".join(name for name, _ in first)
        rows.append(Row(sum(cost for _, cost in first), "core questions, alone", names))
    scored = any(s.heading.startswith(SCORES) for lesson, _ in session.parts
                 for s in lesson.sections)  # fmt: skip
    closing = "ScoreSheet: low, most likely, high, one note; " if scored else ""
    rows.append(Row(CLOSING, "close", f"{closing}{SAID}"))
    left = [f"{lesson.number}. {section.name} ({section.minutes})" for lesson, section in candidates
            if (lesson, section) not in chosen]  # fmt: skip
    if rest:
        left.append(f"set {session.main.number}: {', '.join(n for n, _ in rest)} "
                    f"({sum(c for _, c in rest)} minutes)")  # fmt: skip
    return rows, "; ".join(left) + ("." if left else "")


def in_class(exercise: ExerciseSet | None) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Split a set's core questions into those of the session and those for home, with minutes.

    A set that marks no core question gives its first ones.
    """
    if exercise is None:
        return [], []
    core = [q for q in exercise.questions if q.spec.core] or list(exercise.questions)
    known, first, rest = rates.rates(), [], []
    for q in core:
        cost = round(known[rates.kind(q)] + 0.5)
        fits = sum(c for _, c in first) + cost <= QUESTIONS and not rest
        (first if fits else rest).append((f"{q.id} {q.title}", cost))
    return first, rest


def _chosen(candidates: list, budget: int) -> list:
    """Take what is asked about first, then the rest in order, as long as it fits."""
    taken = set()
    for wanted in (True, False):
        for k, (_, section) in enumerate(candidates):
            if bool(section.guesses) is wanted and section.minutes <= budget and k not in taken:
                taken.add(k)
                budget -= section.minutes
    return [candidates[k] for k in sorted(taken)]


def _may(section: Section, allowed: Sequence[str] | None) -> bool:
    if not section.is_taught:
        return False
    return allowed is None or any(section.name.startswith(each) for each in allowed)


def _with(section: Section) -> str:
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
    dealt = ", ".join(_voices(lesson)) or "six roles"
    return f"{OTHER_SIDE}: {dealt}" if there else dealt


def _plain(text: str) -> str:
    return text.replace("|", "/").replace("*", "")
