"""Score sheets: what a student thinks of one domain, one JSON file per domain.

A sheet holds, per criterion, the lowest, most likely and highest score (0-100) and a note.
"""

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from alignment.errors import AlignmentError
from alignment.messages import say
from fairmark.files import BrokenRecord, home, read_json, write_json

DOMAINS = ("M", "E", "D", "T", "F")
CRITERIA = ("A", "B", "C", "D", "E", "F")
SCHEMA = 1


@dataclass(frozen=True)
class Score:
    """One criterion of one sheet.

    Parameters
    ----------
    low, mode, high : float
        Lowest, most likely and highest score, 0 to 100, in this order.
    note : str
        The evidence in one line; empty if none is given yet.
    """

    low: float
    mode: float
    high: float
    note: str = ""

    def __post_init__(self) -> None:
        numbers = (self.low, self.mode, self.high)
        if not all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in numbers):
            raise AlignmentError(say("record.three_numbers", numbers=numbers))
        if not 0 <= self.low <= self.mode <= self.high <= 100:
            raise AlignmentError(say("record.score_order", numbers=numbers))

    @property
    def evidence(self) -> bool:
        """Whether the note says anything: six letters or digits, of which four differ."""
        signs = [sign for sign in self.note.lower() if sign.isalnum()]
        return len(signs) >= 6 and len(set(signs)) >= 4


@dataclass(frozen=True)
class Sheet:
    """The scores of one domain, by criterion letter.

    Parameters
    ----------
    domain : str
        One of M, E, D, T, F.
    scores : dict of str to Score
        By criterion letter A to F; missing ones are not judged yet.
    """

    domain: str
    scores: dict[str, Score] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.domain not in DOMAINS:
            raise AlignmentError(
                say("record.no_domain", domain=self.domain, domains=", ".join(DOMAINS))
            )
        if unknown := sorted(set(self.scores) - set(CRITERIA)):
            raise AlignmentError(
                say("record.no_criterion", criterion=unknown[0], criteria=", ".join(CRITERIA))
            )


def widened(sheet: Sheet, factor: float) -> Sheet:
    """Widen the ranges of a sheet around their most likely scores, within 0 to 100.

    Parameters
    ----------
    sheet : Sheet
        A sheet; it is not changed.
    factor : float
        1 leaves it as it is.

    Returns
    -------
    Sheet
        With the same most likely scores and notes.
    """
    scores = {}
    for criterion, score in sheet.scores.items():
        low = max(0.0, score.mode - (score.mode - score.low) * factor)
        high = min(100.0, score.mode + (score.high - score.mode) * factor)
        scores[criterion] = replace(score, low=low, high=high)
    return replace(sheet, scores=scores)


def save_sheet(sheet: Sheet) -> Path:
    """Write a sheet into the student's folder.

    Parameters
    ----------
    sheet : Sheet
        The sheet.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    BrokenRecord
        If a file of a newer version lies there, or the folder cannot be written.
    """
    path = _path(sheet.domain)
    load_sheet(sheet.domain)  # a foreign or newer file is not overwritten
    scores = {criterion: asdict(score) for criterion, score in sheet.scores.items()}
    return write_json(path, {"schema": SCHEMA, "domain": sheet.domain, "scores": scores})


def load_sheet(domain: str) -> Sheet | None:
    """Read the sheet of one domain.

    Parameters
    ----------
    domain : str
        One of M, E, D, T, F.

    Returns
    -------
    Sheet or None
        None if there is no sheet yet.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    path = _path(domain)
    record = read_json(path)
    if record is None:
        return None
    if not isinstance(record, dict) or record.get("domain") != domain:
        raise BrokenRecord(_foreign(path, say("record.expected_domain", domain=domain)))
    if record.get("schema") != SCHEMA:
        raise BrokenRecord(
            _foreign(
                path, say("record.expected_version", schema=SCHEMA, found=record.get("schema"))
            )
        )
    try:
        scores = {c: Score(**fields) for c, fields in record["scores"].items()}
        return Sheet(domain, scores)
    except (AlignmentError, TypeError, KeyError, AttributeError) as error:
        raise BrokenRecord(_foreign(path, str(error))) from error


def load_sheets() -> dict[str, Sheet]:
    """Read every sheet there is, by domain letter in the order of the course.

    A file that cannot be read is left out and named in a printed sentence, so that one broken
    file does not hide the other four.

    Returns
    -------
    dict of str to Sheet
        Empty if the student has judged nothing yet.
    """
    sheets: dict[str, Sheet] = {}
    for domain in DOMAINS:
        try:
            sheet = load_sheet(domain)
        except BrokenRecord as error:
            print(say("record.left_out", error=error))
            continue
        if sheet is not None:
            sheets[domain] = sheet
    return sheets


def _path(domain: str) -> Path:
    if domain not in DOMAINS:
        raise AlignmentError(say("record.no_domain", domain=domain, domains=", ".join(DOMAINS)))
    return home() / f"sheet-{domain}.json"


def _foreign(path: Path, found: str) -> str:
    return say("record.broken_sheet", name=path.name, found=found)
