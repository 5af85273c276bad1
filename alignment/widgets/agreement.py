"""The agreement lens of lesson 06: how alike do two states vote, and who says so?
The lesson hands over the votes, the definitions and the count per year; the lens only chooses.
"""

from collections.abc import Callable, Mapping
from html import escape

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.charts.present import INK_RULE
from alignment.charts.render import CONFIG
from alignment.errors import AlignmentError
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, state_table

LOOKS = (theme.line("China"), theme.line("India"))
_WIDE = {"description_width": "13em"}


class AgreementLens(Panel):
    """One pair of states, a reference pair, one definition of agreement, one choice of texts.

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
    pair, reference : tuple of str
        Two columns each; no agreement is shown without a reference pair.
    years : tuple of int
        The two years that are compared.

    Attributes
    ----------
    now : dict
        The present choice: `rule`, `texts`, `pair`, `reference`, `years`.

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
        pair: tuple[str, str] = ("CHN", "RUS"),
        reference: tuple[str, str] = ("USA", "GBR"),
        years: tuple[int, int] = (2018, 2025),
    ) -> None:
        self._by_year, self._texts, self._rules = by_year, dict(texts), dict(rules)
        self._states = dict(states)
        self.now: dict = {}
        self._choose(next(iter(rules)), next(iter(texts)), tuple(pair), tuple(reference), years)
        self._found: dict[tuple, pd.DataFrame] = {}
        self.view = self._build()

    def set(
        self,
        *,
        rule: str | None = None,
        texts: str | None = None,
        pair: tuple[str, str] | None = None,
        reference: tuple[str, str] | None = None,
        years: tuple[int, int] | None = None,
    ) -> None:
        """Choose from a code cell; what is not named stays as it is."""
        given = {"rule": rule, "texts": texts, "pair": pair, "reference": reference, "years": years}
        new = self.now | {"years": self._wished}
        new |= {name: value for name, value in given.items() if value is not None}
        self._choose(*(new[name] for name in given))
        self._show()
        print(self.sentence())

    def series(self, pair: tuple[str, str], rule: str | None = None) -> pd.DataFrame:
        """Return `n` and `value` by year for a pair, under the present choice of texts."""
        rule = rule or self.now["rule"]
        key = (self.now["texts"], rule, *sorted(pair))
        if key not in self._found:
            votes = self._texts[self.now["texts"]]
            missing = [state for state in pair if state not in votes]
            self._found[key] = (
                pd.DataFrame({"n": [], "value": []})
                if missing
                else self._by_year(votes, *pair, self._rules[rule])
            )
        return self._found[key]

    def table(self) -> pd.DataFrame:
        """Return both pairs in both years under every definition, and the change.

        Returns
        -------
        pandas.DataFrame
            Columns definition, pair, the two years, change; NaN where no vote of both is known.
        """
        early, late = self.now["years"]
        rows = []
        for rule in self._rules:
            for pair in (self.now["pair"], self.now["reference"]):
                values = self.series(pair, rule)["value"].reindex([early, late])
                first, last = values.tolist()
                rows.append((rule, self._name(pair), first, last, last - first))
        return pd.DataFrame(rows, columns=["definition", "pair", early, late, "change"])

    def sentence(self) -> str:
        """Say the choice and whether the sign of the change depends on the definition."""
        early, late = self.now["years"]
        table = self.table()
        own = table[table["pair"] == self._name(self.now["pair"])].set_index("definition")
        other = table[table["pair"] == self._name(self.now["reference"])].set_index("definition")
        rule = self.now["rule"]
        parts = [
            f"{self._name(pair)} {_number(rows.loc[rule, early])} in {early} and "
            f"{_number(rows.loc[rule, late])} in {late}"
            for pair, rows in ((self.now["pair"], own), (self.now["reference"], other))
        ]
        return f"{rule}, {self.now['texts']}: {'; '.join(parts)}. {_signs(own['change'])}"

    def state_line(self) -> str:
        """Say the choice and the result in one line."""
        return f"AgreementLens({self.sentence()})"

    def state_html(self) -> str:
        """Say both pairs under every definition as a table."""
        early, late = self.now["years"]
        rows = [
            {
                "Definition": row["definition"],
                "Pair": row["pair"],
                str(early): _number(row[early]),
                str(late): _number(row[late]),
                "Change": _signed(row["change"]),
            }
            for _, row in self.table().iterrows()
        ]
        caption = f"Agreement, {self.now['texts']}, {early} and {late}"
        return f"<p>{escape(self.sentence())}</p>\n{state_table(rows, caption=caption)}"

    # --- choosing -------------------------------------------------------------------------

    def _choose(self, rule: str, texts: str, pair: tuple, reference: tuple, years: tuple) -> None:
        _known("definition", rule, self._rules)
        _known("choice of texts", texts, self._texts)
        for two in (pair, reference):
            for state in two:
                _known("state", state, self._states)
            if len(set(two)) != 2:
                raise AlignmentError(f"A pair needs two different states; found {two!r}")
        found = _two_years(years, sorted(set(self._texts[texts]["year"])))
        self._wished = tuple(years)  # kept for texts that reach further
        self.now = {"rule": rule, "texts": texts, "pair": tuple(pair)}
        self.now |= {"reference": tuple(reference), "years": found}

    def _name(self, pair: tuple[str, str]) -> str:
        return "–".join(self._states[state] for state in pair)

    # --- showing --------------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        names = {name: code for code, name in self._states.items()}
        self._boxes = {
            "rule": _dropdown("Definition", list(self._rules)),
            "texts": _dropdown("Texts", list(self._texts)),
            "one": _dropdown("First state", names),
            "other": _dropdown("Second state", names),
            "ref one": _dropdown("Reference, first", names),
            "ref other": _dropdown("Reference, second", names),
        }
        self._showing, self._live = False, Live()
        self._figure, self._html = _empty_figure(), table_view()
        for box in self._boxes.values():
            box.observe(self._moved, "value")
        self._show()
        head = widgets.HTML(f"{INK_RULE}<strong>How alike do two states vote?</strong>")
        boxes = widgets.HBox(list(self._boxes.values()), layout={"flex_flow": "row wrap"})
        return widgets.VBox([head, boxes, self._live, self._figure, self._html])

    def _moved(self, _: object) -> None:
        if self._showing:
            return
        now = {name: box.value for name, box in self._boxes.items()}
        pair, reference = (now["one"], now["other"]), (now["ref one"], now["ref other"])
        try:
            self._choose(now["rule"], now["texts"], pair, reference, self._wished)
        except AlignmentError as error:
            self._live.text = str(error)
            return
        self._show()

    def _show(self) -> None:
        """Bring controls, sentence, chart and table to the present choice."""
        self._showing = True
        values = (self.now["rule"], self.now["texts"], *self.now["pair"], *self.now["reference"])
        for box, value in zip(self._boxes.values(), values, strict=True):
            box.value = value
        self._showing = False
        self._live.text = self.sentence()
        self._html.value = self.state_html().partition("\n")[2]
        with self._figure.batch_update():
            for trace, key in zip(self._figure.data, ("pair", "reference"), strict=True):
                found = _with_gaps(self.series(self.now[key])["value"])
                trace.x, trace.y = list(found.index), [None if v != v else v for v in found]
                trace.name = self._name(self.now[key])
            self._figure.layout.title.text = f"Agreement ({self.now['rule']}, {self.now['texts']})"


def _dropdown(label: str, options: list | dict) -> widgets.Dropdown:
    chosen = list(options.items()) if isinstance(options, dict) else options
    layout = {"width": "27em", "max_width": "100%"}
    return widgets.Dropdown(description=label, options=chosen, style=_WIDE, layout=layout)


def _empty_figure() -> go.FigureWidget:
    """Draw the frame once; its axis stays fixed, so that two choices can be compared."""
    figure = go.FigureWidget([go.Scatter(mode="lines+markers", **look) for look in LOOKS])
    figure.update_layout(
        xaxis={"title": "Year"},
        yaxis={"title": "Agreement (1 = always alike)", "range": [-0.3, 1.05]},
        height=400,
    )
    figure._config = CONFIG
    return figure


def _with_gaps(values: pd.Series) -> pd.Series:
    """Give a missing year an empty value, so that the line breaks there."""
    if values.empty:
        return values
    return values.reindex(range(int(values.index.min()), int(values.index.max()) + 1))


def _two_years(wished: tuple[int, int], known: list[int]) -> tuple[int, int]:
    """Take the wished years or, where one has no votes, the nearest one before it."""
    late = [int(year) for year in known if year <= wished[1]]
    early = [year for year in late[:-1] if year <= wished[0]]
    if not early:
        raise AlignmentError(
            f"These texts cannot compare {wished[0]} with {wished[1]}: they hold votes "
            f"of {known[0]} to {known[-1]}; choose an earlier and a later year of them"
        )
    return early[-1], late[-1]


def _known(what: str, value: object, options: Mapping) -> None:
    if value not in options:
        raise AlignmentError(f"There is no {what} {value!r}; there are {', '.join(options)}")


def _signs(changes: pd.Series) -> str:
    known = changes.dropna().round(3)
    up, down = int((known > 0).sum()), int((known < 0).sum())
    if known.empty:
        return "No definition can compare the two years."
    verdict = "the sign depends on the definition" if up and down else "the sign survives"
    return f"It rose under {up} and fell under {down} of {len(known)} definitions: {verdict}."


def _number(value: float) -> str:
    return "not known" if value != value else f"{value:.3f}".replace("-", "−")


def _signed(value: float) -> str:
    return "not known" if value != value else f"{value:+.3f}".replace("-", "−")
