"""The evidence coder of lesson 02: how does each item of evidence fit each hypothesis?
The course's own codes of an item appear only after the student has coded it.
"""

from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment import tables
from alignment.messages import say
from alignment.records.evidence import load_evidence, save_evidence
from alignment.widgets.cards import CardPanel
from alignment.widgets.hypothesis_matrix import CODES, code_options
from alignment.widgets.panel import one_of, row, state_table


class EvidenceCoder(CardPanel):
    """One item of evidence at a time, a code for each hypothesis, then the course's codes.

    Attributes
    ----------
    coded : dict of str to dict
        What the student has chosen: by item, a code by hypothesis.
    card : str
        The item on top.
    message : str
        What the last change did.

    Examples
    --------
    >>> coder = EvidenceCoder()  # doctest: +SKIP
    >>> coder.code("e1", H1="C", H2="C", H3="N", H4="C", H5="N")  # doctest: +SKIP
    """

    group = "coder"

    def __init__(self) -> None:
        self._items = tables.load("ach_items").set_index("item")
        self._hypotheses = tables.load("hypotheses").set_index("hypothesis")
        codes = tables.load("ach_matrix").pivot(index="hypothesis", columns="item", values="code")
        self._ours = codes[self._items.index]
        self._deal(self._items.index, load_evidence, save_evidence)

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
        self._code(item, codes)

    def to_frame(self) -> pd.DataFrame:
        """Return the student's codes, hypotheses in rows, items in columns; empty where open."""
        return pd.DataFrame(
            {
                item: [self.own(item).get(name, "") for name in self._hypotheses.index]
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
        return f"EvidenceCoder({self.progress()})"

    def state_html(self) -> str:
        """Say the codes as a table, one row per item; the course's own are not in it."""
        frame = self.to_frame()
        rows = [
            {say("coder.item"): f"{item} {row['short']}", say("coder.happened"): row["fact"]}
            | {name: frame.loc[name, item] or say("coder.open") for name in frame.index}
            for item, row in self._items.iterrows()
        ]
        return state_table(rows, caption=say("coder.caption", progress=self.progress()))

    # --- the card ---------------------------------------------------------------------------

    def label(self, card: str) -> str:
        """Say an item in the menu."""
        return f"{card} {self._items.loc[card, 'short']}"

    def about(self, card: str) -> str:
        """Say what happened."""
        return self._items.loc[card, "fact"]

    def menus(self) -> dict[str, widgets.Widget]:
        """Make a menu for each hypothesis."""
        return {name: self._menu(name) for name in self._hypotheses.index}

    def _menu(self, name: str) -> widgets.Dropdown:
        return widgets.Dropdown(
            options=[(say("panel.choose"), ""), *code_options()],
            description=f"{name} {self._hypotheses.loc[name, 'name']}",
            style={"description_width": "initial"},
            layout={"width": "auto", "max_width": "98%"},
        )

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Set what a hypothesis expects beside the choice of its code."""
        lines = [self._line(name, controls[name]) for name in self._hypotheses.index]
        return [row(controls["card"], *self.steps()), self._front, widgets.VBox(lines)]

    def _line(self, name: str, menu: widgets.Dropdown) -> widgets.Box:
        hypothesis = self._hypotheses.loc[name]
        text = say("coder.expects", says=hypothesis["says"], expects=hypothesis["expects"])
        return row(menu, widgets.HTML(f"<span>{escape(text)}</span>", layout={"max_width": "98%"}))

    def front(self) -> str:
        """Show what happened, and who says so."""
        item = self._items.loc[self.card]
        where = f"{item['publisher']}, {item['year']}"
        return f"<p><strong>{escape(item['fact'])}</strong> ({escape(where)})</p>"

    def table_html(self) -> str:
        """Show the course's codes only after the student's own, so that they do not lead."""
        if self.card not in self.done():
            return say("coder.wait")
        own = self.own()
        rows = [
            {
                say("coder.hypothesis"): f"{name} {self._hypotheses.loc[name, 'name']}",
                say("coder.you"): own[name],
            }
            | {say("coder.course"): self._ours.loc[name, self.card]}
            for name in self._hypotheses.index
        ]
        return state_table(rows, caption=say("coder.no_key"))

    def progress(self) -> str:
        """Say how many items are coded."""
        return say("coder.progress", done=len(self.done()), items=len(self._items))
