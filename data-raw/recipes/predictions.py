"""The right values of the predictions, each computed from the tables as they are shipped.

One function per prediction, in `right_judging` and `right_domains`, returns the numbers that its
sentences name: `value` where one number is asked for, `values` by name where several are (`known`
is the part of a line that is shown).
"""

from string import Formatter

import numpy as np
import pandas as pd

from recipes import right_domains, right_judging

SENTENCES = ("question", "answer", "wrong", "near_says", "far_says", "wrong_says")


def predictions(inputs) -> pd.DataFrame:
    """Return the questions with their right values and with the numbers written into sentences."""
    frame = inputs.content("predictions")
    found = _found(inputs)
    frame["value"] = [found[name].get("value", np.nan) for name in frame["id"]]
    for column in SENTENCES:
        texts = zip(frame["id"], frame[column], strict=True)
        frame[column] = [
            None if pd.isna(text) else _Signed().format(text, **found[name]) for name, text in texts
        ]
    return inputs.typed(frame)


def prediction_points(inputs) -> pd.DataFrame:
    """Return the options, bars or points of the predictions that ask for more than one number."""
    rows = []
    for name, found in _found(inputs).items():
        for part, given in (("known", True), ("values", False)):
            points = dict(found.get(part, {}))
            rows += [(name, str(at), float(value), given) for at, value in points.items()]
    frame = pd.DataFrame(rows, columns=["id", "name", "value", "given"])
    frame.insert(1, "position", frame.groupby("id").cumcount() + 1)
    return frame


def _found(inputs) -> dict[str, dict]:
    names = inputs.content("predictions")["id"]
    compute = vars(right_judging) | vars(right_domains)
    return {name: compute[name.replace("-", "_")](inputs.table) for name in names}


class _Signed(Formatter):
    """Write numbers as a reader expects them: a minus sign, not a hyphen; no minus zero."""

    def format_field(self, value, spec):
        text = super().format_field(value, spec)
        if text.startswith("-"):
            text = "−" + text[1:]
        return text.lstrip("−") if not text.strip("−0.") else text
