"""A term's folder: every table read once, checked, and told what had to be decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from alignment.term import adjust, rubric
from alignment.term.clock import Moment, NoMoment
from alignment.term.numbers import read_number, show
from alignment.term.people import People, Person, Told, read_roster
from alignment.term.plan import EVERY, NAME, TOTAL, Plan, check_plan, parse
from alignment.term.tables import Read, Row, read_table
from alignment.term.wrong import CannotReckon, Problems, did_you_mean

POINTS, DUE, EXTENSIONS = "points.csv", "due.csv", "extensions.csv"
ADJUST, ROSTER, RUBRIC = "adjust.csv", "roster.csv", "rubric.csv"
COLUMNS = {
    POINTS: (("student", "set", "points", "of"), ("student", "set", "points", "of", "submitted")),
    DUE: (("set", "due"), ("set", "due")),
    EXTENSIONS: (("student", "set", "due"), ("student", "set", "due", "reason", "by")),
    ADJUST: (adjust.NEEDED, adjust.COLUMNS),
    ROSTER: (("student", "name"), ("student", "name", "joined", "left", "section")),
    RUBRIC: (rubric.NEEDED, rubric.COLUMNS),
}
HANDED_IN = "yes"  # in place of a time that nobody knows


@dataclass(frozen=True)
class Given:
    """Points that come from grading and from no table.

    Parameters
    ----------
    student, item : str
        Whose, of what.
    points, of : Fraction, optional
        Earned and possible; None while they are not known.
    submitted : str
        A time, "yes" if only that it came is known, or empty.
    where : str
        The file they are from.
    questions : dict of str to (Fraction, Fraction)
        Earned and possible, by question.
    digest : str
        Of that file's bytes.
    """

    student: str
    item: str
    points: Fraction | None
    of: Fraction | None
    submitted: str
    where: str
    questions: Mapping[str, tuple[Fraction, Fraction]] = field(default_factory=dict)
    digest: str = ""


@dataclass(frozen=True)
class Score:
    """What is known of one person's item.

    Parameters
    ----------
    points : Fraction, optional
        None while it is not known.
    excused, handed_in : bool
        As the table says.
    came : Moment, optional
        When it came, if that is known.
    where : str
        File and line.
    """

    points: Fraction | None
    excused: bool
    handed_in: bool
    came: Moment | None
    where: str


@dataclass(frozen=True)
class Extension:
    """A person's own deadline.

    Parameters
    ----------
    due : Moment
        The last moment on time.
    where : str
        File and line; its reason is read by nobody.
    """

    due: Moment
    where: str


@dataclass
class Inputs:
    """Everything a term is reckoned from.

    Parameters
    ----------
    plan, people : Plan, People
        What counts and who is there.
    scores, extensions : dict
        By person and item.
    of, due : dict
        Points possible and deadline, by item.
    adjustments, marks, questions : dict
        By person and item.
    told : list of Told
        What a teacher should know.
    files : list of (str, str, int)
        Name, SHA-256 and rows of everything that was read.
    """

    plan: Plan
    people: People
    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    of: dict[str, Fraction] = field(default_factory=dict)
    due: dict[str, Moment] = field(default_factory=dict)
    extensions: dict[tuple[str, str], Extension] = field(default_factory=dict)
    adjustments: Mapping[tuple[str, str], tuple[adjust.Adjustment, ...]] = field(
        default_factory=dict
    )
    marks: rubric.Marks = field(default_factory=dict)
    questions: dict[tuple[str, str], Mapping] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    files: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """Return one digest of all inputs."""
        lines = "\n".join(f"{name} {mark}" for name, mark, _ in self.files)
        return sha256(lines.encode()).hexdigest()


def read_plan(folder: Path) -> tuple[dict, str]:
    """Read the plan's table and its digest, unchecked."""
    data = _bytes(folder / NAME)
    if data is None:
        raise CannotReckon(
            f"{folder} holds no {NAME}; write one with: alignment grades {folder} --new"
        )
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
        raise CannotReckon(f"{folder} holds no {POINTS}; its columns are student,set,points,of,"
                           "submitted")  # fmt: skip
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
    _take_due(term, reads.get(DUE), problems)
    _take_extensions(term, reads.get(EXTENSIONS), problems)
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
        raise CannotReckon(f"{path} cannot be read ({error.strerror or error})") from error


def _item(term: Inputs, name: str, where: str, problems: Problems) -> bool:
    if name in term.plan.items:
        return True
    near = did_you_mean(name, term.plan.items)
    problems.add(where, f"the plan has no set {name or '(empty)'}{near}")
    return False


def _take_points(term: Inputs, row: Row, problems: Problems) -> None:
    person = term.people.take(row["student"], row.where, problems)
    item, cell = row["set"], row["points"]
    if not _item(term, item, row.where, problems) or person is None:
        return
    excused = cell.upper() == "EX"
    points = None if excused or cell in ("", "-") else read_number(cell)
    if points is None and not excused and cell not in ("", "-"):
        problems.add(row.where, f"points are {cell}; write a number, EX, or leave the cell empty")
    if points is not None and points < 0:
        problems.add(row.where, f"{cell} is below 0; a deduction belongs in {ADJUST}")
    of = read_number(row["of"]) if row["of"] else None
    if row["of"] and (of is None or of <= 0):
        problems.add(row.where, f"of is {row['of']}; write the points that are possible")
        of = None
    _store(term, row.where, (person, item, points, of, row["submitted"], excused), problems)


def _take_given(term: Inputs, given: Given, problems: Problems) -> None:
    if given.item not in term.plan.items:
        note = f"{given.where}: {given.item} is in no part of the plan, so it does not count"
        term.told.append(Told(given.student, given.item, note, look=False))
        return
    if person := term.people.take(given.student, given.where, problems):
        term.questions[person.id, given.item] = given.questions
        known = (person, given.item, given.points, given.of, given.submitted, False)
        _store(term, given.where, known, problems)


def _store(term: Inputs, where: str, known: tuple, problems: Problems) -> None:
    """Keep one person's item, unless it contradicts what is known already."""
    person, item, points, of, submitted, excused = known
    key = (person.id, item)
    if key in term.scores:
        problems.add(where, f"{person.id} has {item} twice, see {term.scores[key].where}")
        return
    if of is not None and term.of.setdefault(item, of) != of:
        problems.add(where, f"{item} is of {show(of)} here and of {show(term.of[item])} elsewhere")
    came = None
    if submitted and submitted.casefold() != HANDED_IN:
        try:
            came = term.plan.clock.start(submitted)
        except NoMoment as error:
            problems.add(where, f"submitted: {error}")
        else:
            term.told += [Told(person.id, item, f"{where}: {n}", look=False) for n in came.notes]
    term.scores[key] = Score(points, excused, bool(submitted), came, where)


def _check_possible(term: Inputs, problems: Problems) -> None:
    """Note points without a maximum, and points above one that the plan does not lift."""
    for (_, item), score in term.scores.items():
        if score.points is None:
            continue
        if item not in term.of:
            problems.add(score.where, f"{item} has points and no of, the points possible")
        elif score.points > term.of[item] and term.plan.part_of(item).cap == 100:
            problems.add(score.where, f"{show(score.points)} is above the {show(term.of[item])} "
                         f"that are possible; extra points belong in {ADJUST}, and count where "
                         f"the part has a cap above 100 in {NAME}")  # fmt: skip


def _check_decided(term: Inputs, problems: Problems) -> None:
    """Note points decided for an item of which nobody says how many are possible."""
    for (_, item), rows in term.adjustments.items():
        for each in rows:
            if each.points is not None and item not in term.of and item != TOTAL:
                problems.add(each.where, f"nothing says how many points {item} has; add a row "
                             f"with of to {POINTS}")  # fmt: skip


def _no_two_marks(term: Inputs, problems: Problems) -> None:
    for key, marks in term.marks.items():
        score = term.scores.get(key)
        if score and score.points is not None:
            problems.add(score.where, f"{key[0]} has points for {key[1]} here and marks in "
                         f"{marks[0].where}; leave one of them empty")  # fmt: skip


def _take_due(term: Inputs, read: Read | None, problems: Problems) -> None:
    lines: dict[str, str] = {}
    for row in read.rows if read else ():
        item = row["set"]
        if not _item(term, item, row.where, problems):
            continue
        if item in lines:
            problems.add(row.where, f"{item} is due twice, see {lines[item]}")
        lines.setdefault(item, row.where)
        if not row["due"]:
            continue
        try:
            term.due[item] = moment = term.plan.clock.deadline(row["due"])
        except NoMoment as error:
            problems.add(row.where, str(error))
        else:
            _tell_moment(term, "", item, row.where, moment)


def _tell_moment(term: Inputs, student: str, item: str, where: str, moment: Moment) -> None:
    term.told += [Told(student, item, f"{where}: {n}", look=False) for n in moment.notes]
    term.told += [Told(student, item, f"{where}: {n}", "confirm the time") for n in moment.asks]


def _take_extensions(term: Inputs, read: Read | None, problems: Problems) -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in sorted(read.rows if read else (), key=lambda row: row["set"] == EVERY):
        person = term.people.known(row["student"], row.where, problems)
        item = row["set"]
        if item != EVERY and not _item(term, item, row.where, problems):
            continue
        if person is None:
            continue
        if (person.id, item) in seen:
            problems.add(row.where, f"a second extension of {person.id} for {item}, see "
                         f"{seen[person.id, item]}")  # fmt: skip
            continue
        seen[person.id, item] = row.where
        items = [item] if item != EVERY else [i for i in term.plan.items if i in term.due]
        _extend(term, person, items, row, problems)


def _extend(
    term: Inputs, person: Person, items: list[str], row: Row, problems: Problems
) -> None:
    """Give a person a later deadline for some items; a row for one set wins over "*"."""
    later = False
    for item in items:
        general = term.due.get(item)
        if general is None and row["due"].startswith("+"):
            problems.add(row.where, f"{item} has no deadline in {DUE} that could be moved")
            return
        try:
            due = term.plan.clock.postponed(general, row["due"])
        except NoMoment as error:
            problems.add(row.where, str(error))
            return
        if general is not None and due.at <= general.at:
            continue
        later = True
        if (person.id, item) not in term.extensions:
            term.extensions[person.id, item] = Extension(due, row.where)
            _tell_moment(term, person.id, item, row.where, due)
    if not later:
        what = items[0] if len(items) == 1 else "any set"
        problems.add(row.where, f"{row['due']} is not later than the deadline of {what}")


def _tell(term: Inputs, folder: Path, reads: dict[str, Read]) -> None:
    """Tell what the files themselves gave reason to say."""
    for read in reads.values():
        term.told += [Told("", "", f"{read.name} {note}") for note in read.notes]
    term.told[:0] = term.people.told
    for path in sorted(folder.glob("*.csv")):
        near = get_close_matches(path.name.casefold(), list(COLUMNS), n=1, cutoff=0.8)
        if path.name not in reads and near:
            term.told.append(Told("", "", f"{path.name} is not read", f"did you mean {near[0]}?"))
