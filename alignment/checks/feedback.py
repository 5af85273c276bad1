"""What is wrong with an answer that is neither right nor a known mistake: kind, size, scale, gap.

Each function looks at one thing and returns one sentence, or an empty text if it finds nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from alignment.checks.answers import Answer
from alignment.checks.keys import Key
from alignment.checks.plain import NOT_GIVEN, Group, Node, plain

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

UPSIDE_DOWN = "It is upside down: exchange numerator and denominator."


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
    node = plain(answer.value)
    steps: tuple[Callable[[Key, Node], str], ...] = (
        _dots,
        _kind,
        _choice,
        _size,
        _labels,
        _holes,
        _scale,
        _near,
    )
    for step in steps:
        if sentence := step(key, node):
            return sentence
    return _outside(key, node)


def kind_of(node: Node) -> str:
    """Name the kind of an answer: number, text, truth, list, table, ..."""
    if isinstance(node, Fraction):
        return "number"
    if isinstance(node, Group):
        return node.kind
    if node in ("true", "false"):
        return "truth"
    if node in ("nan", "inf", "-inf"):
        return "number"
    return "text" if node.startswith("'") else node


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
        return f"{NOUNS[kind]} with {_counted(len(node.parts), 'entry', 'entries')}"
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
    return f"Expected {NOUNS[want]}. Try type({key.asks}) to see what it is."


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
    for change, sentence in _slips(key.unit):
        try:
            moved = _each(node, change)
        except ZeroDivisionError:
            continue
        if _fits(key, moved):
            return sentence
    return ""


def _slips(unit: str) -> list[tuple[Callable[[Fraction], Fraction], str]]:
    percent = "per cent" in unit or "percentage" in unit
    small = "It is 100 times too small"
    large = "It is 100 times too large"
    if percent:
        small += ": this looks like a share, and per cent is asked for. Multiply by 100"
    else:
        large += ": this looks like per cent, and a share between 0 and 1 is asked for"
    thousand = "look at the unit of the column: thousand, million or billion"
    return [
        (lambda n: n * 100, f"{small}."),
        (lambda n: n / 100, f"{large}."),
        (lambda n: n * 1000, f"It is 1,000 times too small; {thousand}."),
        (lambda n: n / 1000, f"It is 1,000 times too large; {thousand}."),
        (lambda n: -n, "The size is right and the sign is not: which level comes first?"),
        (lambda n: 1 / n, "It is upside down: exchange numerator and denominator."),
        (
            lambda n: n - 100 if percent else n - 1,
            "It is the ratio of the two levels, not a change.",
        ),
        (lambda n: n + 100 if percent else n + 1, "It is the change, and the ratio is asked for."),
    ]


def _each(node: Node, change: Callable[[Fraction], Fraction]) -> Node:
    if isinstance(node, Fraction):
        return change(node)
    if isinstance(node, Group):
        return replace(node, parts=tuple(_each(part, change) for part in node.parts))
    return node


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
    if key.width and not isinstance(node, str):
        return f"At least one number is further away than {_tolerance(key)}."
    return "It differs from what the tables give."


def _tolerance(key: Key) -> str:
    return f"{key.width / 2:g}{f' {key.unit}' if key.unit else ''}"
