"""The agreement lens of lesson 06: how alike do two states vote, and who says so?
The lesson hands over the votes, the definitions and the count per year; the lens only chooses.
"""

from collections.abc import Callable, Mapping

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.errors import AlignmentError
from alignment.widgets.panel import ChoicePanel, dropdown, row, state_table

LOOKS = {"pair": theme.line("China"), "reference": theme.line("United States")}


class AgreementLens(ChoicePanel):
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

    heading = "How alike do two states vote?"

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
        self._found: dict[tuple, pd.DataFrame] = {}
        first = {"rule": next(iter(rules)), "texts": next(iter(texts)), "pair": pair}
        self._open(first | {"reference": reference, "years": years})

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
        years = years or self._wished
        self._choose(rule=rule, texts=texts, pair=pair, reference=reference, years=years)

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
            f"{self._name(self.now[key])} {_number(rows.loc[rule, early])} in {early} "
            f"{self._texts_of(key, early)} and {_number(rows.loc[rule, late])} in {late} "
            f"{self._texts_of(key, late)}"
            for key, rows in (("pair", own), ("reference", other))
        ]
        signs = _signs(own["change"], self._name(self.now["pair"]))
        return f"{rule}, {self.now['texts']}: {'; '.join(parts)}. {signs}"

    def table_html(self) -> str:
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
        return state_table(rows, caption=caption)

    def accept(self, choice: dict) -> dict:
        """Refuse what does not exist; take the wished years or the nearest that hold votes."""
        _known("definition", choice["rule"], self._rules)
        _known("choice of texts", choice["texts"], self._texts)
        for two in (choice["pair"], choice["reference"]):
            for state in two:
                _known("state", state, self._states)
            if len(set(two)) != 2:
                raise AlignmentError(f"A pair needs two different states; found {self._name(two)}")
        wished = tuple(choice.get("years") or self._wished)
        years = _two_years(wished, sorted(set(self._texts[choice["texts"]]["year"])))
        self._wished = wished  # kept for texts that reach further
        pairs = {key: tuple(choice[key]) for key in ("pair", "reference")}
        return {"rule": choice["rule"], "texts": choice["texts"]} | pairs | {"years": years}

    def controls(self) -> dict[str, widgets.Widget]:
        """Make six menus."""
        names = {name: code for code, name in self._states.items()}
        options = {"Definition": list(self._rules), "Texts": list(self._texts)}
        options |= {"First state": names, "Second state": names}
        options |= {"Reference, first": names, "Reference, second": names}
        keys = ("rule", "texts", "one", "other", "ref one", "ref other")
        return {
            key: dropdown(label, each, label_width="13em", width="27em")
            for key, (label, each) in zip(keys, options.items(), strict=True)
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the menus side by side."""
        return [row(*controls.values())]

    def shown(self) -> dict[str, object]:
        """Take the pairs apart, one menu each."""
        (one, other), (ref, ref_other) = self.now["pair"], self.now["reference"]
        states = {"one": one, "other": other, "ref one": ref, "ref other": ref_other}
        return {"rule": self.now["rule"], "texts": self.now["texts"]} | states

    def chosen(self, values: dict[str, object]) -> dict:
        """Put the pairs together; the years stay as wished."""
        pairs = {"pair": (values["one"], values["other"])}
        pairs |= {"reference": (values["ref one"], values["ref other"])}
        return {"rule": values["rule"], "texts": values["texts"]} | pairs

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
            title=f"Agreement ({self.now['rule']}, {self.now['texts']})",
            xaxis={"title": "Year"},
            yaxis={"title": "Agreement (1 = always alike)", "range": [1.1 * lowest, 1.05]},
            height=400,
        )
        return figure

    def _name(self, pair: tuple[str, str]) -> str:
        return "–".join(self._states[state] for state in pair)

    def _texts_of(self, key: str, year: int) -> str:
        count = int(self.series(self.now[key])["n"].get(year, 0))
        return f"({count} text{'s' if count != 1 else ''})"


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


def _signs(changes: pd.Series, pair: str) -> str:
    known = changes.dropna().round(3)
    up, down = int((known > 0).sum()), int((known < 0).sum())
    if known.empty:
        return "No definition can compare the two years."
    verdict = "the sign depends on the definition" if up and down else "the sign survives"
    return (
        f"The agreement of {pair} rose under {up} and fell under {down} of {len(known)} "
        f"definitions: {verdict}."
    )


def _number(value: float) -> str:
    return "not known" if value != value else f"{value:.3f}".replace("-", "−")


def _signed(value: float) -> str:
    return "not known" if value != value else f"{value:+.3f}".replace("-", "−")
