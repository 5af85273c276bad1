"""The evidence coder of lesson 02: how does each item of evidence fit each hypothesis?
The course's own codes of an item appear only after the student has coded it.
"""

from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment import tables
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.evidence import load_evidence, save_evidence
from alignment.widgets.hypothesis_matrix import CODES, code_options
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, kept, one_of, state_table


class EvidenceCoder(Panel):
    """One item of evidence at a time, a code for each hypothesis, then the course's codes.

    Attributes
    ----------
    own : dict of str to dict
        What the student has chosen: by item, a code by hypothesis.
    item : str
        The item on the card.
    message : str
        What the last change did.

    Examples
    --------
    >>> coder = EvidenceCoder()  # doctest: +SKIP
    >>> coder.code("e1", H1="C", H2="C", H3="N", H4="C", H5="N")  # doctest: +SKIP
    """

    def __init__(self) -> None:
        self._items = tables.load("ach_items").set_index("item")
        self._hypotheses = tables.load("hypotheses").set_index("hypothesis")
        codes = tables.load("ach_matrix").pivot(index="hypothesis", columns="item", values="code")
        self._ours = codes[self._items.index]
        self.item = self._items.index[0]
        self.own: dict[str, dict[str, str]] = {}
        self.message = self._read()
        self.view = self._build()

    def code(self, item: str, **codes: str) -> None:
        """Code one item from a cell; the same as choosing in the panel.

        Parameters
        ----------
        item : str
            "e1" to "e14".
        **codes : str
            By hypothesis CC, C, N, I or II; an empty text takes a choice back.

        Raises
        ------
        AlignmentError
            If the item, a hypothesis or a code is unknown.
        """
        one_of("coder.no_item", item, self._items.index)
        for name, word in codes.items():
            one_of("coder.no_hypothesis", name, self._hypotheses.index)
            one_of("coder.no_code", word, ("", *CODES))
        self._put(item, codes)
        print(self.message)

    def to_frame(self) -> pd.DataFrame:
        """Return the student's codes, hypotheses in rows, items in columns; empty where open."""
        return pd.DataFrame(
            {
                item: [self.own.get(item, {}).get(name, "") for name in self._hypotheses.index]
                for item in self._items.index
            },
            index=self._hypotheses.index,
        )

    def done(self) -> list[str]:
        """Return the items that have a code for every hypothesis."""
        frame = self.to_frame()
        return [item for item in frame if (frame[item] != "").all()]

    def state_line(self) -> str:
        """Say how far the coding is in one line."""
        return f"EvidenceCoder({self._progress()})"

    def state_html(self) -> str:
        """Say the codes as a table, one row per item; the course's own are not in it."""
        frame = self.to_frame()
        rows = [
            {say("coder.item"): f"{item} {row['short']}", say("coder.happened"): row["fact"]}
            | {name: frame.loc[name, item] or say("coder.open") for name in frame.index}
            for item, row in self._items.iterrows()
        ]
        return state_table(rows, caption=say("coder.caption", progress=self._progress()))

    # --- what a change does -----------------------------------------------------------------

    def _read(self) -> str:
        try:
            saved = load_evidence()
        except AlignmentError as error:
            return say("panel.unread", error=error)
        self.own = {item: dict(saved[item]) for item in self._items.index if item in saved}
        return say("coder.ask", progress=self._progress())

    def _put(self, item: str, codes: dict[str, str]) -> None:
        chosen = self.own.get(item, {}) | codes
        self.own[item] = {name: word for name, word in chosen.items() if word}
        if not self.own[item]:
            del self.own[item]
        words = ", ".join(
            say("coder.chosen", name=name, code=word or say("coder.open"))
            for name, word in codes.items()
        )
        self.message = say(
            "coder.coded",
            item=item,
            words=words,
            progress=self._progress(),
            saved=kept(save_evidence, self.own),
        )
        self.item = item
        self._show()

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        options = [(f"{item} {row['short']}", item) for item, row in self._items.iterrows()]
        self._pick = widgets.Dropdown(options=options, description=say("coder.item_label"))
        self._pick.observe(lambda change: self._turn(change.new), "value")
        self._card, self._beside, self._live = widgets.HTML(), table_view(), Live()
        self._inputs = {name: self._dropdown(name) for name in self._hypotheses.index}
        steps = [self._step(say("coder.previous"), -1), self._step(say("coder.next"), +1)]
        self._show()
        row = {"flex_flow": "row wrap"}
        return widgets.VBox(
            [
                widgets.HBox([self._pick, *steps], layout=row),
                self._card,
                widgets.VBox([self._line(name) for name in self._inputs]),
                self._live,
                self._beside,
            ]
        )

    def _step(self, label: str, by: int) -> widgets.Button:
        button = widgets.Button(description=label, layout={"width": "auto"})
        order = list(self._items.index)
        button.on_click(lambda _: self._turn(order[(order.index(self.item) + by) % len(order)]))
        return button

    def _dropdown(self, name: str) -> widgets.Dropdown:
        box = widgets.Dropdown(
            options=[(say("panel.choose"), ""), *code_options()],
            description=f"{name} {self._hypotheses.loc[name, 'name']}",
            style={"description_width": "initial"},
            layout={"width": "auto", "max_width": "98%"},
        )
        box.observe(lambda change: self._changed(name, change.new), "value")
        return box

    def _line(self, name: str) -> widgets.Box:
        """Set what a hypothesis expects beside the choice of its code."""
        expects = escape(say("coder.expects", expects=self._hypotheses.loc[name, "expects"]))
        said = widgets.HTML(f"<span>{expects}</span>", layout={"max_width": "98%"})
        return widgets.HBox([self._inputs[name], said], layout={"flex_flow": "row wrap"})

    def _turn(self, item: str) -> None:
        if not self._filling and item != self.item:
            self.item = item
            self.message = f"{item}: {self._items.loc[item, 'fact']}"
            self._show()

    def _changed(self, name: str, word: str) -> None:
        if not self._filling:
            self._put(self.item, {name: word})

    def _show(self) -> None:
        own = self.own.get(self.item, {})
        with self._quietly():
            self._pick.value = self.item
            for name, box in self._inputs.items():
                box.value = own.get(name, "")
        row = self._items.loc[self.item]
        where = f"{row['publisher']}, {row['year']}"
        self._card.value = f"<p><strong>{escape(row['fact'])}</strong> ({escape(where)})</p>"
        self._beside.value = self._compared()
        self._live.text = self.message

    def _compared(self) -> str:
        """Show the course's codes only after the student's own, so that they do not lead."""
        if self.item not in self.done():
            return say("coder.wait")
        own = self.own[self.item]
        rows = [
            {
                say("coder.hypothesis"): f"{name} {self._hypotheses.loc[name, 'name']}",
                say("coder.you"): own[name],
            }
            | {say("coder.course"): self._ours.loc[name, self.item]}
            for name in self._hypotheses.index
        ]
        return state_table(rows, caption=say("coder.no_key"))

    def _progress(self) -> str:
        return say("coder.progress", done=len(self.done()), items=len(self._items))
