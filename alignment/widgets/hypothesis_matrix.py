"""The matrix editor of lesson 02: hypotheses in rows, items of evidence in columns.
It adds up what speaks against each hypothesis, and shows which single item decides.
"""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods import hypotheses as ach
from alignment.widgets.hypothesis_matrix_look import grid, results_table
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, one_of, state_table

CODES = ("CC", "C", "N", "I", "II")  # from very consistent to very inconsistent
WEIGHTS = (0.5, 1.0, 1.5)
WEIGHED = ("credibility", "relevance")


class HypothesisMatrix(Panel):
    """Codes that can be changed, items that can be removed, and what follows at once.

    Parameters
    ----------
    codes : pandas.DataFrame
        CC, C, N, I or II; hypotheses in rows, items in columns.
    items : pandas.DataFrame
        By item: `short` (two words), `fact` (one sentence), `credibility` and `relevance`.
    pick : callable
        ``pick(points, weight)`` returns the item that matters most; `points` are the codes as
        numbers from 2 to -2, `weight` is credibility times relevance. It stands in the lesson, so
        that no step is hidden.

    Attributes
    ----------
    codes, weights : pandas.DataFrame
        As they are now.
    removed : list of str
        Items that do not count now.
    message : str
        What the last change did.

    Raises
    ------
    AlignmentError
        If a code or a weight is unknown, or an item has no fact.
    """

    def __init__(
        self,
        codes: pd.DataFrame,
        items: pd.DataFrame,
        pick: Callable[[pd.DataFrame, pd.Series], str],
    ) -> None:
        if missing := [item for item in codes.columns if item not in items.index]:
            raise AlignmentError(say("matrix.no_fact", item=missing[0]))
        ach.coded(codes)  # refuses a strange code with a sentence of its own
        self._start, self._pick = codes.copy(), pick
        self._facts = items.loc[codes.columns, "fact"]
        self._names = items.loc[codes.columns, "short"]
        self._start_weights = items.loc[codes.columns, list(WEIGHED)].astype(float)
        self.codes, self.weights = codes.copy(), self._start_weights.copy()
        self.removed: list[str] = []
        self.item, self.rows = codes.columns[0], "hypotheses"
        self.message = say("matrix.begin")
        self.view = self._build()

    def set(self, item: str, **changes: str | float) -> None:
        """Change one item from a cell: codes by hypothesis, credibility, relevance.

        Parameters
        ----------
        item : str
            For example "e6".
        **changes : str or float
            For example ``H1="C", credibility=0.5``.
        """
        one_of("matrix.no_item", item, self.codes.columns)
        for name, value in changes.items():
            one_of("matrix.no_name", name, [*self.codes.index, *WEIGHED])
            one_of("matrix.no_value", value, WEIGHTS if name in WEIGHED else CODES)
        self._change(item, changes)
        print(self.message)

    def remove(self, item: str) -> None:
        """Take one item away, so that it no longer counts."""
        one_of("matrix.no_item", item, self.codes.columns)
        self._take(item, out=True)
        print(self.message)

    def remove_most(self) -> str:
        """Take away the item that matters most, as the lesson's function picks it."""
        item = self._pick(self.points(), self.weight())
        self._take(item, out=True)
        return item

    def put_back(self) -> None:
        """Bring back all items; codes and weights stay as they are."""
        self.removed = []
        self._say(say("matrix.all_back"))

    def reset(self) -> None:
        """Bring back the first codes, the first weights and all items."""
        self.codes, self.weights, self.removed = (
            self._start.copy(),
            self._start_weights.copy(),
            [],
        )
        self._say(say("matrix.at_start"))

    def points(self) -> pd.DataFrame:
        """Return the codes of the items that count, as numbers from 2 to -2."""
        table = self.codes.drop(columns=self.removed)
        return pd.DataFrame(ach.coded(table), index=table.index, columns=table.columns)

    def weight(self) -> pd.Series:
        """Return credibility times relevance of the items that count."""
        return self.weights.drop(index=self.removed).prod(axis=1)

    def results(self) -> pd.DataFrame:
        """Say what follows for each hypothesis.

        Returns
        -------
        pandas.DataFrame
            `against` (weighted inconsistency), `net` (for minus against), `silent` (items coded
            N), `leads` (least against it), by hypothesis.
        """
        table = self.codes.drop(columns=self.removed)
        weight = self.weight()
        against = ach.inconsistency(table, weight.to_numpy())
        net = (self.points() * weight).sum(axis=1)
        frame = pd.DataFrame({"against": against, "net": net, "silent": ach.silence(table)})
        return frame.assign(leads=frame["against"] == frame["against"].min())

    def state_line(self) -> str:
        """Say the result in one line."""
        against = ", ".join(
            f"{name} {value:g}" for name, value in self.results()["against"].items()
        )
        said = f"{self._lead()}; {self._removed_text()}"
        return f"HypothesisMatrix({say('matrix.line', against=against, said=said)})"

    def state_html(self) -> str:
        """Say codes and result as a table, one row per hypothesis."""
        results = self.results()
        rows = [
            {
                say("matrix.hypothesis"): name,
                **{item: self._shown(name, item) for item in self.codes.columns},
                say("matrix.against"): f"{results.loc[name, 'against']:g}",
                say("matrix.net"): f"{results.loc[name, 'net']:g}",
                say("matrix.silent"): int(results.loc[name, "silent"]),
            }
            for name in self.codes.index
        ]
        caption = say("matrix.caption", lead=self._lead(), removed=self._removed_text())
        return state_table(rows, caption=caption)

    # --- what a change does -----------------------------------------------------------------

    def _change(self, item: str, changes: dict[str, str | float]) -> None:
        for name, value in changes.items():
            if name in WEIGHED:
                self.weights.loc[item, name] = float(value)
            else:
                self.codes.loc[name, item] = value
        self.item = item
        done = ", ".join(
            say(
                "matrix.is_now",
                name=say(f"matrix.{name}") if name in WEIGHED else name,
                value=value,
            )
            for name, value in changes.items()
        )
        self._say(say("matrix.changed", named=self._named(item), done=done))

    def _take(self, item: str, *, out: bool) -> None:
        gone = (set(self.removed) | {item}) if out else (set(self.removed) - {item})
        if len(gone) == len(self.codes.columns):
            self._say(say("matrix.last_item", named=self._named(item)))
            return
        self.removed = [each for each in self.codes.columns if each in gone]
        self._say(say("matrix.gone" if out else "matrix.back", named=self._named(item)))

    def _named(self, item: str) -> str:
        return say("matrix.named", item=item, short=self._names[item])

    def _say(self, done: str) -> None:
        self.message = say("matrix.now", done=done, lead=self._lead())
        self._show()

    def _lead(self) -> str:
        results = self.results()
        names = list(results.index[results["leads"]])
        least = results["against"].min()
        return say("matrix.lead", names=say("matrix.and").join(names), least=least)

    def _removed_text(self) -> str:
        names = [self._named(item) for item in self.removed]
        return (
            say("matrix.removed", names=", ".join(names)) if names else say("matrix.none_removed")
        )

    def _shown(self, hypothesis: str, item: str) -> str:
        code = self.codes.loc[hypothesis, item]
        return f"({code})" if item in self.removed else code

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        self._live = Live()
        self._grid, self._results, self._fact = widgets.HTML(), table_view(), widgets.HTML()
        self._layout = widgets.ToggleButtons(
            options=[
                (say("matrix.rows_hypotheses"), "hypotheses"),
                (say("matrix.rows_items"), "items"),
            ],
            description=say("matrix.layout"),
            style={"button_width": "auto"},
        )
        self._layout.observe(self._turned, "value")
        self._toggles = {item: self._toggle(item) for item in self.codes.columns}
        options = [(f"{item} {name}", item) for item, name in self._names.items()]
        self._item = widgets.Dropdown(options=options, description=say("matrix.item"))
        self._item.observe(self._chosen, "value")
        self._inputs = {name: self._dropdown(name) for name in [*self.codes.index, *WEIGHED]}
        buttons = [
            self._button(say("matrix.take_most"), lambda: self.remove_most()),
            self._button(say("matrix.put_back"), self.put_back),
            self._button(say("matrix.again"), self.reset),
        ]
        self._show()
        row = {"flex_flow": "row wrap"}
        label = widgets.Label(say("matrix.count"))
        parts = [
            self._layout,
            self._grid,
            self._results,
            self._live,
            widgets.HBox(buttons, layout=row),
            label,
            widgets.HBox(list(self._toggles.values()), layout=row),
            widgets.HBox([self._item, self._fact], layout=row),
            widgets.HBox(list(self._inputs.values()), layout=row),
        ]
        return widgets.VBox(parts)

    def _button(self, label: str, action: Callable[[], object]) -> widgets.Button:
        button = widgets.Button(description=label, layout={"width": "auto"})
        button.on_click(lambda _: action())
        return button

    def _toggle(self, item: str) -> widgets.ToggleButton:
        toggle = widgets.ToggleButton(
            value=True,
            description=f"{item} {self._names[item]}",
            tooltip=self._facts[item],
            layout={"width": "auto"},
        )
        toggle.observe(lambda change: self._toggled(item, change.new), "value")
        return toggle

    def _dropdown(self, name: str) -> widgets.Dropdown:
        weighed = name in WEIGHED
        box = widgets.Dropdown(
            options=list(WEIGHTS) if weighed else code_options(),
            description=say(f"matrix.{name}") if weighed else name,
            layout={"width": "230px"},
        )
        box.observe(lambda change: self._edited(name, change.new), "value")
        return box

    def _turned(self, change) -> None:
        self.rows = change.new
        self._show()

    def _chosen(self, change) -> None:
        if not self._filling:
            self.item = change.new
            self._show()

    def _toggled(self, item: str, counts: bool) -> None:
        if not self._filling and counts == (item in self.removed):
            self._take(item, out=not counts)

    def _edited(self, name: str, value: str | float) -> None:
        if not self._filling:
            self._change(self.item, {name: value})

    def _show(self) -> None:
        with self._quietly():
            self._item.value = self.item
            for name, box in self._inputs.items():
                table = self.weights.T if name in WEIGHED else self.codes
                box.value = table.loc[name, self.item]
            for item, toggle in self._toggles.items():
                toggle.value = item not in self.removed
        self._fact.value = f"<div>{escape(self._facts[self.item])}</div>"
        self._grid.value = grid(self.codes, self.removed, self.item, self.rows, self._names)
        self._results.value = results_table(self.results())
        self._live.text = self.message


def code_options() -> list[tuple[str, str]]:
    """List the codes for a menu, each with its meaning."""
    return [(say("matrix.code", code=code, meaning=say(f"matrix.{code}")), code) for code in CODES]
