"""The premortem board of lesson 10: it is later, the judgement was wrong; write down why.
Reasons are sorted by where the fault lay, because each kind calls for another remedy.
"""

from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment.errors import AlignmentError
from alignment.records.drafts import load_draft, save_draft
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, state_table

KINDS = {
    "wrong event": ("we judged another event than the one that mattered", "define it again"),
    "wrong mechanism": ("it came about, or failed, in another way", "list rival explanations"),
    "wrong data": ("a figure was revised, missing or interested", "find a second source"),
    "wrong values": ("we counted what does not matter, or missed what does", "ask who disagrees"),
}
STORY = "It is December 2028 and our judgement proved badly wrong. Why?"
SHORTEST = 15  # characters of a reason


class PremortemBoard(Panel):
    """Four columns of reasons, each with a sign one could watch for.

    Parameters
    ----------
    story : str
        What went wrong, as if it had already happened.

    Attributes
    ----------
    reasons : list of dict
        Each with kind, reason and sign.
    message : str
        What the last step did.

    Examples
    --------
    >>> board = PremortemBoard()  # doctest: +SKIP
    >>> board.add("wrong data", "customs revised the year", sign="a new vintage")  # doctest: +SKIP
    """

    def __init__(self, story: str = STORY) -> None:
        self.story = story
        self.reasons: list[dict[str, str]] = []
        self.message = self._read()
        self.view = self._build()

    def add(self, kind: str, reason: str, sign: str = "") -> None:
        """Add a reason from a cell; the same as the button.

        Parameters
        ----------
        kind : {"wrong event", "wrong mechanism", "wrong data", "wrong values"}
            Where the fault lay.
        reason : str
            Why the judgement proved wrong, in one line.
        sign : str
            What one could have seen earlier.

        Raises
        ------
        AlignmentError
            If the kind is unknown or the reason is too short to mean anything.
        """
        self._put(kind, reason, sign)
        print(self.message)

    def remove(self, number: int) -> None:
        """Take a reason back, by its number in the table (from 1)."""
        if not 1 <= number <= len(self.reasons):
            raise AlignmentError(f"There is no reason {number!r}; there are {len(self.reasons)}")
        self._keep([each for n, each in enumerate(self.reasons, 1) if n != number])
        print(self.message)

    def to_frame(self) -> pd.DataFrame:
        """Return the reasons as a table: kind, reason, sign."""
        return pd.DataFrame(self.reasons, columns=["kind", "reason", "sign"])

    def missing(self) -> list[str]:
        """List the kinds without a reason: usually the ones one does not like to think about."""
        return [kind for kind in KINDS if kind not in {each["kind"] for each in self.reasons}]

    def sentence(self) -> str:
        """Say how many reasons there are and which kinds are missing."""
        count = f"{len(self.reasons)} reason{'s' if len(self.reasons) != 1 else ''}"
        rest = f"none yet for {', '.join(self.missing())}" if self.missing() else "every kind named"
        return f"{count}; {rest}"

    def state_line(self) -> str:
        """Say the count in one line."""
        return f"PremortemBoard({self.sentence()})"

    def state_html(self) -> str:
        """Say the four kinds as a table, with the remedy and how many reasons each has."""
        counts = self.to_frame()["kind"].value_counts()
        rows = [
            {
                "Kind": kind,
                "Meaning": meaning,
                "Remedy": remedy,
                "Reasons": int(counts.get(kind, 0)),
            }
            for kind, (meaning, remedy) in KINDS.items()
        ]
        return state_table(rows, caption=f"Premortem: {self.story}")

    # --- what a step does -------------------------------------------------------------------

    def _put(self, kind: str, reason: str, sign: str) -> None:
        if kind not in KINDS:
            raise AlignmentError(f"There is no kind {kind!r}; there are {', '.join(KINDS)}")
        if len(reason.strip()) < SHORTEST:
            raise AlignmentError(
                f"The reason is too short ({len(reason.strip())} characters): say in one line what "
                "happened instead"
            )
        entry = {"kind": kind, "reason": reason.strip(), "sign": sign.strip()}
        self._keep([*self.reasons, entry])

    def _keep(self, reasons: list[dict[str, str]]) -> None:
        where = save_draft("premortem", reasons)  # first kept, then shown
        self.reasons = reasons
        self.message = f"{self.sentence().capitalize()}. Saved in {where}."
        self._show()

    def _read(self) -> str:
        try:
            parts = load_draft("premortem")
        except AlignmentError as error:
            return f"{error}. Nothing of it is shown."
        known = [part for part in parts if part.get("kind") in KINDS]
        self.reasons = [{"reason": "", "sign": ""} | part for part in known]
        return f"{self.sentence().capitalize()}."

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        wide = {"layout": {"width": "98%"}, "style": {"description_width": "9em"}}
        options = [(f"{kind}: {meaning}", kind) for kind, (meaning, _) in KINDS.items()]
        self._kind = widgets.Dropdown(options=options, description="The fault", **wide)
        self._reason = widgets.Text(description="Because", placeholder="one line", **wide)
        self._sign = widgets.Text(
            description="A sign to watch", placeholder="what could we see early?", **wide
        )
        narrow = {"width": "auto", "align_self": "flex-start"}  # a box would stretch it
        button = widgets.Button(description="Add this reason", layout=narrow)
        button.on_click(self._pressed)
        self._live, self._table = Live(), table_view()
        self._show()
        head = widgets.HTML(f"<strong>{escape(self.story)}</strong>")
        inputs = [self._kind, self._reason, self._sign, button]
        return widgets.VBox([head, *inputs, self._live, self._table])

    def _pressed(self, _: object) -> None:
        try:
            self._put(self._kind.value, self._reason.value, self._sign.value)
        except AlignmentError as error:
            self._live.text = f"Not added: {error}."
            return
        self._reason.value = self._sign.value = ""

    def _show(self) -> None:
        self._live.text = self.message
        rows = [
            {"Number": n, "Kind": each["kind"], "Reason": each["reason"], "Sign": each["sign"]}
            for n, each in enumerate(self.reasons, 1)
        ]
        self._table.value = state_table(rows, caption="Your reasons") if rows else ""
