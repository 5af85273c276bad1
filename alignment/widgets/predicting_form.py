"""The fields of a prediction, by its kind, and the guess that they make."""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.records.guesses import Guess
from alignment.tables.predictions import Prediction

LABEL = {"description_width": "16em"}
_NARROW = {"width": "24em", "max_width": "100%"}
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
SURPRISE = "you would be surprised one time in ten"


class Form:
    """Fields that start empty; `guess` reads them.

    Parameters
    ----------
    asked : Prediction
        The question.
    """

    def __init__(self, asked: Prediction) -> None:
        self.asked = asked
        self._fields = self._make()
        self.boxes = list(self._fields.values())

    def rows(self) -> list[widgets.Widget]:
        """Return the fields as they stand below each other."""
        return self.boxes

    def how(self) -> str:
        """Say in one line how to answer."""
        asked = self.asked
        if asked.kind == "choice":
            least = f"{100 / len(asked.names):.0f}"
            return f"<p>Choose one, and say how sure you are ({least} to 100 %).</p>"
        if asked.kind == "order":
            return "<p>Choose a place for each, and say how sure you are of the whole order.</p>"
        scale = f"{asked.low:g} to {asked.high:g} {asked.unit}".strip()
        if asked.kind == "bars":
            return f"<p>One number for each, {scale}.</p>"
        return (
            f"<p>Numbers from {scale}. First the low end, then the high end (outside each of them "
            f"{SURPRISE}), then your best guess.</p>"
        )

    def line(self) -> str:
        """Write the line of code that does the same."""
        name = self.asked.id
        if self.asked.kind == "choice":
            return f'say("{name}", "{self.asked.names[0]}", 60)'
        if self.asked.kind == "order":
            names = ", ".join(f'"{each}"' for each in self.asked.names)
            return f'say("{name}", [{names}], 60)'
        if self.asked.kind == "bars":
            return f'say("{name}", [first, second])'
        if self.asked.kind == "line":
            return f'say("{name}", [one number a year], low, high)'
        return f'say("{name}", low, best, high)'

    def typed(self) -> list[float | None]:
        """Return the points of a line as far as they can be read."""
        found = []
        for name in self.asked.names:
            try:
                found.append(_number(self._fields[name].value, name))
            except AlignmentError:
                found.append(None)
        return found

    def fill(self, guess: Guess) -> None:
        """Show a locked guess."""
        texts = dict(zip(self._numbers(), guess.values, strict=False))
        texts |= {"low": guess.low, "high": guess.high}
        for name, box in self._fields.items():
            if texts.get(name) is not None:
                box.value = f"{texts[name]:g}"
        if self.asked.kind == "choice":
            self._fields["choice"].value = guess.names[0]
        for place, name in zip(_PLACES, guess.names, strict=False):
            if self.asked.kind == "order":
                self._fields[place].value = name
        if guess.sure is not None:
            self._fields["sure"].value = f"{guess.sure * 100:g}"

    def guess(self, because: str = "") -> Guess:
        """Read the fields.

        Raises
        ------
        AlignmentError
            If one is empty, is no number, or does not fit the others; the sentence names it.
        """
        return self.made({name: box.value for name, box in self._fields.items()}, because)

    def parts(self, given: Sequence[object]) -> dict[str, object]:
        """Name what a line of code gives, as the fields are named."""
        asked, first = self.asked, given[0] if given else None
        form = f"{asked.id} is locked with {self.line()}"
        if asked.kind == "choice" and len(given) == 2:
            return {"choice": first, "sure": given[1]}
        if asked.kind == "order" and len(given) == 2 and len(first) == len(asked.names):
            return dict(zip(_PLACES, first, strict=False)) | {"sure": given[1]}
        if asked.kind in ("bars", "line"):
            ends = dict(zip(("low", "high"), given[1:], strict=False))
            wanted = 2 if asked.kind == "line" else 0
            listed = isinstance(first, (list, tuple)) and len(first) == len(asked.names)
            if listed and len(ends) == wanted == len(given) - 1:
                return dict(zip(asked.names, first, strict=True)) | ends
        if asked.is_number and len(given) == 3:
            return dict(zip(("low", "best", "high"), given, strict=True))
        raise AlignmentError(form)

    def made(self, parts: Mapping[str, object], because: str = "") -> Guess:
        """Make a guess of the parts, or say what is wrong with them."""
        asked = self.asked
        if asked.kind == "choice":
            return Guess(
                names=(self._option(parts["choice"]),), because=because, sure=self._sure(parts)
            )
        if asked.kind == "order":
            names = tuple(self._option(parts[p]) for p in _PLACES[: len(asked.names)])
            if len(set(names)) < len(names):
                raise AlignmentError("one of them has two places; give each a place of its own")
            return Guess(names=names, because=because, sure=self._sure(parts))
        ends = [self._inside(parts[end], _LABELS[end]) for end in ("low", "high") if end in parts]
        values = tuple(
            self._inside(parts[name], _LABELS.get(name, name)) for name in self._numbers()
        )
        if ends and not ends[0] <= values[-1] <= ends[1]:
            raise AlignmentError(
                f"the range {ends[0]:g} to {ends[1]:g} does not hold your best guess {values[-1]:g}"
            )
        low, high = ends or (None, None)
        return Guess(values, low, high, because=because)

    # --- how it works -----------------------------------------------------------------------

    def _numbers(self) -> list[str]:
        return ["best"] if self.asked.is_number else list(self.asked.names)

    def _make(self) -> dict[str, widgets.Widget]:
        asked, unit = self.asked, f" ({self.asked.unit})" if self.asked.unit else ""
        sure = {"sure": _text("How sure are you? (per cent)")}
        if asked.kind == "choice":
            options = widgets.RadioButtons(
                options=list(asked.names), value=None, description="Your choice", style=LABEL
            )
            return {"choice": options} | sure
        if asked.kind == "order":
            places = {place: _menu(place, asked.names) for place in _PLACES[: len(asked.names)]}
            return places | sure
        if asked.kind == "bars":
            return {name: _text(f"{name}{unit}") for name in asked.names}
        if asked.kind == "line":
            last = asked.names[-1]
            ends = {"low": _text(f"{last}: low end"), "high": _text(f"{last}: high end")}
            return {name: _text(name) for name in asked.names[:-1]} | ends | {last: _text(last)}
        return {
            "low": _text(f"Low end{unit}"),
            "high": _text(f"High end{unit}"),
            "best": _text(f"Best guess{unit}"),
        }

    def _inside(self, value: object, label: str) -> float:
        number, asked = _number(value, label), self.asked
        if not asked.low <= number <= asked.high:
            scale = f"{asked.low:g} to {asked.high:g} {asked.unit}".strip()
            raise AlignmentError(f"{label} is {number:g}; expected {scale}")
        return number

    def _option(self, value: object) -> str:
        if value not in self.asked.names:
            found = "nothing is chosen" if value is None else f"found {value!r}"
            raise AlignmentError(f"{found}; expected one of {', '.join(self.asked.names)}")
        return str(value)

    def _sure(self, parts: Mapping[str, object]) -> float:
        least = 100 / len(self.asked.names) if self.asked.kind == "choice" else 0
        percent = _number(parts["sure"], "how sure you are")
        if not round(least) <= percent <= 100:
            raise AlignmentError(
                f"how sure you are is {percent:g}; expected {least:.0f} to 100 per cent "
                "(the lower end is pure chance)"
            )
        return max(percent, least) / 100


_LABELS = {"low": "the low end", "high": "the high end", "best": "your best guess"}


def _text(label: str) -> widgets.Text:
    return widgets.Text(description=label, style=LABEL, layout=_NARROW)


def _menu(label: str, names: Sequence[str]) -> widgets.Dropdown:
    return widgets.Dropdown(
        description=label,
        options=[("choose", None), *((name, name) for name in names)],
        style=LABEL,
        layout=_NARROW,
    )


def _number(value: object, label: str) -> float:
    """Read a number as people write it: 22.9, 22,9, 22 %, −3."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    text = str(value or "").strip().removesuffix("%").strip().replace("−", "-")
    if not text:
        raise AlignmentError(f"{label} is empty; write a number")
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise AlignmentError(f"{label} is {value!r}; expected a number") from None
