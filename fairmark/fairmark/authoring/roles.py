"""The `#|` lines of an exercise cell: its role in the first, YAML in the rest, read into a record.

A word that is not known is answered with the nearest one that is.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from fairmark.authoring.percent import BadSource
from fairmark.course import current

ROLES = ("setup", "stub", "solution", "check", "wrong")
DATA = ("tables", "inputs", "none")
MARK = "#|"


@dataclass(frozen=True)
class CheckSpec:
    """What the lines of a check cell say.

    Parameters
    ----------
    tolerance : float
        How far a number may lie from the right one, in its own unit; 0 asks for the exact value.
    unit : str
        Shown behind numbers ("per cent"); empty for none.
    data : str
        "tables" if the answer comes from the shipped tables, "inputs" if the answer is a
        function tried on fresh inputs, "none" for choices and forms.
    hints : tuple of str
        From general to specific.
    explanation : str
        Two or three sentences: why, and what the common mistake means.
    choices : tuple of str
        The words to choose from; empty if the question is not a choice.
    step : str
        The number of the lesson's step to go back to, or a section's heading up to the colon;
        empty for the lesson as a whole.
    core : bool
        Whether the question belongs to the shorter way through the set.
    tags : mapping of str to tuple of str
        The course's own words, such as the objective the question serves.
    """

    tolerance: float = 0.0
    unit: str = ""
    data: str = "tables"
    hints: tuple[str, ...] = ()
    explanation: str = ""
    choices: tuple[str, ...] = ()
    step: str = ""
    core: bool = False
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def split_role(path: Path, source: str, line: int) -> tuple[str, str, dict, str]:
    """Separate a cell's `#|` lines from its code.

    Parameters
    ----------
    path : Path
        The file, for messages.
    source : str
        The cell's text.
    line : int
        Where it begins in the file.

    Returns
    -------
    role, sentence : str
        From the first `#|` line; both empty if there is none.
    options : dict
        The YAML of the other `#|` lines.
    code : str
        The rest.
    """
    lines = source.splitlines()
    marked = 0
    while marked < len(lines) and lines[marked].startswith(MARK):
        marked += 1
    if not marked:
        return "", "", {}, source
    role, _, sentence = lines[0].removeprefix(MARK).strip().partition(":")
    if role not in ROLES:
        raise BadSource(f"{path.name}, line {line}: {unknown('role', role, ROLES)}")
    text = "\n".join(each.removeprefix(MARK).removeprefix(" ") for each in lines[1:marked])
    options = _yaml(path, text, line)
    if options and role != "check":
        raise BadSource(
            f"{path.name}, line {line}: a {role} cell takes no further lines, "
            f"found {next(iter(options))!r}; write them in the check cell"
        )
    return role, sentence.strip(), options, "\n".join(lines[marked:]).strip("\n")


def check_spec(path: Path, options: dict, line: int) -> CheckSpec:
    """Turn the YAML of a check cell into a record.

    Parameters
    ----------
    path : Path
        The file, for messages.
    options : dict
        The YAML.
    line : int
        Where the cell begins.

    Returns
    -------
    CheckSpec
        With text where text is meant and tuples where lists are.

    Raises
    ------
    BadSource
        If a word is unknown or a value is of another kind.
    """
    tags = current().tags
    plain = [f.name for f in fields(CheckSpec) if f.name != "tags"]
    known = [*plain, *tags]
    values: dict[str, Any] = {"tags": {}}
    for key, value in options.items():
        if key not in known:
            raise BadSource(f"{path.name}, line {line}: {unknown('key', key, known)}")
        if key in tags:
            example: Any = () if tags[key].several else ""
            found = _typed(path, key, value, line, example)
            values["tags"][key] = found if tags[key].several else (found,)
        else:
            values[key] = _typed(path, key, value, line, getattr(CheckSpec(), key))
    spec = CheckSpec(**values)
    if spec.data not in DATA:
        raise BadSource(f"{path.name}, line {line}: {unknown('kind of data', spec.data, DATA)}")
    return spec


def unknown(what: str, found: object, known: Iterable[str]) -> str:
    """Say that a word is not known and which one is nearest."""
    known = list(known)
    near = difflib.get_close_matches(str(found), known, n=1, cutoff=0.4)
    advice = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(known)}"
    return f"{found!r} is not a {what}; {advice}"


def _typed(path: Path, key: str, value: Any, line: int, example: Any) -> Any:
    if isinstance(example, tuple):
        if isinstance(value, list):
            return tuple(" ".join(str(each).split()) for each in value)
        expected = "a list"
    elif isinstance(example, bool):
        if isinstance(value, bool):
            return value
        expected = "true or false"
    elif isinstance(example, float):
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
            return float(value)
        expected = "a number, zero or more"
    elif isinstance(value, (str, int, float)):
        return " ".join(str(value).split())
    else:
        expected = "text"
    raise BadSource(f"{path.name}, line {line}: {key} is {value!r}; expected {expected}")


def _advice(text: str, problem: str) -> str:
    """Say what to do about a text that is not YAML."""
    if "\t" in text:
        return "write blanks instead of the tab"
    if "',' or ']'" in problem or "',' or '}'" in problem:
        return "close the list with a bracket: [C3, C4]"
    return (
        "put a text that holds a colon or begins with a quotation mark into single quotation marks"
    )


def _yaml(path: Path, text: str, line: int) -> dict:
    import yaml

    try:
        found = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        problem = getattr(error, "problem", None) or "it cannot be read"
        mark = getattr(error, "problem_mark", None)
        at = line + 1 + (mark.line if mark else 0)
        raise BadSource(
            f"{path.name}, line {at}: what stands after {MARK} is not YAML ({problem}); "
            f"{_advice(text, problem)}"
        ) from error
    if not isinstance(found, dict):
        raise BadSource(f"{path.name}, line {line}: expected `key: value` behind {MARK}")
    return found
