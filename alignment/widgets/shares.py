"""The share finder of lesson 05: which goods, counted how, with or without Hong Kong, says who?
The lesson hands over the published answers and one formula; the panel only chooses.
"""

import textwrap
from collections.abc import Callable
from numbers import Real

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.panel import ChoicePanel, dropdown, state_table
from alignment.widgets.slider import Slider

HONG_KONG = "Hong Kong"
NOT_STATED = "not stated"  # a value of the column `counted`
LONGEST_GOODS = 20  # characters beside the chart on a phone
COLUMNS = ("goods", "counted", "origin", "value", "bound", "period", "publisher")


class ShareFinder(ChoicePanel):
    """One choice of goods and counting rule, its published share, and what plugging would leave.

    Parameters
    ----------
    definitions : pandas.DataFrame
        One row per published share: `goods`, `counted`, `origin`, `value` (per cent), `bound`,
        `period`, `publisher`. Rows of the origin "Hong Kong" are added to those of the same goods
        and rule.
    arrives : callable
        ``arrives(share, leak)``: per cent of all goods that still arrive if a source with this
        share is plugged and `leak` per cent of it finds another way. It stands in the lesson.

    Attributes
    ----------
    now : dict
        The present choice: `goods`, `counted`, `hong_kong`, `leak` (per cent).

    Raises
    ------
    AlignmentError
        If a column is missing or a choice does not exist.
    """

    def __init__(
        self, definitions: pd.DataFrame, *, arrives: Callable[[float, float], float]
    ) -> None:
        missing = [name for name in COLUMNS if name not in definitions]
        if missing:
            raise AlignmentError(say("shares.no_column", column=missing[0]))
        self._rows, self._arrives = definitions.reset_index(drop=True), arrives
        self.goods = list(dict.fromkeys(self._rows["goods"]))
        self.rules = list(dict.fromkeys(self._rows["counted"]))
        first = {"goods": self.goods[0], "counted": self.rules[0]}
        self.heading = say("shares.heading")
        self._open(first | {"hong_kong": True, "leak": 50})

    def set(
        self,
        *,
        goods: str | None = None,
        counted: str | None = None,
        hong_kong: bool | None = None,
        leak: float | None = None,
    ) -> None:
        """Choose from a code cell; what is not named stays as it is."""
        self._choose(goods=goods, counted=counted, hong_kong=hong_kong, leak=leak)

    def accept(self, choice: dict) -> dict:
        """Refuse what the table does not hold and a leak that is no share."""
        _known("shares.no_goods", choice["goods"], self.goods)
        _known("shares.no_rule", choice["counted"], self.rules)
        if not isinstance(choice["leak"], Real) or not 0 <= choice["leak"] <= 100:
            raise AlignmentError(say("shares.bad_leak", leak=choice["leak"]))
        return choice

    def result(self) -> dict[str, float | None]:
        """Return the share and what plugging it would leave.

        Returns
        -------
        dict of str to float
            `share` and `arrives` in per cent, None where nobody published this combination; `low`
            and `high` of all definitions of the table, Hong Kong counted as chosen.
        """
        chosen = self._chosen()
        every = [self._total(rows) for _, rows in self._groups()]
        found = {"share": None, "arrives": None, "low": min(every), "high": max(every)}
        if len(chosen):
            found["share"] = self._total(chosen)
            found["arrives"] = float(self._arrives(found["share"], self.now["leak"]))
        return found

    def table(self) -> pd.DataFrame:
        """Return every published definition with its share, Hong Kong counted as chosen.

        Returns
        -------
        pandas.DataFrame
            Columns goods, counted, origin, share (per cent), bound, period, publisher.
        """
        rows = []
        for (goods, counted), group in self._groups():
            kept = self._kept(group)
            one = {"goods": goods, "counted": counted, "origin": " + ".join(kept["origin"])}
            one |= {"share": self._total(group), "bound": _join(kept["bound"])}
            rows.append(
                one | {"period": _join(kept["period"]), "publisher": _join(kept["publisher"])}
            )
        return pd.DataFrame(rows)

    def sentence(self) -> str:
        """Say the choice, its share, the range over all definitions, and what would arrive."""
        now, found = self.now, self.result()
        span = say("shares.span", low=found["low"], high=found["high"])
        if found["share"] is None:
            return say("shares.nobody", name=self._name(), instead=self._instead(), span=span)
        kept = self._kept(self._chosen())
        says = "; ".join(_join(kept[column]) for column in ("bound", "publisher", "period"))
        unsure = now["hong_kong"] and HONG_KONG not in set(self._chosen()["origin"])
        return say(
            "shares.sentence_open" if unsure else "shares.sentence",
            name=self._name(),
            origin=" + ".join(kept["origin"]),
            share=found["share"],
            says=says,
            span=span,
            leak=now["leak"],
            arrives=found["arrives"],
        )

    def table_html(self) -> str:
        """Say every definition of the table, the chosen one marked."""
        rows = [
            {
                say("shares.goods"): say("shares.chosen", goods=row["goods"])
                if self._is_chosen(row)
                else row["goods"],
                say("shares.counted"): row["counted"],
                say("shares.origin"): row["origin"],
                say("shares.share"): row["share"],
                say("shares.bound"): row["bound"],
                say("shares.period"): row["period"],
                say("shares.publisher"): row["publisher"],
            }
            for row in self.table().to_dict("records")
        ]
        caption = say("shares.caption")
        return state_table(rows, caption=caption)

    # --- computing ------------------------------------------------------------------------

    def _groups(self) -> list[tuple[tuple[str, str], pd.DataFrame]]:
        return list(self._rows.groupby(["goods", "counted"], sort=False))

    def _chosen(self) -> pd.DataFrame:
        same = self._rows["goods"].eq(self.now["goods"])
        return self._rows[same & self._rows["counted"].eq(self.now["counted"])]

    def _kept(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows if self.now["hong_kong"] else rows[rows["origin"] != HONG_KONG]

    def _total(self, rows: pd.DataFrame) -> float:
        return round(float(self._kept(rows)["value"].sum()), 6)

    def _is_chosen(self, row: dict) -> bool:
        return (row["goods"], row["counted"]) == (self.now["goods"], self.now["counted"])

    def _name(self) -> str:
        goods, counted = self.now["goods"], self.now["counted"]
        name = f"{goods[:1].upper()}{goods[1:]}"
        if counted == NOT_STATED:
            return say("shares.name_not_stated", goods=name)
        return say("shares.name", goods=name, counted=counted)

    def _instead(self) -> str:
        rules = self._rows.loc[self._rows["goods"] == self.now["goods"], "counted"].unique()
        return say("shares.published", goods=self.now["goods"], rules=", ".join(rules))

    # --- showing --------------------------------------------------------------------------

    def controls(self) -> dict[str, widgets.Widget]:
        """Make two menus, a box and a slider."""
        return {
            "goods": dropdown(say("shares.goods"), self.goods),
            "counted": dropdown(say("shares.counted"), self.rules),
            "hong_kong": widgets.Checkbox(description=say("shares.count_too"), indent=False),
            "leak": Slider(label=say("shares.leak"), unit="%"),
        }

    def draw(self) -> go.Figure:
        """Draw every share; the chosen one is larger, what would arrive is a hollow square."""
        table, found = self.table(), self.result()
        goods = table["goods"].map(lambda name: "<br>".join(textwrap.wrap(name, LONGEST_GOODS)))
        table["name"] = goods + "<br>" + table["counted"]
        chosen = table.apply(self._is_chosen, axis=1)
        known = found["share"] is not None
        china, arrives = theme.line("China")["marker"], theme.line("Russia", derived=True)["marker"]
        own, others = table[chosen], table[~chosen]
        left = list(own["name"]) if known else []
        arrival = [found["arrives"]] if known else []
        looks = [
            (say("shares.others"), others["share"], others["name"], china | {"size": 9}),
            (say("shares.yours"), own["share"], own["name"], china | _CHOSEN),
            (say("shares.arrive"), arrival, left, arrives | {"size": 15}),
        ]
        figure = go.Figure()
        for name, x, y, marker in looks:
            figure.add_scatter(x=list(x), y=list(y), mode="markers", name=name, marker=marker)
        order = {"categoryorder": "array", "categoryarray": list(table["name"])}
        figure.update_layout(
            title=say("shares.title"),
            xaxis={"title": say("shares.axis"), "range": [0, 102]},
            yaxis={"title": say("shares.goods_axis"), "autorange": "reversed"} | order,
            height=560,
        )
        return figure


_CHOSEN = {"size": 17, "symbol": "diamond"}


def _known(refusal: str, value: object, options: list[str]) -> None:
    if value not in options:
        raise AlignmentError(say(refusal, value=value, known=", ".join(options)))


def _join(texts: pd.Series) -> str:
    return ", ".join(dict.fromkeys(texts))
