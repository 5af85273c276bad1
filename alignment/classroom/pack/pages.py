"""The written pages of the pack, from sets, tables, the rubric and `docs/teaching/source`."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from alignment.classroom.pack.outline import Lesson
from alignment.classroom.rubric import MEMO, SHEETS
from alignment.classroom.skills import FORMS, ITEMS, LETTERS, answers, asked, key
from alignment.errors import AlignmentError
from alignment.tables import load
from fairmark.authoring.sets import CORE, ExerciseSet, core_of


def key_page(sets: Mapping[str, ExerciseSet]) -> str:
    """Write every question with its answer."""
    parts = ["# Answer key\n", "For teachers, to read on paper. Other ways may be right too.\n"]
    for number, exercise in sets.items():
        parts.append(f"## Set {number}\n")
        core = core_of(exercise.questions)
        for q in exercise.questions:
            mark = CORE if q in core else ""
            parts += [f"### {q.id} {q.title} ({q.points})\n", f"{mark}{q.solution.sentence}\n"]
            parts.append(f"```python\n{q.solution.text.strip()}\n```\n")
    return "\n".join(parts)


def misunderstandings(sets: Mapping[str, ExerciseSet], kinds: Mapping[str, Sequence[str]]) -> str:
    """Group what wrong answers are told: by kind over the course, then by set and question.

    Parameters
    ----------
    sets : mapping
        Exercise sets by number.
    kinds : mapping of str to sequence of str
        Kind of misunderstanding to the words that tell it, in lower case.
    """
    found: dict[str, list[str]] = defaultdict(list)
    by_set: list[str] = []
    for number, exercise in sets.items():
        by_set.append(f"## Set {number}\n")
        for q in exercise.questions:
            sentences = [wrong.sentence for wrong in q.wrong if wrong.sentence]
            by_set += [f"**{q.id} {q.title}**\n", *(f"- {each}" for each in sentences), ""]
            for each in sentences:
                found[_kind(each, kinds)].append(q.id)
    parts = ["# Likely misunderstandings\n",
             f"{sum(map(len, found.values()))} wrong answers that the sets know, by kind. A kind "
             "is told by the words of its sentence, so read it as a guide to where to look.\n",
             "| kind | how many | most often in |", "|---|---|---|"]  # fmt: skip
    for kind in [*kinds, OTHER]:
        often = Counter(name.partition(".")[0] for name in found[kind]).most_common(3)
        where = ", ".join(f"[set {int(n):02}](#set-{int(n):02}) ({k})" for n, k in often)
        parts.append(f"| {kind} | {len(found[kind])} | {where} |")
    return "\n".join([*parts, "", "What each wrong answer is told, by set:\n", *by_set]) + "\n"


def marking_page() -> str:
    """Write the marking sheets."""
    parts = ["# Marking sheets\n",
             "One source for what reviewers, markers and students see. The conclusion of a memo, "
             "the place of a domain and the size of a score are never marked.\n"]  # fmt: skip
    for name, sheet in SHEETS.items():
        parts += [f"## {name.capitalize()}: {sum(each.points for each in sheet)} points\n",
                  "| criterion | full | half | few |", "|---|---|---|---|"]  # fmt: skip
        for each in sheet:
            cells = [f"{each.earned(level)}: {getattr(each, level)}" for level in
                     ("full", "half", "few")]  # fmt: skip
            parts.append(f"| {each.name} | {' | '.join(cells)} |")
        parts.append("")
    return "\n".join(parts)


def test_page(form: str) -> str:
    """Write one form of the ten items, to print."""
    parts = [f"# Ten items, form {form}\n",
             "Write a code that you will remember and nobody else knows. One letter for each item. "
             "This test counts for no grade. Code: ____________\n"]  # fmt: skip
    for number in range(1, len(ITEMS) + 1):
        parts.append(f"**{number}.** {asked(number, form)}\n")
        parts += [f"- {letter}) {text}" for letter, (text, _) in
                  zip(LETTERS, answers(number, form), strict=True)]  # fmt: skip
        parts.append("")
    return "\n".join(parts)


def test_key() -> str:
    """Write the key of both forms, with the reason why somebody chooses each answer."""
    parts = ["# Key of the ten items\n",
             "Half of the class has form A before and B after, the other half the reverse. "
             "Collect letters in a CSV (code, form, q1 to q10), then: `alignment class learnt "
             "before.csv after.csv --out class/`.\n"]  # fmt: skip
    parts += [f"Form {form}: {key(form)}\n" for form in FORMS]
    for number, item in enumerate(ITEMS, 1):
        parts.append(f"## {number}. {item.skill}\n")
        for form in FORMS:
            right = LETTERS.index(key(form)[number - 1])
            parts += [f"- {form}{' **right**' if k == right else ''} {LETTERS[k]}) {text}: {why}."
                      for k, (text, why) in enumerate(answers(number, form))]  # fmt: skip
        parts.append("")
    return "\n".join(parts)


def discussion_page(lessons: Sequence[Lesson], written: Mapping[str, Any]) -> str:
    """Write each question for discussion with what good answers contain, on each side.

    Raises
    ------
    AlignmentError
        If a question of a lesson has no entry, or an entry no question.
    """
    parts = ["# Questions for discussion\n",
             "What a good answer contains, whichever side it takes. It names evidence and says "
             "what would change it. No side is the right one.\n"]  # fmt: skip
    for lesson in lessons:
        entries = written.get(lesson.number, {})
        if set(entries) != set(lesson.discuss):
            odd = sorted(set(entries) ^ set(lesson.discuss))
            raise AlignmentError(
                f"discussion.yaml and lesson {lesson.number} do not ask the same: {odd[0]}"
            )
        parts += [f"## Lesson {lesson.number}\n", f"*{lesson.title}*\n"]
        for question in lesson.discuss:
            one, other, weak = entries[question]
            parts += [f"**{question}**\n", f"- One side: {one}", f"- Another side: {other}",
                      f"- Not enough: {weak}", ""]  # fmt: skip
    return "\n".join(parts)


def reading_page(lessons: Sequence[Lesson], written: Mapping[str, Any]) -> str:
    """Write the reading list: two views for each topic, then what the lesson names."""
    voices, sources = load("voices"), load("sources").set_index("source_id")
    parts = ["# Reading list\n",
             "Two views for each topic, chosen so that they disagree. The lot decides who argues "
             "which. The lessons' own further reading follows.\n"]  # fmt: skip
    for lesson in lessons:
        parts.append(f"## {lesson.number}. {lesson.title}\n")
        if lesson.number in written:
            parts += [f"- {each}" for each in written[lesson.number]]
        else:
            rows = voices[voices["lesson"].astype(str).str.zfill(2) == lesson.number]
            for _, row in _two(rows).iterrows():
                page = sources.loc[row["source_id"]]
                who = f"**{row['who']}** ({row['capital']}, {row['school']}, {row['date']})"
                parts.append(f"- {who}, reads it as {row['reads_it_as']}: {row['says']} "
                             f"[{page['publisher']}]({page['url']})")  # fmt: skip
        parts += ["", f"Further: {lesson.reading}\n"]
    return "\n".join(parts)


def outcomes(lessons: Sequence[Lesson]) -> str:
    """Write what students will be able to do, by lesson."""
    return "\n".join(f"- Lesson {x.number}: " + " ".join(x.outcomes) for x in lessons)


def hours(lessons: Sequence[Lesson], minutes: Mapping[str, tuple[int, int, int]]) -> str:
    """Write the workload by lesson and in sum.

    Parameters
    ----------
    lessons : sequence of Lesson
        Of the course.
    minutes : mapping of str to (lesson, core of its set, whole set)
        By the course's formula.
    """
    rows = ["| lesson | minutes | core of its set | whole set |", "|---|---|---|---|"]
    rows += [f"| {x.number}. {x.title} | {' | '.join(map(str, minutes[x.number]))} |"
             for x in lessons]  # fmt: skip
    sums = [sum(each[k] for each in minutes.values()) for k in range(3)]
    rows.append(f"| **all** | {sums[0]} | {sums[1]} | {sums[2]} |")
    core, whole = (sums[0] + sums[1]) / 60, (sums[0] + sums[2]) / 60
    rows.append(f"\nThat is {core:.0f} hours with the core of the sets and {whole:.0f} hours with "
                "all of them, from a formula and not from readers who were timed. The memo, its "
                "review and its revision are not in it.")  # fmt: skip
    return "\n".join(rows)


def memos_page(folder: Path, marks: Mapping[str, Any]) -> str:
    """Write the sample memos with their marks and the reasons.

    Raises
    ------
    AlignmentError
        If a memo has no mark for some criterion.
    """
    parts = ["# Three sample memos with marks\n",
             "Written for this course, on its data; no student wrote them, and their writers' "
             "scores and weights are invented. They differ in method and evidence. One that ranks "
             "the domains otherwise can earn the same marks. They are shorter than the memo that "
             "is asked for.\n"]  # fmt: skip
    for name, given in marks.items():
        text = (folder / f"memo-{name}.md").read_text(encoding="utf-8")
        if set(given) != {each.name for each in MEMO}:
            raise AlignmentError(f"marks.yaml does not mark every criterion of memo {name}")
        total = sum(each.earned(given[each.name][0]) for each in MEMO)
        parts += [f"## Memo {name}: {total} of {sum(each.points for each in MEMO)}\n",
                  *(f"> {line}".rstrip() for line in text.strip().splitlines()), "",
                  "| criterion | level | points | reason |", "|---|---|---|---|"]  # fmt: skip
        for each in MEMO:
            level, why = given[each.name]
            parts.append(
                f"| {each.name} | {level} | {each.earned(level)} of {each.points} | {why} |"
            )
        parts.append("")
    return "\n".join(parts)


def read_yaml(path: Path) -> dict[str, Any]:
    """Read a written source."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _two(rows: Any) -> Any:
    """Take the gravest view and one that argues for a smaller one, by a scholar if any."""
    order = {"grave": 0, "none": 1, "open": 2, "limited": 3}
    ranked = rows.assign(rank=rows["reads_it_as"].map(order), last=rows["school"] == "scholarly")
    ranked = ranked.sort_values(["rank", "last"], kind="stable")
    return ranked.iloc[[0, -1]]


OTHER = "other"


def _kind(sentence: str, kinds: Mapping[str, Sequence[str]]) -> str:
    low = sentence.lower()
    return next((kind for kind, words in kinds.items() if any(w in low for w in words)), OTHER)
