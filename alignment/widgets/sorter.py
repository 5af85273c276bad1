"""The claim sorter of lesson 01: what kind of claim is it, and what would show it wrong?
A student's coding stands beside two possible ones; none of the three is a key.
"""

from collections.abc import Callable
from difflib import get_close_matches

import ipywidgets as widgets
import pandas as pd

from alignment import tables
from alignment.errors import AlignmentError
from alignment.records.codings import PARTS, load_codings, save_codings
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, state_table
from alignment.widgets.sorter_look import card, comparison, wall

TYPES = {
    "descriptive": "says what is",
    "causal": "says what brings about what",
    "predictive": "says what will or may be",
    "conditional": "says what will be if something is done",
    "intent": "says what somebody wants",
    "attribution": "says what somebody thinks",
    "evaluative": "says how good, bad or large something is",
    "normative": "says what should be done",
}
INTERESTS = {
    "V1": "homeland and nuclear stability",
    "V2": "allies' security in Europe",
    "V3": "balance and allies in the Indo-Pacific",
    "V4": "trade and finance",
    "V5": "staying out of a war between great powers",
    "V6": "rules, legitimacy and influence",
    "all": "all of them",
    "none": "none of them",
}
FEWEST = 5  # claims both have coded; with fewer, kappa says nothing
CODINGS = {"first": "coding one", "second": "coding two"}


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
        self._require(claim in self._claims.index, "claim", claim, self._claims.index)
        for part, word in parts.items():
            self._require(part in PARTS, "part", part, PARTS)
            known = self._options(part)
            self._require(part == "false_if" or word in ("", *known), part, word, known)
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
        return pd.DataFrame(rows, index=list(CODINGS.values()))

    def state_line(self) -> str:
        """Say how far the sorting is in one line."""
        return f"ClaimSorter({self._progress()}; {self._comparison_text()})"

    def state_html(self) -> str:
        """Say the coding as a table, one row per claim."""
        frame = self.to_frame()
        rows = [
            {
                "Claim": claim,
                "Paragraph": row["paragraph"],
                "What is claimed": row["claim"],
                "Type": frame.loc[claim, "type"] or "not coded yet",
                "Domain": frame.loc[claim, "domain"],
                "Interest": frame.loc[claim, "interest"],
                "Would be false if": frame.loc[claim, "false_if"],
            }
            for claim, row in self._claims.iterrows()
        ]
        return state_table(rows, caption=f"Claim sorter: {self._progress()}")

    # --- what a change does -----------------------------------------------------------------

    def _read(self) -> str:
        try:
            own = load_codings()
        except AlignmentError as error:
            return f"{error}. Nothing of it is shown."
        self.codings = {claim: dict(own[claim]) for claim in self._claims.index if claim in own}
        return f"{self._progress().capitalize()}. Choose a claim, then its type."

    def _put(self, claim: str, parts: dict[str, str]) -> None:
        chosen = self.codings.get(claim, {}) | {part: word.strip() for part, word in parts.items()}
        self.codings[claim] = {part: word for part, word in chosen.items() if word}
        if not self.codings[claim]:
            del self.codings[claim]
        words = ", ".join(
            f"{part.replace('_', ' ')} {word or 'open'}" for part, word in parts.items()
        )
        self.message = f"{claim}: {words}. {self._progress().capitalize()}. {self._save()}"
        self.claim = claim
        self._show()

    def _save(self) -> str:
        try:
            return f"Saved in {save_codings(self.codings)}."
        except AlignmentError as error:
            return f"Not saved: {error}."

    def _row(self, own: pd.Series, other: pd.Series) -> dict[str, float]:
        same = int((own == other).sum())
        defined = len(own) >= FEWEST and max(own.nunique(), other.nunique()) > 1
        value = float(self._agreement(own, other)) if defined else float("nan")
        return {"claims": len(own), "same": same, "agreement": value}

    def _require(self, fine: bool, what: str, found: str, known) -> None:
        if not fine:
            near = get_close_matches(str(found), list(known), n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
            raise AlignmentError(f"There is no {what} {found!r}; {advice}")

    def _options(self, part: str) -> dict[str, str]:
        domains = self._domains | {"all": "all of them", "none": "none of them"}
        return {"type": TYPES, "domain": domains, "interest": INTERESTS}.get(part, {})

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        self._pick = widgets.Dropdown(
            options=[
                (f"{claim}: {row['phrase']}", claim) for claim, row in self._claims.iterrows()
            ],
            description="claim",
        )
        steps = [self._step("Previous claim", -1), self._step("Next claim", +1)]
        self._card, self._wall, self._table = widgets.HTML(), widgets.HTML(), table_view()
        self._inputs = {part: self._dropdown(part) for part in PARTS[:3]}
        self._inputs["false_if"] = widgets.Text(
            description="would be false if",
            placeholder="one thing that we could see",
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
        options = [("choose", ""), *[(f"{word}: {text}", word) for word, text in known.items()]]
        return widgets.Dropdown(options=options, description=part, layout={"width": "320px"})

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
            return "Two other codings appear when you have chosen a type."
        words = [
            f"{name}: {self._others.loc[self.claim, column]}" for column, name in CODINGS.items()
        ]
        return f"You: {own['type']}; {'; '.join(words)}. None of them is a key."

    def _progress(self) -> str:
        done = int((self.to_frame()["type"] != "").sum())
        return f"{done} of {len(self._claims)} claims have a type"

    def _comparison_text(self) -> str:
        table = self.compare().dropna()
        if table.empty:
            return f"compared when {FEWEST} claims have one"
        return ", ".join(
            f"agreement with {name} {row.agreement:.2f}" for name, row in table.iterrows()
        )
