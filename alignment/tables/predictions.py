"""The predictions of the lessons: what is asked, what is right, and what a guess is told."""

from dataclasses import dataclass

import pandas as pd

from alignment.errors import AlignmentError
from alignment.tables.reading import load

NUMBERS = ("number", "share", "year", "points")


@dataclass(frozen=True)
class Prediction:
    """One question that a student answers before seeing the data.

    Parameters
    ----------
    id : str
        For example "p4-2".
    lesson : int
        The lesson that asks it.
    kind : str
        "number", "share", "year" or "points" (one number), "bars" or "line" (several), "choice",
        "order".
    question, unit : str
        The question, and the unit of the number it asks for.
    low, high : float
        Ends of the scale; NaN where no number is asked for.
    near : float
        Up to which distance a guess is near; on a log scale a factor.
    log : bool
        Whether the scale is logarithmic.
    plain : bool
        Whether the item was not chosen because people miss it.
    value : float
        The right number; NaN where none is asked for, or where it is the student's own.
    answer : str
        The right answer in words.
    wrong : str
        Which guesses point the wrong way; empty for none.
    says : dict of str to str
        What follows a guess that is "near", "far" or "wrong".
    names : tuple of str
        The options, bars or points asked for.
    values : tuple of float
        Their right values.
    known : tuple of (str, float)
        The points of a line that are shown.
    """

    id: str
    lesson: int
    kind: str
    question: str
    unit: str
    low: float
    high: float
    near: float
    log: bool
    plain: bool
    value: float
    answer: str
    wrong: str
    says: dict[str, str]
    names: tuple[str, ...]
    values: tuple[float, ...]
    known: tuple[tuple[str, float], ...]

    @property
    def is_number(self) -> bool:
        """Whether one number is asked for, with its range."""
        return self.kind in NUMBERS

    @property
    def right(self) -> str:
        """The right option of a choice."""
        return max(zip(self.values, self.names, strict=True))[1]

    @property
    def order(self) -> tuple[str, ...]:
        """The names of an order, the largest value first."""
        return tuple(name for _, name in sorted(zip(self.values, self.names, strict=True))[::-1])


def prediction(name: str) -> Prediction:
    """Return one prediction.

    Parameters
    ----------
    name : str
        Its id, for example "p4-2".

    Raises
    ------
    AlignmentError
        If there is none with this id; the sentence names those of the same lesson.
    """
    every = predictions()
    if name not in every:
        lesson = str(name).split("-")[0]
        near = [each for each in every if each.split("-")[0] == lesson] or list(every)
        raise AlignmentError(f"There is no prediction {name!r}; there are {', '.join(near)}")
    return every[name]


def predictions() -> dict[str, Prediction]:
    """Return every prediction by id, in the order of the course."""
    points = dict(list(load("prediction_points").groupby("id")))
    rows = load("predictions").to_dict("records")
    return {row["id"]: _prediction(row, points.get(row["id"])) for row in rows}


def _prediction(row: dict, points: pd.DataFrame | None) -> Prediction:
    texts = {key: "" if pd.isna(row[key]) else row[key] for key in ("unit", "answer", "wrong")}
    says = {word: row[f"{word}_says"] for word in ("near", "far", "wrong")}
    asked, known = [], ()
    if points is not None:
        given = points["given"].astype(bool)
        asked = points[~given]
        known = tuple(zip(points[given]["name"], points[given]["value"], strict=True))
    return Prediction(
        **{key: row[key] for key in ("id", "kind", "question", "low", "high", "near", "value")},
        **texts,
        lesson=int(row["lesson"]),
        log=row["scale"] == "log",
        plain=bool(row["plain"]),
        says={word: "" if pd.isna(text) else text for word, text in says.items()},
        names=tuple(asked["name"]) if len(asked) else (),
        values=tuple(asked["value"]) if len(asked) else (),
        known=known,
    )
