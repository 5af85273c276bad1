"""The claim sorter of lesson 01: what kind of claim is it, and what would show it wrong?
A student's coding stands beside two possible ones; none of the three is a key.
"""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd

from alignment import tables
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.codings import PARTS, load_codings, save_codings
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, kept, one_of, state_table
from alignment.widgets.sorter_look import card, comparison, wall

TYPES = (
    "descriptive", "causal", "predictive", "conditional",
    "intent", "attribution", "evaluative", "normative",
)  # fmt: skip
INTERESTS = ("V1", "V2", "V3", "V4", "V5", "V6", "all", "none")
FEWEST = 5  # claims both have coded; with fewer, kappa says nothing
CODINGS = ("first", "second")


class ClaimSorter(Panel):
    """Every claim of the reading on a card: its type, domain, interest, and what would refute it.

    Parameters
    ----------
    agreement : callable
        ``agreement(first, second)`` of two series of types: a number such as Cohen's kappa.
        It stands in the lesson, so that no step is hidden.

    Attributes
    ----------
    codings : dict of str to dict
        What the student has chosen, by claim.
    claim : str
        The claim on the card.
    message : str
        What the last change did.

    Examples
    --------
    >>> sorter = ClaimSorter(kappa)  # doctest: +SKIP
    >>> sorter.code("C7", type="causal", false_if="...")  # doctest: +SKIP
    """

    def __init__(self, agreement: Callable[[pd.Series, pd.Series], float]) -> None:
        self._agreement = agreement
        self._claims = tables.load("claims").set_index("id")
        self._others = tables.load("claim_codings").set_index("id")
        self._domains = tables.load("domains").set_index("domain")["name"].to_dict()
        self.claim = self._claims.index[0]
        self.codings: dict[str, dict[str, str]] = {}
        self.message = self._read()
        self.view = self._build()

    def code(self, claim: str, **parts: str) -> None:
        """Code one claim from a cell; the same as choosing in the panel.

        Parameters
        ----------
        claim : str
            "C1" to "C32".
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
        self._put(claim, parts)
        print(self.message)

    def to_frame(self) -> pd.DataFrame:
        """Return the coding as a table, one row per claim; empty text where nothing is chosen."""
        rows = [
            {part: self.codings.get(claim, {}).get(part, "") for part in PARTS}
            for claim in self._claims.index
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
        return f"ClaimSorter({self._progress()}; {self._comparison_text()})"

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
        return state_table(rows, caption=say("sorter.caption", progress=self._progress()))

    # --- what a change does -----------------------------------------------------------------

    def _read(self) -> str:
        try:
            own = load_codings()
        except AlignmentError as error:
            return say("panel.unread", error=error)
        self.codings = {claim: dict(own[claim]) for claim in self._claims.index if claim in own}
        return say("sorter.begin", progress=self._progress())

    def _put(self, claim: str, parts: dict[str, str]) -> None:
        chosen = self.codings.get(claim, {}) | {part: word.strip() for part, word in parts.items()}
        self.codings[claim] = {part: word for part, word in chosen.items() if word}
        if not self.codings[claim]:
            del self.codings[claim]
        words = ", ".join(
            say("sorter.chosen", part=say(f"sorter.part {part}"), word=word or say("sorter.open"))
            for part, word in parts.items()
        )
        self.message = say(
            "sorter.coded",
            claim=claim,
            words=words,
            progress=self._progress(),
            saved=kept(save_codings, self.codings),
        )
        self.claim = claim
        self._show()

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

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        self._pick = widgets.Dropdown(
            options=[
                (f"{claim}: {row['phrase']}", claim) for claim, row in self._claims.iterrows()
            ],
            description=say("sorter.part claim"),
        )
        steps = [self._step(say("sorter.previous"), -1), self._step(say("sorter.next"), +1)]
        self._card, self._wall, self._table = widgets.HTML(), widgets.HTML(), table_view()
        self._inputs = {part: self._dropdown(part) for part in PARTS[:3]}
        self._inputs["false_if"] = widgets.Text(
            description=say("sorter.false_label"),
            placeholder=say("sorter.false_hint"),
            continuous_update=False,
            layout={"width": "98%"},
            style={"description_width": "initial"},
        )
        self._live = Live()
        self._pick.observe(lambda change: self._turn(change.new), "value")
        for part, box in self._inputs.items():
            box.observe(lambda change, part=part: self._changed(part, change.new), "value")
        self._show()
        row = {"flex_flow": "row wrap"}
        return widgets.VBox(
            [
                widgets.HBox([self._pick, *steps], layout=row),
                self._card,
                widgets.HBox([self._inputs[part] for part in PARTS[:3]], layout=row),
                self._inputs["false_if"],
                self._live,
                self._wall,
                self._table,
            ]
        )

    def _step(self, label: str, by: int) -> widgets.Button:
        button = widgets.Button(description=label, layout={"width": "auto"})
        button.on_click(lambda _: self._turn(self._neighbour(by)))
        return button

    def _neighbour(self, by: int) -> str:
        order = list(self._claims.index)
        return order[(order.index(self.claim) + by) % len(order)]

    def _dropdown(self, part: str) -> widgets.Dropdown:
        known = self._options(part)
        options = [
            (say("panel.choose"), ""),
            *[
                (say("sorter.option", word=word, meaning=text), word)
                for word, text in known.items()
            ],
        ]
        return widgets.Dropdown(
            options=options, description=say(f"sorter.part {part}"), layout={"width": "320px"}
        )

    def _turn(self, claim: str) -> None:
        if claim != self.claim:
            self.claim = claim
            self.message = f"{claim}: {self._claims.loc[claim, 'claim']}"
            self._show()

    def _changed(self, part: str, word: str) -> None:
        if not self._filling:
            self._put(self.claim, {part: word})

    def _show(self) -> None:
        own = self.codings.get(self.claim, {})
        with self._quietly():
            self._pick.value = self.claim
            for part, box in self._inputs.items():
                box.value = own.get(part, "")
        self._card.value = card(self.claim, self._claims.loc[self.claim], self._beside(own))
        self._wall.value = wall(self.to_frame()[["paragraph", "type"]], self.claim)
        self._table.value = comparison(self.compare())
        self._live.text = self.message

    def _beside(self, own: dict[str, str]) -> str:
        """Show the other codings only after the student's own, so that they do not lead."""
        if not own.get("type"):
            return say("sorter.wait")
        words = [
            say(
                "sorter.other",
                name=say(f"sorter.coding {name}"),
                type=self._others.loc[self.claim, name],
            )
            for name in CODINGS
        ]
        return say("sorter.beside", type=own["type"], words="; ".join(words))

    def _progress(self) -> str:
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
