"""Free texts of answers, drawn by lot to be marked by hand; the marker sees no names."""

import ast
from collections.abc import Mapping
from random import Random

WORDS = 5  # fewer are a label and no reason
SHEET = ("place", "question", "text", "mark", "comment")
WHO = ("place", "student")


def texts(code: str) -> list[str]:
    """List the free texts of an answer cell: what is written in quotation marks, in five words."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []  # no text of it can be shown
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    found = (" ".join(v.split()) for v in constants if isinstance(v, str))
    return list(dict.fromkeys(text for text in found if len(text.split()) >= WORDS))


def draw(
    answers: Mapping[str, Mapping[str, str]],
    given: Mapping[str, tuple[str, ...]],
    count: int,
    seed: int,
) -> tuple[list[list[str]], list[list[str]]]:
    """Draw texts by lot.

    Parameters
    ----------
    answers : mapping
        Student -> question -> the text of the answer cell.
    given : mapping
        Question -> what the course itself wrote there, whose texts are nobody's reasons.
    count : int
        How many students of each question.
    seed : int
        The same seed draws the same.

    Returns
    -------
    sheet, who : list of list of str
        The sheet to mark, and the list that says whose each place is; each with its heading.
    """
    sheet, who = [list(SHEET)], [list(WHO)]
    lot = Random(seed)
    questions = sorted({q for of in answers.values() for q in of}, key=_natural)
    for question in questions:
        ours = {text for code in given.get(question, ()) for text in texts(code)}
        found = {
            student: kept
            for student, of in answers.items()
            if (kept := [text for text in texts(of.get(question, "")) if text not in ours])
        }
        for student in lot.sample(sorted(found), min(count, len(found))):
            place = str(len(who))
            who.append([place, student])
            sheet += [[place, question, text, "", ""] for text in found[student]]
    return sheet, who


def _natural(question: str) -> list[int]:
    return [int(part) for part in question.split(".")]
