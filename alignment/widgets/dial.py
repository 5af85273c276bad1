"""The counterfactual dial of lesson 04: what would Russia earn if a buyer stepped back?
The lesson hands over the formula and the base; the dial only varies three assumptions.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from numbers import Real

import ipywidgets as widgets
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.panel import LEGEND_BELOW, ChoicePanel, row, state_table
from alignment.widgets.slider import Slider

UNSURE = 10  # percentage points by which the band moves the two assumptions one is least sure of
_SHARES = list(range(0, 101, 5))


@dataclass(frozen=True)
class Assumption:
    """One setting of the dial; every number in it is an assumption, not a forecast.

    Parameters
    ----------
    lost : float
        Purchases that vanish, per cent of the buyer's purchases.
    replaced : float
        Of the lost volume, per cent sold elsewhere.
    discount : float
        Per cent off the price when sold elsewhere.
    why : str
        The story behind the numbers, in one sentence.
    """

    lost: float
    replaced: float
    discount: float
    why: str = ""

    def __post_init__(self) -> None:
        for name in ("lost", "replaced", "discount"):
            number = getattr(self, name)
            if not isinstance(number, Real) or not 0 <= number <= 100:
                raise AlignmentError(say("dial.per_cent", name=name, number=number))


# Per cent that vanish, are sold elsewhere, and are taken off the price.
PRESETS = {"embargo": (100, 30, 30), "price_cap": (50, 90, 40), "india": (100, 100, 10)}


class CounterfactualDial(ChoicePanel):
    """Three assumptions, one formula, and the revenue that follows, with a band.

    Parameters
    ----------
    effect : callable
        ``effect(base, lost, replaced, discount)``: the change of revenue, in the unit of `base`;
        the three assumptions are in per cent, 0 to 100. It stands in the lesson, so that no step
        is hidden.
    base : float
        What the buyer pays now, for example million euros a day.
    presets : mapping of str to Assumption or to (lost, replaced, discount), optional
        Named settings; the first one is shown at the start.
    buyer : str
        The buyer's name.
    unit : str
        The unit of `base`; million euros a day unless given.

    Attributes
    ----------
    now : Assumption
        The present setting.

    Raises
    ------
    AlignmentError
        If a number is out of range or the formula returns no number.
    """

    def __init__(
        self,
        effect: Callable[[float, float, float, float], float],
        *,
        base: float,
        presets: Mapping[str, Assumption | tuple] | None = None,
        buyer: str = "China",
        unit: str | None = None,
    ) -> None:
        unit = unit or say("dial.unit")
        if not (isinstance(base, Real) and base > 0 and math.isfinite(base)):
            raise AlignmentError(say("dial.base", unit=unit, base=base))
        self._effect, self.base, self.buyer, self.unit = effect, float(base), buyer, unit
        given = presets or _examples()
        self.presets = {name: _assumption(it) for name, it in given.items()}
        self.heading = say("dial.heading", buyer=buyer)
        self._open(next(iter(self.presets.values())))

    def set(self, lost: float, replaced: float, discount: float) -> None:
        """Turn the dial from a code cell; the same as moving the three sliders."""
        self._put(Assumption(lost, replaced, discount))
        print(self.sentence())

    def preset(self, name: str) -> None:
        """Take a named setting."""
        if name not in self.presets:
            raise AlignmentError(say("dial.no_preset", name=name, presets=", ".join(self.presets)))
        self._put(self.presets[name])
        print(self.sentence())

    def change(self, assumed: Assumption | None = None) -> dict[str, float]:
        """Compute the change of revenue and its band.

        Parameters
        ----------
        assumed : Assumption, optional
            A setting; without one, the present one.

        Returns
        -------
        dict of str to float
            `mode` under the assumptions as given; `low` and `high` are the smallest and largest
            change when `replaced` and `discount` are each 10 points lower or higher.
        """
        a = assumed or self.now
        around = [
            self._compute(a.lost, replaced, discount)
            for replaced in _around(a.replaced)
            for discount in _around(a.discount)
        ]
        mode = self._compute(a.lost, a.replaced, a.discount)
        return {"low": min(around), "mode": mode, "high": max(around)}

    def sentence(self) -> str:
        """Say the setting and what follows, in whole numbers."""
        a, change = self.now, self.change()
        share = 100 * change["mode"] / self.base
        return say(
            "dial.sentence",
            lost=a.lost,
            buyer=self.buyer,
            replaced=a.replaced,
            discount=a.discount,
            change=_whole(change["mode"]),
            unit=self.unit,
            low=_whole(change["low"]),
            high=_whole(change["high"]),
            share=_whole(share),
            unsure=UNSURE,
        )

    def table_html(self) -> str:
        """Say the present setting and the presets as a table."""
        settings = dict(self.presets)
        if self.now not in settings.values():
            settings[say("dial.own")] = self.now
        rows = [self._row(name, assumed) for name, assumed in settings.items()]
        caption = say("dial.caption", buyer=self.buyer, base=_whole(self.base), unit=self.unit)
        return state_table(rows, caption=caption)

    # --- computing ------------------------------------------------------------------------

    def _compute(self, lost: float, replaced: float, discount: float) -> float:
        result = self._effect(self.base, lost, replaced, discount)
        try:
            number = float(result)
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number):
            raise AlignmentError(say("dial.no_number", result=result))
        return number + 0.0  # no minus before zero

    def _row(self, name: str, assumed: Assumption) -> dict[str, object]:
        change = self.change(assumed)
        return {
            say("dial.setting"): say("dial.shown", name=name) if assumed == self.now else name,
            say("dial.vanish"): assumed.lost,
            say("dial.elsewhere"): assumed.replaced,
            say("dial.discount"): assumed.discount,
            say("dial.change", unit=self.unit): _whole(change["mode"]),
            say("dial.band", unsure=UNSURE): say(
                "dial.span", low=_whole(change["low"]), high=_whole(change["high"])
            ),
            say("dial.story"): assumed.why,
        }

    # --- showing --------------------------------------------------------------------------

    def controls(self) -> dict[str, Slider]:
        """Make a slider for each assumption."""
        labels = {
            "lost": say("dial.lost_label", buyer=self.buyer),
            "replaced": say("dial.replaced_label"),
            "discount": say("dial.discount_label"),
        }
        return {name: Slider(label=text, unit="%") for name, text in labels.items()}

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the presets above the sliders."""
        buttons = [self._button(name, assumed) for name, assumed in self.presets.items()]
        return [row(widgets.Label(say("dial.examples")), *buttons), *controls.values()]

    def shown(self) -> dict[str, float]:
        """Say where the sliders stand."""
        return {name: round(getattr(self.now, name)) for name in ("lost", "replaced", "discount")}

    def chosen(self, values: dict[str, float]) -> Assumption:
        """Take the three sliders."""
        return Assumption(**values)

    def draw(self) -> go.Figure:
        """Draw what follows; the vertical axis stays fixed, so that a move can be seen."""
        look, along = theme.line(self.buyer), self._along()
        corners = [self._compute(100, *pair) for pair in ((0, 0), (100, 0), (100, 100), (0, 100))]
        low, high = min([0, *corners]), max([0, *corners])
        margin = 0.08 * ((high - low) or 1)
        figure = go.Figure()
        figure.add_scatter(
            x=_SHARES + _SHARES[::-1],
            y=along["high"] + along["low"][::-1],
            fill="toself",
            mode="lines",
            line={"color": look["line"]["color"], "width": 1, "dash": "dot"},
            opacity=0.8,
            name=say("dial.band_trace", unsure=UNSURE),
            hoverinfo="skip",
        )
        figure.add_scatter(
            x=_SHARES,
            y=along["mode"],
            mode="lines",
            line=look["line"],
            name=say("dial.change_trace"),
        )
        figure.add_scatter(
            x=[self.now.lost],
            y=[self.change()["mode"]],
            mode="markers",
            marker=look["marker"] | {"size": 14, "symbol": "diamond"},
            name=say("dial.your_setting"),
        )
        across = say("dial.across", buyer=self.buyer)
        a = self.now
        title = say("dial.title", buyer=self.buyer, lost=a.lost, replaced=a.replaced,
                    discount=a.discount)  # fmt: skip
        figure.update_layout(
            title=title,
            xaxis={"title": across, "range": [-3, 103]},
            yaxis={"title": say("dial.change_axis", unit=self.unit)}
            | {"range": [low - margin, high + margin]},
            height=460,
            **LEGEND_BELOW,
        )
        return figure

    def _button(self, name: str, assumed: Assumption) -> widgets.Button:
        button = widgets.Button(
            description=name,
            tooltip=say("dial.tooltip", why=assumed.why),
            layout={"width": "auto"},
        )
        button.on_click(lambda _: self._put(assumed))
        return button

    def _along(self) -> dict[str, list[float]]:
        """Compute the change for every share of purchases lost, the other two as set."""
        points = [
            self.change(Assumption(lost, self.now.replaced, self.now.discount)) for lost in _SHARES
        ]
        return {part: [point[part] for point in points] for part in ("low", "mode", "high")}


def _examples() -> dict[str, Assumption]:
    return {
        say(f"dial.{name}"): Assumption(*numbers, say(f"dial.{name}_story"))
        for name, numbers in PRESETS.items()
    }


def _assumption(given: Assumption | tuple) -> Assumption:
    return given if isinstance(given, Assumption) else Assumption(*given)


def _around(percent: float) -> list[float]:
    """A percentage and its neighbours, within 0 and 100."""
    return [max(0, percent - UNSURE), percent, min(100, percent + UNSURE)]


def _whole(number: float) -> str:
    """Write a whole number with a true minus sign and no minus before zero."""
    return f"{round(number):d}".replace("-", "−")
