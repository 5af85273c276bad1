"""The fields of a prediction, by its kind, and the guess that they make."""

import math
import re
from collections.abc import Mapping, Sequence

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.guesses import Guess
from alignment.tables.predictions import Prediction

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


class Form:
    """Fields that start empty, and `made`, which makes a guess of what they hold.

    Parameters
    ----------
    asked : Prediction
        The question.
    """

    def __init__(self, asked: Prediction) -> None:
        self.asked = asked

    def described(self) -> dict[str, object]:
        """Return what the page needs to ask: question, scale, fields and the known points."""
        asked = self.asked
        known = [list(point) for point in asked.known]
        return {
            "kind": asked.kind,
            "question": asked.question,
            "how": self.how(),
            "names": list(asked.names),
            "known": known,
            "spoken": ", ".join(
                say("predict.value_in", value=value, name=name) for name, value in known
            ),
            "low": _or_none(asked.low),
            "high": _or_none(asked.high),
            "fields": self._fields(),
        }

    def shown(self, guess: Guess | None) -> dict[str, object]:
        """Return what the fields show: nothing, or a locked guess."""
        if guess is None:
            return {"locked": False, "values": {}, "because": ""}
        numbers = dict(zip(self._numbers(), guess.values, strict=False))
        numbers |= {"low": guess.low, "high": guess.high}
        texts = {name: f"{value:g}" for name, value in numbers.items() if value is not None}
        if self.asked.kind == "choice":
            texts["choice"] = guess.names[0]
        elif guess.names:
            texts |= dict(zip(_PLACES, guess.names, strict=False))
        if guess.sure is not None:
            texts["sure"] = f"{guess.sure * 100:g}"
        return {"locked": True, "values": texts, "because": guess.because}

    def how(self) -> str:
        """Say in one line how to answer."""
        asked = self.asked
        if asked.kind == "choice":
            least = f"{100 / len(asked.names):.0f}"
            return say("predict.how_choice", least=least)
        if asked.kind == "order":
            return say("predict.how_order")
        scale = say("predict.scale", low=asked.low, high=asked.high, unit=asked.unit).strip()
        if asked.kind == "bars":
            return say("predict.how_bars", scale=scale)
        if asked.kind == "line":
            last = asked.names[-1]
            return say("predict.how_line", scale=scale, last=last)
        return say("predict.how_number", scale=scale)

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

    def parts(self, given: Sequence[object]) -> dict[str, object]:
        """Name what a line of code gives, as the fields are named."""
        asked, first = self.asked, given[0] if given else None
        form = say("predict.locked_with", id=asked.id, line=self.line())
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
                names=(self._option(parts.get("choice")),), because=because, sure=self._sure(parts)
            )
        if asked.kind == "order":
            names = tuple(self._option(parts.get(p)) for p in _PLACES[: len(asked.names)])
            if len(set(names)) < len(names):
                raise AlignmentError(say("predict.two_places"))
            return Guess(names=names, because=because, sure=self._sure(parts))
        ends = [self._inside(parts[end], _label(end)) for end in ("low", "high") if end in parts]
        values = tuple(self._inside(parts.get(name), _label(name)) for name in self._numbers())
        if ends and not ends[0] <= values[-1] <= ends[1]:
            raise AlignmentError(say("predict.outside", low=ends[0], high=ends[1], best=values[-1]))
        low, high = ends or (None, None)
        return Guess(values, low, high, because=because)

    # --- how it works -----------------------------------------------------------------------

    def _numbers(self) -> list[str]:
        return ["best"] if self.asked.is_number else list(self.asked.names)

    def _fields(self) -> list[dict[str, object]]:
        asked, unit = self.asked, f" ({self.asked.unit})" if self.asked.unit else ""
        sure = _field("sure", say("predict.how_sure"))
        if asked.kind == "choice":
            return [_field("choice", say("predict.choice"), "options", asked.names), sure]
        if asked.kind == "order":
            places = _PLACES[: len(asked.names)]
            return [
                *(
                    _field(each, say(f"predict.place {each}"), "menu", asked.names)
                    for each in places
                ),
                sure,
            ]
        if asked.kind == "bars":
            return [_field(name, f"{name}{unit}") for name in asked.names]
        if asked.kind == "line":
            *before, last = asked.names
            ends = [
                _field("low", say("predict.last_low", last=last)),
                _field("high", say("predict.last_high", last=last)),
            ]
            return [
                *(_field(name, name) for name in before),
                *ends,
                _field(last, say("predict.last_best", last=last)),
            ]
        labels = {
            "low": say("predict.low_end"),
            "high": say("predict.high_end"),
            "best": say("predict.best_guess"),
        }
        return [_field(name, f"{label}{unit}") for name, label in labels.items()]

    def _inside(self, value: object, label: str) -> float:
        asked = self.asked
        number = _number(value, label, asked)
        if not asked.low <= number <= asked.high:
            scale = say("predict.scale", low=asked.low, high=asked.high, unit=asked.unit).strip()
            raise AlignmentError(say("predict.off_scale", label=label, number=number, scale=scale))
        return number

    def _option(self, value: object) -> str:
        if value not in self.asked.names:
            refusal = "predict.nothing_chosen" if value in (None, "") else "predict.one_of"
            raise AlignmentError(say(refusal, value=value, names=", ".join(self.asked.names)))
        return str(value)

    def _sure(self, parts: Mapping[str, object]) -> float:
        least = 100 / len(self.asked.names) if self.asked.kind == "choice" else 0
        percent = _number(parts.get("sure"), say("predict.sure_label"))
        if not round(least) <= percent <= 100:
            raise AlignmentError(say("predict.bad_sure", percent=percent, least=least))
        return max(percent, least) / 100


def _label(name: str) -> str:
    return say(f"predict.the_{name}") if name in ("low", "high", "best") else name


def _field(
    name: str, label: str, kind: str = "number", options: Sequence[str] = ()
) -> dict[str, object]:
    return {"name": name, "label": label, "kind": kind, "options": list(options)}


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value


def _number(value: object, label: str, asked: Prediction | None = None) -> float:
    """Read a number as people write it: 22.9, 22,9, 1 500, −3; 22 % where per cent is asked for.

    Without a question it is a number in per cent. A guess is kept for good, so what can be read in
    two ways is not read at all.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    text = str(value or "").strip()
    if not text:
        raise AlignmentError(say("predict.empty", label=label))
    plain = re.sub(r"(?<=\d)\s(?=\d{3}\b)", "", text.replace("−", "-"))
    if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", plain):
        readings = {"point": plain.replace(",", "."), "whole": plain.replace(",", "")}
        raise AlignmentError(say("predict.two_readings", label=label, value=text, **readings))
    bare = re.sub(r"\s*(%|per ?cent)$", "", plain)
    try:
        number = float(bare.replace(",", "."))
    except ValueError:
        raise AlignmentError(say("predict.no_number", label=label, value=text)) from None
    if bare != plain and asked is not None and asked.unit != "%":
        scale = say("predict.scale", low=asked.low, high=asked.high, unit=asked.unit).strip()
        advice = "predict.per_cent_part" if asked.high <= 1 else "predict.per_cent_unit"
        told = {"label": label, "value": text, "part": number / 100, "scale": scale}
        raise AlignmentError(say(advice, **told))
    return number
