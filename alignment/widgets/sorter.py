"""The claim sorter of lesson 01: what kind of claim is it, and what would show it wrong?
A student's coding stands beside two possible ones; none of the three is a key.
"""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd

from alignment import tables
from alignment.messages import say
from alignment.records.codings import PARTS, load_codings, save_codings
from alignment.widgets.cards import CardPanel
from alignment.widgets.panel import one_of, row, state_table
from alignment.widgets.sorter_look import card_html, comparison, wall

TYPES = (
    "descriptive", "causal", "predictive", "conditional",
    "intent", "attribution", "evaluative", "normative",
)  # fmt: skip
INTERESTS = ("V1", "V2", "V3", "V4", "V5", "V6", "all", "none")
FEWEST = 5  # claims both have coded; with fewer, kappa says nothing
CODINGS = ("first", "second")


class ClaimSorter(CardPanel):
    """Every claim of the reading on a card: its type, domain, interest, and what would refute it.

    Parameters
    ----------
    agreement : callable
        ``agreement(first, second)`` of two series of types: a number such as Cohen's kappa.
        It stands in the lesson, so that no step is hidden.

    Attributes
    ----------
    coded : dict of str to dict
        What the student has chosen, by claim.
    card : str
        The claim on top.
    message : str
        What the last change did.

    Examples
    --------
    >>> sorter = ClaimSorter(kappa)  # doctest: +SKIP
    >>> sorter.code("C7", type="causal", false_if="...")  # doctest: +SKIP
    """

    group = "sorter"

    def __init__(self, agreement: Callable[[pd.Series, pd.Series], float]) -> None:
        self._agreement = agreement
        self._claims = tables.load("claims").set_index("id")
        self._others = tables.load("claim_codings").set_index("id")
        self._domains = tables.load("domains").set_index("domain")["name"].to_dict()
        self._deal(self._claims.index, load_codings, save_codings)

    def code(self, claim: str, **parts: str) -> None:
        """Code one claim from a cell; the same as choosing in the panel.

        Parameters
        ----------
        claim : str
            Its id, such as "C1".
        **parts : str
            `type`, `domain`, `interest`, `false_if`; what is left out stays, an empty text
            takes a choice back.

        Raises
        ------
        AlignmentError
            If the claim, a part or a word is unknown.
        """
        one_of("sorter.no_claim", claim, self._claims.index)
        for part, word in parts.items():
            one_of("sorter.no_part", part, PARTS)
            if part != "false_if":
                one_of(f"sorter.no_{part}", word, ("", *self._options(part)))
        self._code(claim, parts)

    def to_frame(self) -> pd.DataFrame:
        """Return the coding as a table, one row per claim; empty text where nothing is chosen."""
        rows = [
            {part: self.own(claim).get(part, "") for part in PARTS} for claim in self._claims.index
        ]
        return pd.DataFrame(rows, index=self._claims.index).assign(
            paragraph=self._claims["paragraph"]
        )[["paragraph", *PARTS]]

    def compare(self) -> pd.DataFrame:
        """Compare the types chosen so far with the two possible codings.

        Returns
        -------
        pandas.DataFrame
            One row per coding: `claims` compared, `same` of them, and `agreement` (NaN while
            fewer than five claims are coded or a coder used one type only).
        """
        own = self.to_frame()["type"]
        own = own[own != ""]
        rows = [self._row(own, self._others.loc[own.index, name]) for name in CODINGS]
        return pd.DataFrame(rows, index=[say(f"sorter.coding {name}") for name in CODINGS])

    def state_line(self) -> str:
        """Say how far the sorting is in one line."""
        return f"ClaimSorter({self.progress()}; {self._comparison_text()})"

    def state_html(self) -> str:
        """Say the coding as a table, one row per claim."""
        frame = self.to_frame()
        rows = [
            {
                say("sorter.claim"): claim,
                say("sorter.paragraph"): row["paragraph"],
                say("sorter.claimed"): row["claim"],
                say("sorter.type"): frame.loc[claim, "type"] or say("sorter.not_coded"),
                say("sorter.domain"): frame.loc[claim, "domain"],
                say("sorter.interest"): frame.loc[claim, "interest"],
                say("sorter.false_if"): frame.loc[claim, "false_if"],
            }
            for claim, row in self._claims.iterrows()
        ]
        return state_table(rows, caption=say("sorter.caption", progress=self.progress()))

    def _row(self, own: pd.Series, other: pd.Series) -> dict[str, float]:
        same = int((own == other).sum())
        defined = len(own) >= FEWEST and max(own.nunique(), other.nunique()) > 1
        value = float(self._agreement(own, other)) if defined else float("nan")
        return {"claims": len(own), "same": same, "agreement": value}

    def _options(self, part: str) -> dict[str, str]:
        if part == "domain":
            return self._domains | {"all": say("sorter.all"), "none": say("sorter.none")}
        words = {"type": TYPES, "interest": INTERESTS}.get(part, ())
        return {word: say(f"sorter.{word}") for word in words}

    # --- the card ---------------------------------------------------------------------------

    def label(self, card: str) -> str:
        """Say a claim in the menu."""
        return f"{card}: {self._claims.loc[card, 'phrase']}"

    def about(self, card: str) -> str:
        """Say what is claimed."""
        return self._claims.loc[card, "claim"]

    def part_name(self, part: str) -> str:
        """Return what a part of a coding is called."""
        return say(f"sorter.part {part}")

    def menus(self) -> dict[str, widgets.Widget]:
        """Make three menus and a line of text."""
        line = widgets.Text(
            description=say("sorter.false_label"),
            placeholder=say("sorter.false_hint"),
            continuous_update=False,
            layout={"width": "98%"},
            style={"description_width": "initial"},
        )
        return {part: self._menu(part) for part in PARTS[:3]} | {"false_if": line}

    def _menu(self, part: str) -> widgets.Dropdown:
        options = [
            (say("sorter.option", word=word, meaning=text), word)
            for word, text in self._options(part).items()
        ]
        return widgets.Dropdown(
            options=[(say("panel.choose"), ""), *options],
            description=self.part_name(part),
            layout={"width": "320px"},
        )

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the card between its menu and its parts."""
        menus = (controls[part] for part in PARTS[:3])
        return [
            row(controls["card"], *self.steps()),
            self._front,
            row(*menus),
            controls["false_if"],
        ]

    def front(self) -> str:
        """Show the claim, and the other codings below the student's own."""
        return card_html(self.card, self._claims.loc[self.card], self._beside(self.own()))

    def table_html(self) -> str:
        """Show every claim in its paragraph, and how alike the codings are."""
        types = self.to_frame()[["paragraph", "type"]]
        return f"{wall(types, self.card)}{comparison(self.compare())}"

    def _beside(self, own: dict[str, str]) -> str:
        """Show the other codings only after the student's own, so that they do not lead."""
        if not own.get("type"):
            return say("sorter.wait")
        words = [
            say(
                "sorter.other",
                name=say(f"sorter.coding {name}"),
                type=self._others.loc[self.card, name],
            )
            for name in CODINGS
        ]
        return say("sorter.beside", type=own["type"], words="; ".join(words))

    def progress(self) -> str:
        """Say how many claims have a type."""
        done = int((self.to_frame()["type"] != "").sum())
        return say("sorter.progress", done=done, of=len(self._claims))

    def _comparison_text(self) -> str:
        table = self.compare().dropna()
        if table.empty:
            return say("sorter.not_yet", number=FEWEST)
        return ", ".join(
            say("sorter.agreement", name=name, agreement=row.agreement)
            for name, row in table.iterrows()
        )
