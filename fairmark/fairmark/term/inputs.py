"""A term's folder: every table read once, checked, and told what had to be decided."""

from collections.abc import Iterable
from difflib import get_close_matches
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from fairmark.course import current
from fairmark.messages import say
from fairmark.term import adjust, rubric
from fairmark.term.checked import (
    ADJUST,
    DUE,
    EXTENSIONS,
    HANDED_IN,
    POINTS,
    ROSTER,
    RUBRIC,
    Given,
    Inputs,
    Score,
)
from fairmark.term.clock import Moment, NoMoment
from fairmark.term.deadlines import known_item, take_due, take_extensions
from fairmark.term.numbers import read_number, show
from fairmark.term.people import People, Person, Told, read_roster
from fairmark.term.plain_tables import Read, Row, read_table
from fairmark.term.plan import NAME, TOTAL
from fairmark.term.planning import check_plan, parse
from fairmark.term.wrong import CannotReckon, Problems

COLUMNS = {
    POINTS: (("student", "set", "points", "of"), ("student", "set", "points", "of", "submitted")),
    DUE: (("set", "due"), ("set", "due")),
    EXTENSIONS: (("student", "set", "due"), ("student", "set", "due", "reason", "by")),
    ADJUST: (adjust.NEEDED, adjust.COLUMNS),
    ROSTER: (("student", "name"), ("student", "name", "joined", "left", "section")),
    RUBRIC: (rubric.NEEDED, rubric.COLUMNS),
}


def read_plan(folder: Path) -> tuple[dict, str]:
    """Read the plan's table and its digest, unchecked."""
    data = _bytes(folder / NAME)
    if data is None:
        program = current().program
        raise CannotReckon(say("plan.none", folder=folder, name=NAME, program=program))
    return parse(data), sha256(data).hexdigest()


def read_term(folder: Path, given: Iterable[Given] = (), plan: dict | None = None) -> Inputs:
    """Read a term's folder.

    Parameters
    ----------
    folder : Path
        With grades.toml and its tables.
    given : iterable of Given
        Points that come from grading.
    plan : dict, optional
        A table in place of the plan's own, to ask what would be if.

    Returns
    -------
    Inputs
        Checked.

    Raises
    ------
    CannotReckon
        With a sentence for each thing that is wrong.
    """
    own, digest = read_plan(folder)
    checked = check_plan(plan or own)
    problems, reads = Problems(), _reads(folder)
    given = list(given)
    sheets = [reads[name] for name in reads if name.startswith("rubric")]
    if POINTS not in reads and not given and not sheets:
        raise CannotReckon(say("points.none", folder=folder, name=POINTS))
    people = People()
    if ROSTER in reads:
        people = read_roster(reads[ROSTER], checked.clock, problems)
    term = Inputs(checked, people)
    term.of = {item: each.possible for item, each in checked.rubrics.items()}
    if POINTS in reads:
        for row in reads[POINTS].rows:
            _take_points(term, row, problems)
    for each in given:
        _take_given(term, each, problems)
    term.marks = rubric.read_marks(sheets, checked, people, problems)
    _no_two_marks(term, problems)
    _check_possible(term, problems)
    take_due(term, reads.get(DUE), problems)
    take_extensions(term, reads.get(EXTENSIONS), problems)
    if ADJUST in reads:
        term.adjustments = adjust.read_adjustments(
            reads[ADJUST], checked, people, term.questions, problems
        )
        _check_decided(term, problems)
    problems.stop()
    people.tell_alike()
    _tell(term, folder, reads)
    term.files = [(NAME, digest, len(checked.parts))]
    term.files += [(read.name, read.digest, len(read.rows)) for read in reads.values()]
    term.files += sorted({(each.where, each.digest, len(each.questions)) for each in given})
    return term


def _reads(folder: Path) -> dict[str, Read]:
    """Read every table of the folder that has one of our names."""
    problems, reads = Problems(), {}
    sheets = sorted(path.name for path in folder.glob("rubric-*.csv"))
    for name in (*COLUMNS, *sheets):
        data = _bytes(folder / name)
        if data is not None:
            needed, known = COLUMNS.get(name, COLUMNS[RUBRIC])
            reads[name] = read_table(name, data, needed, known, problems)
    problems.stop()
    return reads


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotReckon(
            say("term.unreadable", path=path, error=error.strerror or error)
        ) from error


def _take_points(term: Inputs, row: Row, problems: Problems) -> None:
    person = term.people.take(row["student"], row.where, problems)
    item, cell = row["set"], row["points"]
    if not known_item(term, item, row.where, problems) or person is None:
        return
    excused = cell.upper() == "EX"
    points = None if excused or cell in ("", "-") else read_number(cell)
    if points is None and not excused and cell not in ("", "-"):
        problems.add(row.where, say("points.number", found=cell))
    if points is not None and points < 0:
        problems.add(row.where, say("points.below", found=cell, file=ADJUST))
    of = read_number(row["of"]) if row["of"] else None
    if row["of"] and (of is None or of <= 0):
        problems.add(row.where, say("points.of", found=row["of"]))
        of = None
    _store(term, row.where, (person, item, points, of, row["submitted"], excused), problems)


def _take_given(term: Inputs, given: Given, problems: Problems) -> None:
    person = term.people.take(given.student, given.where, problems, given.name)
    if not given.item:
        if given.submitted and person is not None:
            found = say("told.no_set", came=given.submitted)
            term.told.append(Told(person.id, "", found, say("told.ask")))
        return
    if given.item not in term.plan.items:
        note = say("told.no_part", where=given.where, item=given.item)
        term.told.append(Told(given.student, given.item, note, look=False))
        return
    if given.stray:
        found = say("told.stray", where=given.where, item=given.item)
        do = say("told.write_points", file=POINTS)
        term.told.append(Told(given.student, given.item, found, do))
        return
    if person is not None:
        key = (person.id, given.item)
        term.questions[key] = given.questions
        row = term.scores.get(key)
        if row and row.points is None and row.where.startswith(POINTS):
            # A table may say when it came, or that it is excused, and grading what it earned.
            came = row.came or _came(term, person, given, problems)
            handed_in = row.handed_in or bool(given.submitted)
            term.scores[key] = Score(
                given.points, row.excused, handed_in, came, given.where, given.late == "yes"
            )
            _possible(term, given.item, given.of, given.where, problems)
            return
        known = (person, given.item, given.points, given.of, given.submitted, False)
        _store(term, given.where, known, problems, late=given.late == "yes")


def _store(
    term: Inputs, where: str, known: tuple, problems: Problems, *, late: bool = False
) -> None:
    """Keep one person's item, unless it contradicts what is known already."""
    person, item, points, of, submitted, excused = known
    key = (person.id, item)
    if key in term.scores:
        problems.add(
            where, say("points.twice", student=person.id, item=item, where=term.scores[key].where)
        )
        return
    _possible(term, item, of, where, problems)
    given = Given(person.id, item, points, of, submitted, where)
    came = _came(term, person, given, problems)
    term.scores[key] = Score(points, excused, bool(submitted), came, where, late)


def _possible(term: Inputs, item: str, of: Fraction | None, where: str, problems: Problems) -> None:
    """Keep what an item is of; it is the same for everybody."""
    if of is not None and term.of.setdefault(item, of) != of:
        problems.add(
            where, say("points.two_of", item=item, here=show(of), elsewhere=show(term.of[item]))
        )


def _came(term: Inputs, person: Person, given: Given, problems: Problems) -> Moment | None:
    if not given.submitted or given.submitted.casefold() == HANDED_IN:
        return None
    try:
        came = term.plan.clock.start(given.submitted)
    except NoMoment as error:
        problems.add(given.where, say("table.in_column", column="submitted", said=error))
        return None
    notes = [f"{given.where}: {note}" for note in came.notes]
    term.told += [Told(person.id, given.item, note, look=False) for note in notes]
    return came


def _check_possible(term: Inputs, problems: Problems) -> None:
    """Note points without a maximum, and points above one that the plan does not lift."""
    for (_, item), score in term.scores.items():
        if score.points is None:
            continue
        if item not in term.of:
            problems.add(score.where, say("points.no_of", item=item))
        elif score.points > term.of[item] and term.plan.part_of(item).cap == 100:
            numbers = {"points": show(score.points), "of": show(term.of[item])}
            problems.add(score.where, say("points.above", file=ADJUST, plan=NAME, **numbers))


def _check_decided(term: Inputs, problems: Problems) -> None:
    """Note points decided for an item of which nobody says how many are possible."""
    for (_, item), rows in term.adjustments.items():
        for each in rows:
            if each.points is not None and item not in term.of and item != TOTAL:
                problems.add(each.where, say("points.unknown_of", item=item, file=POINTS))


def _no_two_marks(term: Inputs, problems: Problems) -> None:
    for key, marks in term.marks.items():
        score = term.scores.get(key)
        if score and score.points is not None:
            where = marks[0].where
            said = say("points.and_marks", student=key[0], item=key[1], where=where)
            problems.add(score.where, said)


def _tell(term: Inputs, folder: Path, reads: dict[str, Read]) -> None:
    """Tell what the files themselves gave reason to say."""
    for read in reads.values():
        term.told += [Told("", "", f"{read.name} {note}") for note in read.notes]
    term.told[:0] = term.people.told
    for path in sorted(folder.glob("*.csv")):
        near = get_close_matches(path.name.casefold(), list(COLUMNS), n=1, cutoff=0.8)
        if path.name not in reads and near:
            term.told.append(
                Told("", "", say("told.not_read", name=path.name), say("told.near", name=near[0]))
            )
