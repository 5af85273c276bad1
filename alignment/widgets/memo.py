"""The memo linter of lesson 10: it asks about the form of a memo and never about its opinion.
The text is the student's; it is kept in their own folder and shown nowhere else.
"""

from html import escape

import ipywidgets as widgets
import pandas as pd

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.drafts import load_draft, save_draft
from alignment.widgets.live import Live, table_view
from alignment.widgets.memo_rules import KINDS, Finding, lint
from alignment.widgets.panel import Panel, kept, state_table

SHORTEST, LONGEST = 900, 1200  # words of a memo in this course
_WIDE = {"width": "98%", "height": "260px"}


class MemoLinter(Panel):
    """A text area and five rules of form.

    Parameters
    ----------
    text : str, optional
        A memo to look at; without one, the student's own draft, if there is one.

    Attributes
    ----------
    text : str
        The memo.
    message : str
        What the last step did.

    Examples
    --------
    >>> memo = MemoLinter("Trade is likely to grow (90 %).")  # doctest: +SKIP
    >>> memo.findings()  # doctest: +SKIP
    """

    def __init__(self, text: str | None = None) -> None:
        self.text, self.message = text or "", ""
        self._looked_at, self._found = "", []
        if text is None:
            self._read()
        self.view = self._build()

    def set(self, text: str) -> None:
        """Replace the text from a cell and look at it; nothing is saved."""
        if not isinstance(text, str):
            raise AlignmentError(say("memo.not_text", kind=type(text).__name__))
        self.text, self.message = text, ""
        self._show()
        print(self.sentence())

    def findings(self) -> pd.DataFrame:
        """Return what to look at.

        Returns
        -------
        pandas.DataFrame
            Columns kind, where, advice; no row if every rule holds.
        """
        rows = [(found.kind, found.where, found.advice) for found in self._findings()]
        return pd.DataFrame(rows, columns=["kind", "where", "advice"])

    def sentence(self) -> str:
        """Say the length and the number of things to look at."""
        words = len(self.text.split())
        if not words:
            return say("memo.no_text")
        found = self._findings()
        return say("memo.length", len(found), words=words, least=SHORTEST, most=LONGEST)

    def state_line(self) -> str:
        """Say the length and the count in one line; the text itself is never printed."""
        return f"MemoLinter({self.sentence()})"

    def state_html(self) -> str:
        """Say how often each rule found something; the student's text is not part of it."""
        counts = pd.Series([found.kind for found in self._findings()]).value_counts()
        rows = [
            {
                say("memo.rule"): say(f"rule.{kind}"),
                say("memo.asks"): say(f"asks.{kind}"),
                say("memo.found"): int(counts.get(kind, 0)),
            }
            for kind in KINDS
        ]
        return state_table(rows, caption=say("memo.caption", said=self.sentence()))

    def _findings(self) -> list[Finding]:
        """Read a text once, however often its findings are shown."""
        if self._looked_at != self.text:
            self._looked_at, self._found = self.text, lint(self.text)
        return self._found

    # --- keeping ----------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            parts = load_draft("memo")
        except AlignmentError as error:
            self.message = say("panel.unread", error=error)
            return
        self.text = parts[0].get("text", "") if parts else ""
        self.message = say("memo.draft_found") if parts else ""

    def _save(self) -> str:
        return kept(save_draft, "memo", [{"text": self.text}])

    # --- what is shown ----------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        head = widgets.HTML(f"<strong>{say('memo.head')}</strong> {say('memo.plain')}")
        self._area = widgets.Textarea(
            description=say("memo.label"),  # the label a screen reader says
            placeholder=say("memo.paste"),
            layout=_WIDE,
            style={"description_width": "initial"},
            continuous_update=False,
        )
        self._check = widgets.Button(description=say("memo.look"), layout={"width": "auto"})
        self._keep = widgets.Button(description=say("memo.save"), layout={"width": "auto"})
        self._live, self._list = Live(), table_view()
        self._check.on_click(lambda _: self._look())
        self._keep.on_click(lambda _: self._look(save=True))
        self._show()
        buttons = widgets.HBox([self._check, self._keep])
        return widgets.VBox([head, self._area, buttons, self._live, self._list])

    def _look(self, save: bool = False) -> None:
        self.text = self._area.value
        self.message = self._save() if save else ""
        self._show()

    def _show(self) -> None:
        self._area.value = self.text
        self._live.text = f"{self.sentence()}. {self.message}".strip()
        self._list.value = _as_list(self._findings()) if self.text.strip() else ""


def _as_list(found: list[Finding]) -> str:
    rows = [
        {
            say("memo.rule"): say(f"rule.{each.kind}"),
            say("memo.advice"): each.advice,
            say("memo.sentence"): each.where or say("memo.whole"),
        }
        for each in found
    ]
    if not rows:
        return f"<p>{escape(say('memo.nothing'))}</p>"
    return state_table(rows, caption=say("memo.findings"))
