"""How far a student has come: which sets are done, and what is next, from their own files only."""

import pandas as pd

from fairmark import progress
from fairmark.checks import keys


def overview() -> pd.DataFrame:
    """List the exercise sets with what is solved so far.

    Returns
    -------
    pandas.DataFrame
        Index `set` ("01" to "10"); columns `questions`, `right`, `points` (of the right ones),
        `of` (points in all) and `next` (the first question on the page that is not solved, the
        core before the rest, with its title, for numbers are names and in no order; or "done").

    Raises
    ------
    BrokenRecord
        If the student's progress file is broken or newer than this package.
    """
    solved = {question for question, entry in progress.load_progress().items() if entry["right"]}
    numbers = sorted(path.stem for path in keys.folder().glob("*.json"))
    rows = {number: _row(keys.read_file(number)["questions"], solved) for number in numbers}
    frame = pd.DataFrame.from_dict(rows, orient="index")
    return frame.rename_axis("set")


def _row(questions: dict[str, dict], solved: set[str]) -> dict[str, object]:
    left = [question for question in questions if question not in solved]
    core = [question for question in left if questions[question].get("core")]
    following = next(iter([*core, *left]), None)
    points = {question: entry["points"] for question, entry in questions.items()}
    return {
        "questions": len(questions),
        "right": len(questions) - len(left),
        "points": sum(points[question] for question in questions if question in solved),
        "of": sum(points.values()),
        "next": f"{following} {questions[following]['title']}" if following else "done",
    }
