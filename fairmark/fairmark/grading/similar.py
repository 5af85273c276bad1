"""Answers of one structure: pairs that a human may want to look at. Never a verdict.

Fingerprints of overlapping runs of tokens, thinned by winnowing (Schleimer, Wilkerson and Aiken,
SIGMOD 2003), as MOSS does. Names and numbers do not count; what the set itself gave does not; what
many wrote does not. In short answers there is one obvious way, so only the rare is counted.
"""

import io
import keyword
import tokenize
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

RUN, WINDOW = 6, 4  # tokens in a fingerprint, and fingerprints of which the smallest is kept
MOST = 3  # who share a fingerprint; what more people wrote is how one writes it
FEWEST = 3  # fingerprints that a pair must share


@dataclass(frozen=True)
class Pair:
    """Two submissions that share what hardly anybody else wrote.

    Parameters
    ----------
    first, second : str
        Whose.
    shared : dict of str to int
        Question -> how many rare fingerprints both have.
    """

    first: str
    second: str
    shared: dict[str, int]

    @property
    def count(self) -> int:
        """All rare fingerprints that both have."""
        return sum(self.shared.values())


def shape(code: str) -> list[str]:
    """Return the tokens of a code without what a copier changes first: names, numbers, comments."""
    found: list[str] = []
    try:
        for each in tokenize.generate_tokens(io.StringIO(code).readline):
            if each.type == tokenize.NAME:
                after_dot = bool(found) and found[-1] == "."
                kept = keyword.iskeyword(each.string) or after_dot
                found.append(each.string if kept else "name")
            elif each.type == tokenize.NUMBER:
                found.append("number")
            elif each.type == tokenize.STRING:
                found.append("text")
            elif each.type == tokenize.OP:
                found.append(each.string)
    except (tokenize.TokenError, SyntaxError, IndentationError):
        pass  # what came before it still has a shape
    return found


def fingerprints(code: str) -> set[str]:
    """Return the fingerprints of a code that winnowing keeps."""
    tokens = shape(code)
    runs = [" ".join(tokens[at : at + RUN]) for at in range(len(tokens) - RUN + 1)]
    marks = [sha256(run.encode()).hexdigest()[:16] for run in runs]
    windows = [marks[at : at + WINDOW] for at in range(max(1, len(marks) - WINDOW + 1))]
    return {min(window) for window in windows if window}


def pairs(
    answers: Mapping[str, Mapping[str, str]], given: Mapping[str, tuple[str, ...]]
) -> list[Pair]:
    """List the pairs that share rare fingerprints, most first.

    Parameters
    ----------
    answers : mapping
        Student -> question -> the text of the answer cell.
    given : mapping
        Question -> what the course itself wrote there: the stub, the worked answer, the cells
        around it.

    Returns
    -------
    list of Pair
        Those who share at least three.
    """
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for student, by_question in answers.items():
        for question, code in by_question.items():
            known = set().union(*(fingerprints(text) for text in given.get(question, ())))
            for mark in fingerprints(code) - known:
                owners[question, mark].add(student)
    shared: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for (question, _), students in owners.items():
        if 2 <= len(students) <= MOST:
            for two in combinations(sorted(students), 2):
                shared[two][question] += 1
    found = [Pair(*two, dict(counts)) for two, counts in shared.items()]
    return sorted((p for p in found if p.count >= FEWEST), key=lambda p: (-p.count, p.first))
