"""Lots: roles, pairs, reviewers and the control half, balanced and the same for the same seed.

The lot decides who argues what, never a nationality.
"""

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

from alignment.errors import AlignmentError
from alignment.tables import load
from fairmark.spreadsheets import as_csv

ROLES = ("Washington", "Beijing", "Moscow", "Kyiv", "a third capital", "a critic in Washington")
FIRST, LATER = "sees the reference sheet now", "sees the reference sheet a week later"
SHOWN = ("student", "name", "role", "turned_round", "pair", "reference")
REVIEWERS = ("student", "name", "reviews_1", "reviews_2")  # never beside what the class sees


def voices_of(lesson: str) -> tuple[str, ...]:
    """Return the capitals that speak in a lesson, for example "04".

    Raises
    ------
    AlignmentError
        If nobody speaks in it.
    """
    voices = load("voices")
    lessons = voices["lesson"].astype(str).str.zfill(2)
    found = voices.loc[lessons == lesson.zfill(2), "capital"]
    if found.empty:
        known = ", ".join(sorted(lessons.unique()))
        raise AlignmentError(f"No voices speak in lesson {lesson!r}; they do in {known}")
    return tuple(found)


def draw(students: Sequence[str], seed: int, roles: Sequence[str] = ROLES) -> list[dict[str, str]]:
    """Draw every lot of a class.

    Parameters
    ----------
    students : sequence of str
        Ids or seat numbers, each once.
    seed : int
        The same seed and list give the same lots, in whatever order the list comes.
    roles : sequence of str
        Perspectives to argue from; the number of each differs by one at most.

    Returns
    -------
    list of dict
        One row per student, by name: role; turned_round, the role of the second half; pair, a
        number (three in the last one of an odd class); reference, the half by lot that sees it
        later; and the two students whose memos are reviewed, never one's own.

    Raises
    ------
    AlignmentError
        If there are fewer than three students, or one stands there twice.
    """
    names = sorted(students)
    if len(names) < 3 or len(set(names)) < len(names):
        twice = next((a for a, b in itertools.pairwise(names) if a == b), None)
        found = f"{twice!r} stands there twice" if twice else f"there are {len(names)} students"
        raise AlignmentError(f"The lots need three students or more, each once; {found}")
    rng, n = np.random.default_rng(seed), len(names)
    role = rng.permutation(np.arange(n) % len(roles))
    seats, sides, ring = (rng.permutation(n) for _ in range(3))
    pair = np.empty(n, int)
    pair[seats] = np.minimum(np.arange(n) // 2, n // 2 - 1) + 1
    place = np.empty(n, int)
    place[ring] = np.arange(n)
    return [
        {
            "student": name,
            "role": roles[role[k]],
            "turned_round": roles[(role[k] + 1) % len(roles)],
            "pair": str(pair[k]),
            "reference": FIRST if sides[k] < n / 2 else LATER,
            "reviews_1": names[ring[(place[k] + 1) % n]],
            "reviews_2": names[ring[(place[k] + 2) % n]],
        }
        for k, name in enumerate(names)
    ]


def written(
    rows: Sequence[dict[str, str]], columns: Sequence[str], names: Mapping[str, str]
) -> str:
    """Write columns of the lots as CSV; names by student, where the class list gives them."""
    named = [row | {"name": names.get(row["student"], "")} for row in rows]
    return as_csv([tuple(columns), *([row[c] for c in columns] for row in named)])
