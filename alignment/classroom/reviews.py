"""Peer reviews on their way back: to each author without a name, and how far reviewers agree.

The reviewers fill in the forms that `memos.write` made. A form is known by the name inside it, so
it may be renamed, zipped by a platform, or saved with semicolons.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignment.classroom.memos import WHO
from alignment.classroom.rubric import LEVELS, MEMO
from alignment.errors import AlignmentError
from alignment.methods.marking import Agreement, agreement
from fairmark.platforms.archive import Archive
from fairmark.platforms.protocol import hidden
from fairmark.spreadsheets import unquoted

ROUGH = 20  # pairs of marks; below, alpha moves a lot from class to class
RANK = {level: len(LEVELS) - 1 - k for k, level in enumerate(LEVELS)}
LARGEST = 200_000  # bytes of a form that are read
_NAME = re.compile(r"\d\d+-[ab]")


@dataclass(frozen=True)
class Review:
    """One filled form.

    Parameters
    ----------
    form : str
        For example "07-a".
    levels : dict of str to str
        By criterion, where a level was given.
    remarks : dict of str to str
        By criterion.
    """

    form: str
    levels: Mapping[str, str]
    remarks: Mapping[str, str]


@dataclass(frozen=True)
class Returned:
    """What came back.

    Parameters
    ----------
    pages : dict of str to str
        By memo number: the page for its author, in Markdown.
    authors : dict of str to str
        By memo number: the file that its author handed in.
    agreed : dict of str to Agreement
        By criterion, and "all" for every criterion together; empty below two memos with both.
    talk : tuple of str
        Memos and criteria on which two reviewers are more than one level apart.
    problems : tuple of str
        Sentences about forms that are missing, twice there, or not filled in.
    """

    pages: Mapping[str, str]
    authors: Mapping[str, str]
    agreed: Mapping[str, Agreement]
    talk: tuple[str, ...]
    problems: tuple[str, ...]


def gather(folder: Path, reviews: Path) -> Returned:
    """Read the filled forms and put them together by memo.

    Parameters
    ----------
    folder : Path
        With the filled forms, in any subfolders and under any names.
    reviews : Path
        The folder that `alignment class reviews` wrote; it knows whose memo is whose.

    Returns
    -------
    Returned
        A page holds what both reviewers wrote and no reviewer's name.

    Raises
    ------
    AlignmentError
        If one of the two folders is not what it should be.
    """
    forms = _expected(reviews)
    found: dict[str, Review] = {}
    problems = []
    for name, content, problem in _handed_in(folder):
        review, said = (None, [problem]) if problem else read_form(content)
        problems += [f"{name}: {each}" for each in said]
        if review is None:
            continue
        if review.form not in forms:
            problems.append(f"{name}: no form {review.form} was given out")
        elif review.form in found:
            problems.append(f"{name}: form {review.form} came twice; the first "
                            "one counts")  # fmt: skip
        else:
            found[review.form] = review
    if not found:
        raise AlignmentError(
            f"{folder} holds no filled review form; put the files review-NN-a.csv there as the "
            "reviewers handed them in"
        )
    problems += [f"form {name} did not come back" for name in forms if name not in found]
    numbers = sorted({name[:-2] for name in forms})
    pages = {n: _page(n, [found.get(f"{n}-{x}") for x in "ab"]) for n in numbers}
    both = [(found[f"{n}-a"], found[f"{n}-b"]) for n in numbers
            if {f"{n}-a", f"{n}-b"} <= set(found)]  # fmt: skip
    return Returned(
        pages,
        {name[:-2]: author for name, author in forms.items()},
        _agreed(both),
        tuple(_apart(both)),
        tuple(problems),
    )


def _handed_in(folder: Path) -> list[tuple[str, bytes, str]]:
    """List the forms: name, content, and why there is none; no link is followed."""
    with Archive(folder) as archive:
        forms = [f for f in archive.files if f.path.suffix.lower() == ".csv" and not hidden(f.path)]
        return sorted((str(file.path), *archive.read(file, LARGEST)) for file in forms)


def read_form(content: bytes) -> tuple[Review | None, list[str]]:
    """Read one form; the sentences say what cannot be used of it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    cut = ";" if first.count(";") > first.count(",") else ","
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=cut) if any(row)]
    except csv.Error as error:
        return None, [f"it cannot be read as a CSV ({error})"]
    if not rows or rows[0][:2] != ["form", "criterion"] or len(rows[0]) < 5:
        return None, ["it is no review form: its first columns are not form and criterion"]
    names = {row[0].strip() for row in rows[1:]}
    if len(names) != 1 or not _NAME.fullmatch(next(iter(names))):
        return None, [f"its column form holds {', '.join(sorted(names)) or 'nothing'}; it should "
                      "hold one name such as 07-a"]  # fmt: skip
    levels, remarks, said = {}, {}, []
    known = {each.name for each in MEMO}
    for row in rows[1:]:
        _, name, _, level, remark = (each.strip() for each in [*row, "", "", "", ""][:5])
        if name not in known:
            said.append(f"there is no criterion {name!r}")
        elif level.lower() in RANK:
            levels[name] = level.lower()
        elif level:
            said.append(f"{name}: the level is {level!r}; it should be {', '.join(LEVELS)}")
        if remark and name in known:
            remarks[name] = remark
    empty = [each.name for each in MEMO if each.name not in levels]
    if empty:
        said.append(f"no level for {', '.join(empty)}")
    return Review(next(iter(names)), levels, remarks), said


def write(done: Returned, out: Path) -> list[Path]:
    """Write a page per author, named after the file the author handed in, and the agreement."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for number, page in done.pages.items():
        stem = done.authors[number].removesuffix(Path(done.authors[number]).suffix)
        target = out / f"{stem.replace('/', '_')}.review.md"
        target.write_text(page, encoding="utf-8")
        written.append(target)
    target = out / "agreement.md"
    target.write_text("\n".join(["# How far the reviewers agree", "", *told(done)]) + "\n",
                      encoding="utf-8")  # fmt: skip
    return [*written, target]


def told(done: Returned) -> list[str]:
    """Say how far reviewers agree, and what to talk about."""
    if not done.agreed:
        return ["Fewer than two memos have both reviews: there is nothing to compare yet."]
    whole = done.agreed["all"]
    lines = [
        f"{whole.pairs} pairs of marks: {whole.same:.0%} the same level, {whole.near:.0%} at most "
        f"one level apart. Krippendorff's alpha is {whole.alpha:.2f} (1 is full agreement, 0 is "
        "chance).",
        "",
        "| criterion | pairs | same level | at most one apart | alpha |",
        "|---|---|---|---|---|",
    ]
    for name, each in done.agreed.items():
        alpha = "all marks alike" if each.alpha != each.alpha else f"{each.alpha:.2f}"
        lines.append(f"| {name} | {each.pairs} | {each.same:.0%} | {each.near:.0%} | {alpha} |")
    if min(each.pairs for each in done.agreed.values()) < ROUGH:
        lines += ["", f"With fewer than {ROUGH} pairs a criterion's alpha is rough."]
    lines += ["", "Reviewers agree because they read alike, not because they are right."]
    if done.talk:
        lines += ["", "More than one level apart, so talk about it:", ""]
        lines += [f"- {each}" for each in done.talk]
    return lines


def _expected(reviews: Path) -> dict[str, str]:
    """Return form name -> the author's file, as `memos.write` noted them."""
    try:
        rows = list(csv.DictReader(io.StringIO((reviews / WHO).read_text(encoding="utf-8"))))
        return {row["form"][len("review-") : -len(".csv")]: unquoted(row["written by"])
                for row in rows}  # fmt: skip
    except (OSError, KeyError):
        raise AlignmentError(
            f"{reviews} holds no {WHO}; name the folder that alignment class reviews wrote"
        ) from None


def _page(number: str, reviews: Sequence[Review | None]) -> str:
    parts = [f"# Reviews of memo {number}\n", "Two classmates read it; neither was told whose it "
             "is. Their levels are advice and not your grade.\n"]  # fmt: skip
    parts += ["| criterion | first reader | second reader |", "|---|---|---|"]
    for each in MEMO:
        levels = [(r.levels.get(each.name, "") if r else "did not come") for r in reviews]
        parts.append(f"| {each.name} | {levels[0]} | {levels[1]} |")
    for reader, review in zip(("first", "second"), reviews, strict=True):
        parts.append(f"\n## What the {reader} reader suggests\n")
        remarks = review.remarks if review else {}
        parts += [f"- **{name}.** {' '.join(text.split())}" for name, text in remarks.items()]
        if not remarks:
            parts.append("No remark.")
    return "\n".join(parts) + "\n"


def _agreed(both: Sequence[tuple[Review, Review]]) -> dict[str, Agreement]:
    marks = {
        each.name: [
            [RANK[a.levels[each.name]], RANK[b.levels[each.name]]]
            for a, b in both
            if each.name in a.levels and each.name in b.levels
        ]
        for each in MEMO
    }
    enough = {name: pairs for name, pairs in marks.items() if len(pairs) > 1}
    if not enough:
        return {}
    every = [pair for pairs in enough.values() for pair in pairs]
    return {"all": agreement(every)} | {name: agreement(p) for name, p in enough.items()}


def _apart(both: Sequence[tuple[Review, Review]]) -> list[str]:
    return [
        f"memo {a.form[:-2]}, {each.name}: {a.levels[each.name]} and {b.levels[each.name]}"
        for a, b in both
        for each in MEMO
        if each.name in a.levels and each.name in b.levels
        and abs(RANK[a.levels[each.name]] - RANK[b.levels[each.name]]) > 1
    ]  # fmt: skip
