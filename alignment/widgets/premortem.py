"""The premortem board of lesson 10: it is later, the judgement was wrong; write down why.
Reasons are sorted by where the fault lay, because each kind calls for another remedy.
"""

from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.drafts import load_draft, save_draft
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, state_table

KINDS = ("wrong event", "wrong mechanism", "wrong data", "wrong values")
SHORTEST = 15  # characters of a reason


class PremortemBoard(Panel):
    """Four columns of reasons, each with a sign one could watch for.

    Parameters
    ----------
    story : str, optional
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

    def __init__(self, story: str | None = None) -> None:
        self.story = story or say("premortem.story")
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
            raise AlignmentError(say("premortem.no_reason", number=number, of=len(self.reasons)))
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
        number, missing = len(self.reasons), self.missing()
        if not missing:
            return say("premortem.every_kind", number)
        return say("premortem.none_for", number, missing=", ".join(map(_named, missing)))

    def state_line(self) -> str:
        """Say the count in one line."""
        return f"PremortemBoard({self.sentence()})"

    def state_html(self) -> str:
        """Say the four kinds as a table, with the remedy and how many reasons each has."""
        counts = self.to_frame()["kind"].value_counts()
        rows = [
            {
                say("premortem.kind"): _named(kind),
                say("premortem.meaning"): say(f"premortem.meaning of {kind}"),
                say("premortem.remedy"): say(f"premortem.remedy of {kind}"),
                say("premortem.reasons"): int(counts.get(kind, 0)),
            }
            for kind in KINDS
        ]
        return state_table(rows, caption=say("premortem.caption", story=self.story))

    # --- what a step does -------------------------------------------------------------------

    def _put(self, kind: str, reason: str, sign: str) -> None:
        if kind not in KINDS:
            raise AlignmentError(say("premortem.no_kind", kind=kind, kinds=", ".join(KINDS)))
        if len(reason.strip()) < SHORTEST:
            raise AlignmentError(say("premortem.too_short", length=len(reason.strip())))
        entry = {"kind": kind, "reason": reason.strip(), "sign": sign.strip()}
        self._keep([*self.reasons, entry])

    def _keep(self, reasons: list[dict[str, str]]) -> None:
        where = save_draft("premortem", reasons)  # first kept, then shown
        self.reasons = reasons
        self.message = say("premortem.saved", said=self.sentence(), where=where)
        self._show()

    def _read(self) -> str:
        try:
            parts = load_draft("premortem")
        except AlignmentError as error:
            return say("panel.unread", error=error)
        known = [part for part in parts if part.get("kind") in KINDS]
        self.reasons = [{"reason": "", "sign": ""} | part for part in known]
        return say("premortem.begin", said=self.sentence())

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        wide = {"layout": {"width": "98%"}, "style": {"description_width": "9em"}}
        options = [
            (f"{_named(kind)}: {say(f'premortem.meaning of {kind}')}", kind) for kind in KINDS
        ]
        self._kind = widgets.Dropdown(options=options, description=say("premortem.fault"), **wide)
        self._reason = widgets.Text(
            description=say("premortem.because"), placeholder=say("premortem.one_line"), **wide
        )
        self._sign = widgets.Text(
            description=say("premortem.sign_label"), placeholder=say("premortem.sign_hint"), **wide
        )
        narrow = {"width": "auto", "align_self": "flex-start"}  # a box would stretch it
        button = widgets.Button(description=say("premortem.add"), layout=narrow)
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
            self._live.text = say("premortem.not_added", error=error)
            return
        self._reason.value = self._sign.value = ""

    def _show(self) -> None:
        self._live.text = self.message
        rows = [
            {
                say("premortem.number"): n,
                say("premortem.kind"): _named(each["kind"]),
                say("premortem.reason"): each["reason"],
                say("premortem.sign"): each["sign"],
            }
            for n, each in enumerate(self.reasons, 1)
        ]
        self._table.value = state_table(rows, caption=say("premortem.yours")) if rows else ""


def _named(kind: str) -> str:
    return say(f"premortem.{kind}")
