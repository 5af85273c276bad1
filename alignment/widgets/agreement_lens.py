"""The agreement lens of lesson 06: how alike do two states vote, and who says so?
The lesson hands over the votes, the definitions and the count per year; the lens only chooses.
"""

from collections.abc import Callable, Mapping

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.charts.axes import NARROW_TICKS
from alignment.charts.labels import label_ends
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.panel import ChoicePanel, dropdown, row, state_table

FEW = 20  # texts of both states in a period, below which no direction is named
NAN = float("nan")
LOOKS = {"pair": theme.pair_line(0), "reference": theme.pair_line(1)}  # a pair is no actor


class AgreementLens(ChoicePanel):
    """One pair of states, a reference pair, one definition of agreement, one choice of texts.

    It opens with China and Russia beside the United States and the United Kingdom; `set` chooses
    other pairs. No agreement is shown without a reference pair.

    Parameters
    ----------
    by_year : callable
        ``by_year(votes, one, other, rule)``: a table with the years as labels and the columns
        `n` (votes of both) and `value` (agreement). It stands in the lesson, so that no step is
        hidden.
    texts : mapping of str to pandas.DataFrame
        Which votes may be chosen: tables with `year` and one column per state.
    rules : mapping of str to callable
        Definitions of agreement: ``rule(votes_of_one, votes_of_other)`` gives a number.
    states : mapping of str to str
        Column of a state to its name.
    periods : mapping of str to tuple of int
        Names of periods to their first and last year, in order of time; two are compared.

    Attributes
    ----------
    now : dict
        The present choice: `rule`, `texts`, `pair`, `reference`, `early`, `late`.

    Raises
    ------
    AlignmentError
        If a choice does not exist.
    """

    def __init__(
        self,
        by_year: Callable[[pd.DataFrame, str, str, Callable], pd.DataFrame],
        *,
        texts: Mapping[str, pd.DataFrame],
        rules: Mapping[str, Callable],
        states: Mapping[str, str],
        periods: Mapping[str, tuple[int, int]],
    ) -> None:
        self._by_year, self._texts, self._rules = by_year, dict(texts), dict(rules)
        self._states, self._periods = dict(states), dict(periods)
        self._found: dict[tuple, pd.DataFrame] = {}
        early, late = list(periods)[-2:]
        self.heading = say("agreement.heading")
        self._open(
            {
                "rule": next(iter(rules)),
                "texts": next(iter(texts)),
                "pair": ("CHN", "RUS"),
                "reference": ("USA", "GBR"),
                "early": early,
                "late": late,
            }
        )

    def set(
        self,
        *,
        rule: str | None = None,
        texts: str | None = None,
        pair: tuple[str, str] | None = None,
        reference: tuple[str, str] | None = None,
        early: str | None = None,
        late: str | None = None,
    ) -> None:
        """Choose from a code cell; what is not named stays as it is."""
        wished = {"early": early or self._wished[0], "late": late or self._wished[1]}
        self._choose(rule=rule, texts=texts, pair=pair, reference=reference, **wished)

    def series(self, pair: tuple[str, str], rule: str | None = None) -> pd.DataFrame:
        """Return `n` and `value` by year for a pair, under the present choice of texts."""
        return self._counted(pair, rule or self.now["rule"])

    def period(self, pair: tuple[str, str], rule: str, name: str) -> tuple[int, float]:
        """Return number of texts and agreement over a whole period, all its texts together."""
        found = self._counted(pair, rule, name)
        return (int(found["n"].iloc[0]), float(found["value"].iloc[0])) if len(found) else (0, NAN)

    def _counted(self, pair: tuple[str, str], rule: str, name: str = "") -> pd.DataFrame:
        key = (self.now["texts"], rule, name, *sorted(pair))
        if key not in self._found:
            votes = self._texts[self.now["texts"]]
            if name:
                votes = votes[votes["year"].between(*self._periods[name])].assign(year=0)
            missing = [state for state in pair if state not in votes]
            self._found[key] = (
                pd.DataFrame({"n": [], "value": []})
                if missing or votes.empty
                else self._by_year(votes, *pair, self._rules[rule])
            )
        return self._found[key]

    def table(self) -> pd.DataFrame:
        """Return both pairs in both periods under every definition, and the change.

        Returns
        -------
        pandas.DataFrame
            Columns definition, pair, the two periods, change; NaN where no vote of both is known.
        """
        early, late = self.now["early"], self.now["late"]
        rows = []
        for rule in self._rules:
            for pair in (self.now["pair"], self.now["reference"]):
                first, last = (self.period(pair, rule, name)[1] for name in (early, late))
                rows.append((rule, self._name(pair), first, last, last - first))
        return pd.DataFrame(rows, columns=["definition", "pair", early, late, "change"])

    def sentence(self) -> str:
        """Say the choice and whether the sign of the change depends on the definition."""
        return say(
            "agreement.sentence",
            rule=self.now["rule"],
            texts=self.now["texts"],
            pair=self._said(self.now["pair"]),
            reference=self._said(self.now["reference"]),
            signs=self._signs(),
        )

    def _said(self, pair: tuple[str, str]) -> str:
        found = []
        for name in (self.now["early"], self.now["late"]):
            count, value = self.period(pair, self.now["rule"], name)
            found.append(say("agreement.period", count, value=_number(value), name=name))
        return say("agreement.pair", pair=self._name(pair), early=found[0], late=found[1])

    def _signs(self) -> str:
        pair, names = self.now["pair"], (self.now["early"], self.now["late"])
        fewest = min(self.period(pair, next(iter(self._rules)), name)[0] for name in names)
        if fewest < FEW:
            return say("agreement.few", few=FEW)
        changes = self.table().set_index("pair").loc[[self._name(pair)], "change"].dropna().round(3)
        up, down = int((changes > 0).sum()), int((changes < 0).sum())
        said = "agreement.depends" if up and down else "agreement.survives"
        return say(said, pair=self._name(pair), up=up, down=down, of=len(changes))

    def table_html(self) -> str:
        """Say both pairs under every definition as a table."""
        early, late = self.now["early"], self.now["late"]
        rows = [
            {
                say("agreement.definition"): row["definition"],
                say("agreement.pair_column"): row["pair"],
                early: _number(row[early]),
                late: _number(row[late]),
                say("agreement.change"): _signed(row["change"]),
            }
            for _, row in self.table().iterrows()
        ]
        caption = say("agreement.caption", texts=self.now["texts"], early=early, late=late)
        return state_table(rows, caption=caption)

    def accept(self, choice: dict) -> dict:
        """Refuse what does not exist; where texts end early, take their last two periods."""
        _known("agreement.no_rule", choice["rule"], self._rules)
        _known("agreement.no_texts", choice["texts"], self._texts)
        for two in (choice["pair"], choice["reference"]):
            for state in two:
                _known("agreement.no_state", state, self._states)
            if len(set(two)) != 2:
                raise AlignmentError(say("agreement.two_states", name=self._name(two)))
        wished = (choice["early"], choice["late"])
        for name in wished:
            _known("agreement.no_period", name, self._periods)
        early, late = self._two(wished, self._texts[choice["texts"]]["year"])
        self._wished = wished  # kept for texts that reach further
        return {
            "rule": choice["rule"],
            "texts": choice["texts"],
            "pair": tuple(choice["pair"]),
            "reference": tuple(choice["reference"]),
            "early": early,
            "late": late,
        }

    def _two(self, wished: tuple[str, str], years: pd.Series) -> tuple[str, str]:
        order = list(self._periods)
        if order.index(wished[0]) >= order.index(wished[1]):
            raise AlignmentError(say("agreement.order", early=wished[0], late=wished[1]))
        held = [name for name, ends in self._periods.items() if years.between(*ends).any()]
        if set(wished) <= set(held):
            return wished
        if len(held) < 2:
            raise AlignmentError(say("agreement.no_periods", first=years.min(), last=years.max()))
        return held[-2], held[-1]

    def controls(self) -> dict[str, widgets.Widget]:
        """Make eight menus."""
        names = {name: code for code, name in self._states.items()}
        rules, texts, periods = list(self._rules), list(self._texts), list(self._periods)
        menus = {
            "rule": ("agreement.definition", rules),
            "texts": ("agreement.texts", texts),
            "one": ("agreement.first", names),
            "other": ("agreement.second", names),
            "ref one": ("agreement.reference_first", names),
            "ref other": ("agreement.reference_second", names),
            "early": ("agreement.earlier", periods),
            "late": ("agreement.later", periods),
        }
        return {
            key: dropdown(say(label), options, label_width="13em", width="27em")
            for key, (label, options) in menus.items()
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the menus side by side."""
        return [row(*controls.values())]

    def shown(self) -> dict[str, object]:
        """Take the pairs apart, one menu each."""
        (one, other), (ref, ref_other) = self.now["pair"], self.now["reference"]
        states = {"one": one, "other": other, "ref one": ref, "ref other": ref_other}
        rest = {key: self.now[key] for key in ("rule", "texts", "early", "late")}
        return rest | states

    def chosen(self, values: dict[str, object]) -> dict:
        """Put the pairs together; periods stay as wished where the menus were not touched."""
        pairs = {"pair": (values["one"], values["other"])}
        pairs |= {"reference": (values["ref one"], values["ref other"])}
        periods = {key: values[key] for key in ("early", "late")}
        if periods == {key: self.now[key] for key in periods}:
            periods = dict(zip(periods, self._wished, strict=True))
        return {"rule": values["rule"], "texts": values["texts"]} | pairs | periods

    def draw(self) -> go.Figure:
        """Draw both pairs; a share begins at 0, an index that can be negative lower."""
        figure = go.Figure()
        lowest = 0.0
        for key, look in LOOKS.items():
            found = _with_gaps(self.series(self.now[key])["value"])
            figure.add_scatter(
                x=list(found.index),
                y=[None if v != v else v for v in found],
                mode="lines+markers",
                name=self._name(self.now[key]),
                **look,
            )
            lowest = min([lowest, *found.dropna()])
        figure.update_layout(
            title=say("agreement.title", rule=self.now["rule"], texts=self.now["texts"]),
            xaxis={
                "title": say("agreement.year"),
                "showgrid": False,
                "ticks": "outside",
                "nticks": NARROW_TICKS,
            },
            yaxis={"title": say("agreement.scale"), "range": [1.1 * lowest, 1.05]},
            height=400,
        )
        figure.update_layout(margin_r=label_ends(figure) or 24)
        return figure

    def _name(self, pair: tuple[str, str]) -> str:
        return "–".join(self._states[state] for state in pair)


def _with_gaps(values: pd.Series) -> pd.Series:
    """Give a missing year an empty value, so that the line breaks there."""
    if values.empty:
        return values
    return values.reindex(range(int(values.index.min()), int(values.index.max()) + 1))


def _known(refusal: str, value: object, options: Mapping) -> None:
    if value not in options:
        raise AlignmentError(say(refusal, value=value, known=", ".join(options)))


def _number(value: float) -> str:
    return say("panel.not_known") if value != value else f"{value:.3f}".replace("-", "−")


def _signed(value: float) -> str:
    return say("panel.not_known") if value != value else f"{value:+.3f}".replace("-", "−")
