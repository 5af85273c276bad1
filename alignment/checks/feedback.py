"""What is wrong with an answer that is neither right nor a known mistake: kind, size, scale, gap.

Each function looks at one thing and returns one sentence, or an empty text if it finds nothing.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from alignment.checks.answers import Answer
from alignment.checks.keys import Key
from alignment.checks.parts import Entry, side_by_side
from alignment.checks.plain import NOT_GIVEN, Group, Node, kind_of, plain
from alignment.checks.slips import slip

NOUNS = {
    "number": "one number",
    "text": "a text in quotation marks",
    "truth": "True or False",
    "list": "a list",
    "set": "a set",
    "mapping": "a labelled series or a dictionary",
    "table": "a table (DataFrame)",
    "figure": "a plotly figure",
    "function": "a function",
}

CONVERSIONS = {
    ("list", "set"): "set({name}) makes one of it.",
    ("mapping", "set"): "Curly brackets without colons make a set; set() is one that is empty.",
    ("mapping", "list"): "list() makes one of a series, and of the values() of a dictionary.",
    ("set", "list"): "A set has no order. Square brackets make a list.",
    ("list", "mapping"): "Say which number is which: give each entry its label, as in the prompt.",
    ("table", "mapping"): "Take one column of it, or add up along the rows with sum(axis=1).",
}
MOST_NAMED = 4


def advice(key: Key, answer: Answer) -> str:
    """Find the most useful sentence about an answer that is not right.

    Parameters
    ----------
    key : Key
        What is known of the question.
    answer : Answer
        A settled answer, given and without an exception.

    Returns
    -------
    str
        One or two sentences; never empty.
    """
    node, entries = plain(answer.value), side_by_side(key, answer.value)
    steps: tuple[Callable[[Key, Node], str], ...] = (
        _dots,
        _kind,
        _choice,
        partial(_members, entries),
        _size,
        _labels,
        _holes,
        _scale,
        _near,
        partial(_entries, entries),
    )
    for step in steps:
        if sentence := step(key, node):
            return sentence
    return _outside(key, node)


def size_of(node: Node) -> tuple[int, ...]:
    """Return how many entries a group has; for a table rows and columns."""
    if not isinstance(node, Group) or node.kind == "figure":
        return ()
    if node.kind == "table":
        first = node.parts[0] if node.parts else None
        return (len(node.parts), len(first.parts) if isinstance(first, Group) else 0)
    return (len(node.parts),)


def found(value: Any, unit: str = "") -> str:
    """Say in words what an answer is."""
    node = plain(value)
    kind = kind_of(node)
    if isinstance(node, Fraction):
        return f"{float(node):.6g}{f' {unit}' if unit else ''}"
    if kind == "text":
        return f"the text {str(value).strip()[:60]!r}"
    if kind in ("list", "set", "mapping"):
        name = NOUNS[kind]
        if kind == "mapping":
            name = "a dictionary" if isinstance(value, Mapping) else "a labelled series"
        return f"{name} with {_counted(len(node.parts), 'entry', 'entries')}"
    if kind == "table":
        rows, columns = size_of(node)
        return f"a table of {_counted(rows, 'row')} and {_counted(columns, 'column')}"
    spelled = {"none": "None, which is nothing", "truth": str(value), "number": str(node)}
    return spelled.get(kind, NOUNS.get(kind, kind))


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _dots(_: Key, node: Node) -> str:
    if NOT_GIVEN in _words(node):
        return "A part of it still holds the three dots. Fill in every part."
    return ""


def _words(node: Node) -> list[str]:
    if isinstance(node, Group):
        return [word for part in node.parts for word in _words(part)]
    return [node] if isinstance(node, str) else []


def _kind(key: Key, node: Node) -> str:
    have, want = kind_of(node), "list" if key.kind == "function" else key.kind
    if have == want or want not in NOUNS:
        return ""
    if have == "none":
        return (
            f"Expected {NOUNS[want]}. Did the function return its result, or did you print "
            "instead of assign?"
        )
    if have == "text" and want == "number":
        return "Expected one number, found text. Remove the quotation marks and the unit."
    if have == "a function" or have == "a method":
        return f"Expected {NOUNS[want]}, found a function. Call it: write its name with ()."
    if want == "number" and isinstance(node, Group) and size_of(node) == (1,):
        return "Expected one number, found a group that holds one. Take the number out of it."
    more = CONVERSIONS.get((have, want), "Try type({name}) to see what it is.")
    return f"Expected {NOUNS[want]}. {more.format(name=key.asks)}"


def _choice(key: Key, node: Node) -> str:
    if not key.choices or kind_of(node) != "text":
        return ""
    if node in [plain(choice) for choice in key.choices]:
        return ""
    return f"Expected one of these words: {', '.join(key.choices)}."


def _size(key: Key, node: Node) -> str:
    size = size_of(node)
    if not key.size or size == key.size:
        return ""
    if key.kind == "table":
        wanted = f"{_counted(key.size[0], 'row')} and {_counted(key.size[1], 'column')}"
        return f"Expected a table of {wanted}."
    wanted = f"Expected {_counted(key.size[0], 'entry', 'entries')}"
    if size[0] > key.size[0]:
        return f"{wanted}; found more, {size[0]}. Keep only those the question asks for."
    return f"{wanted}; found fewer, {size[0]}. Is one of them missing?"


def _labels(_: Key, node: Node) -> str:
    """Say which labels of a figure are missing."""
    if not isinstance(node, Group) or node.kind != "figure":
        return ""
    words = node.parts[1]
    missing = [
        name for name, word in zip(words.labels, words.parts, strict=True) if word == "missing"
    ]
    if not missing:
        return ""
    names = {
        "title": "a title",
        "x title": "a title on the x axis",
        "y title": "one on the y axis",
        "alternative text": 'a text of eight words or more that tells it, meta={"alt": ...}',
    }
    return f"The figure lacks {', '.join(names[m] for m in missing)}. Add it with update_layout."


def _holes(key: Key, node: Node) -> str:
    holes = {"nan", "none", "inf", "-inf"} & set(_words(node))
    if not holes:
        return ""
    if key.kind == "function" and "none" in holes:
        return "It gave nothing back. End it with return; print only shows a result."
    return (
        f"It holds {sorted(holes)[0]}, which is not a number. Look for a missing row, "
        "a label that does not match, or a division by zero."
    )


def _scale(key: Key, node: Node) -> str:
    """Try the transformations a slip of scale, sign or direction would need."""
    return slip(node, key, lambda moved: key.fits(key.right, moved))


def _entries(entries: list[Entry], key: Key, _: Node) -> str:
    """Say which entries are right, and what is wrong with the first that is not."""
    wrong = [entry for entry in entries if not entry.fits(key.salt)]
    if not entries or not wrong:
        return ""
    if key.kind == "function":
        about = _one_result(key, wrong[0])
        return f"{_share(entries, wrong, 'inputs', 'input')}{about}"
    strange = [entry.label for entry in wrong if entry.part is None]
    if strange and key.kind in ("mapping", "table"):
        return f"What does not belong here: {_listed(strange)}. Compare with the prompt."
    about = _one_result(key, wrong[0])
    if len(entries) == 1:
        return about.strip()
    where = "entry " if key.kind == "list" else ""
    which = f" Look again at {where}{_listed([entry.label for entry in wrong])}."
    which = "" if len(wrong) == len(entries) else which
    many, one = ("rows", "row") if key.kind == "table" else ("entries", "entry")
    return f"{_share(entries, wrong, many, one)}{which}{about}"


def _share(entries: list[Entry], wrong: list[Entry], many: str, one: str) -> str:
    whole, right = len(entries), len(entries) - len(wrong)
    said = f"{right or 'None'} of {whole} {many if whole > 1 else one}"
    if many == "inputs":
        return f"It is right for {said[0].lower()}{said[1:]}."
    return f"{said} {'is' if right < 2 else 'are'} right."


def _one_result(key: Key, entry: Entry) -> str:
    """Look at one entry that is not right: its kind, its size of scale, its sign."""
    have, want = kind_of(entry.node), entry.part.kind if entry.part else ""
    if want in NOUNS and have != want and have in NOUNS:
        return f" Expected {NOUNS[want]} there, found {NOUNS[have]}."
    if key.kind != "function":  # one result may be a hundredth of another by accident
        fits = partial(entry.fits, key.salt)
        if sentence := slip(entry.node, key, fits, few=True):
            return f" {sentence}"
    return f" The tolerance is {_tolerance(key)}." if key.width and have == "number" else ""


def _listed(words: list[str]) -> str:
    shown = words[:MOST_NAMED]
    if more := len(words) - len(shown):
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(", ".join(shown).rsplit(", ", 1))


def _members(entries: list[Entry], key: Key, _: Node) -> str:
    """Say how many of a set belong; one that is complete but for a few is nearly there."""
    if not entries or key.kind != "set":
        return ""
    right = sum(entry.fits(key.salt) for entry in entries)
    verb = "belongs" if right == 1 else "belong"
    asked = _counted(len(key.parts), "is", "are")
    mine = _counted(len(entries), "entry", "entries")
    return f"Of your {mine} {right or 'none'} {verb} here; {asked} asked for."


def _fits(key: Key, node: Node) -> bool:
    return bool(key.width) and key.fits(key.right, node)


def _near(key: Key, node: Node) -> str:
    if not isinstance(node, Fraction) or not key.width:
        return ""
    width = Fraction(repr(key.width))
    if any(_fits(key, node + step * width) for step in (-1, 1)):
        return (
            f"It is close, but further away than {_tolerance(key)}. "
            "Round only at the end, and use every row you need."
        )
    return ""


def _outside(key: Key, node: Node) -> str:
    if key.choices:
        return "This is not the one. Read the prompt again and look at the table above."
    if key.kind == "figure":
        return (
            "The titles are there. What is drawn differs from the table: look at the kind of "
            "chart, at the labels and at the numbers."
        )
    if key.width and isinstance(node, Fraction):
        return f"It is further away from the right number than the tolerance, {_tolerance(key)}."
    if key.width and not isinstance(node, str):
        return f"At least one number is further away than {_tolerance(key)}."
    return "It differs from what the tables give."


def _tolerance(key: Key) -> str:
    return f"{key.width / 2:g}{f' {key.unit}' if key.unit else ''}"
