"""The class in lesson 10 and beside the board: your own place in it, on your own machine only.

With the class file from your teacher the panel shows your class; without one a synthetic class,
and it says so. Your place comes from your own files and never leaves this computer.
"""

import json
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records import class_file, class_picture
from alignment.records.class_file import Answer, Scores
from alignment.tables import load
from alignment.widgets.panel import ChoicePanel, dropdown, state_table
from alignment.widgets.reason import ReasonBox

SYNTHETIC = Path(__file__).parent / "synthetic_class.json"


class ClassPanel(ChoicePanel):
    """Show the class's scores of one domain, and your own place among them.

    Parameters
    ----------
    source : str, Path or dict, optional
        The class file from your teacher, ``class.json``; by default the one that was loaded before,
        else a synthetic class.

    Attributes
    ----------
    picture : dict
        What is shown; `made_of` is "class" or "invented".

    Examples
    --------
    >>> ClassPanel("class.json")  # doctest: +SKIP
    """

    def __init__(self, source: str | Path | dict | None = None) -> None:
        self.picture = self._read(source)
        self._names = {t: _names(t) for t in ("domains", "criteria")}
        self._upload = widgets.FileUpload(
            accept=".json",
            multiple=False,
            description=say("class.load"),
            layout={"width": "auto"},
        )
        self._upload.observe(lambda change: self._live.take(change, self.load), "value")
        self.heading = say("class.heading")
        mine = self._mine()  # it opens where you have something to compare
        domains = self._names["domains"]
        self._open({"domain": next((d for d in domains if d in mine), next(iter(domains)))})
        self.reason = ReasonBox(self._names["criteria"], self._place)
        self.view.children = [*self.view.children, self.reason.view]
        self._offer()

    @property
    def invented(self) -> bool:
        """Whether no real student made what is shown."""
        return self.picture["made_of"] == "invented"

    def load(self, source: str | Path | bytes | dict) -> None:
        """Show a class file from now on; a copy is kept in my-work."""
        self.picture = self._read(source)
        class_picture.save_class(self.picture)
        self._put(self.now)
        self._offer()

    def set(self, domain: str) -> None:
        """Choose a domain by its letter."""
        self._choose(domain=domain)

    def table(self) -> pd.DataFrame:
        """Return what is shown of the chosen domain: one row per criterion.

        Returns
        -------
        pandas.DataFrame
            Columns median, q25, q75 (missing below twenty students) and mine; empty for a class
            of fewer than ten.
        """
        if self.picture["students"] is None:
            return pd.DataFrame(columns=["median", "q25", "q75", "mine"])
        domain, mine = self.now["domain"], self._mine()
        rows = []
        for c, name in self._names["criteria"].items():
            seen = self.picture["scores"][domain][c]
            own = mine[domain][c][1] if domain in mine else None
            rows.append((name, seen["q50"], seen.get("q25"), seen.get("q75"), own))
        frame = pd.DataFrame(rows, columns=["criterion", "median", "q25", "q75", "mine"])
        return frame.set_index("criterion").astype(float)

    def sentence(self) -> str:
        """Say whose class it is, its first place, and where you lie."""
        if self.picture["students"] is None:
            return say("class.talk")
        if self.invented:
            who = say("class.synthetic")
        else:
            who = say("class.real", round=self.picture["round"], students=self.picture["students"])
        first = [self._names["domains"][d] for d in self.picture["orders"]["first"]]
        tied = "class.first" if len(first) == 1 else "class.first_tied"
        places = say(tied, domains=say("class.or").join(first))
        return " ".join([who, places, *self._own_sentences()])

    def table_html(self) -> str:
        """Say the chosen domain as a table."""
        frame = self.table()
        rows = [
            {
                say("class.criterion"): name,
                say("class.median_column"): f"{row['median']:.0f}",
                say("class.half_column"): ""
                if pd.isna(row["q25"])
                else say("class.span", q25=row["q25"], q75=row["q75"]),
                say("class.you"): say("class.no_sheet")
                if pd.isna(row["mine"])
                else f"{row['mine']:.0f}",
            }
            for name, row in frame.iterrows()
        ]
        if not rows:
            return ""  # the sentence says why
        caption = "class.caption_synthetic" if self.invented else "class.caption_real"
        return state_table(rows, caption=say(caption, domain=self._domain()))

    def controls(self) -> dict[str, widgets.Widget]:
        """Make the menu of domains."""
        names = {name: code for code, name in self._names["domains"].items()}
        return {"domain": dropdown(say("class.domain"), names)}

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Put the upload above the menu."""
        return [self._upload, *controls.values()]

    def accept(self, choice: dict) -> dict:
        """Refuse a domain that there is not."""
        if choice["domain"] not in self._names["domains"]:
            known = ", ".join(self._names["domains"])
            raise AlignmentError(say("class.no_domain", domain=choice["domain"], known=known))
        return choice

    def draw(self) -> go.Figure | None:
        """Draw median, middle half and your own score for each criterion."""
        frame = self.table()
        if frame.empty:
            return go.Figure().update_layout(height=60, xaxis_visible=False, yaxis_visible=False)
        fig = go.Figure()
        half = frame.dropna(subset=["q25"])
        if len(half):
            width = half["q75"] - half["q25"]
            fig.add_bar(x=width, base=half["q25"], y=half.index, orientation="h",
                        name=say("class.half"), opacity=0.5)  # fmt: skip
        marks = {"mode": "markers", "y": frame.index}
        fig.add_scatter(x=frame["median"], name=say("class.median"),
                        marker={"symbol": "line-ns-open", "size": 22}, **marks)  # fmt: skip
        if frame["mine"].notna().any():
            fig.add_scatter(x=frame["mine"], name=say("class.you_mark"),
                            marker={"symbol": "diamond", "size": 14}, **marks)  # fmt: skip
        title = "class.title_synthetic" if self.invented else "class.title_real"
        fig.update_layout(title=say(title, domain=self._domain()))
        fig.update_xaxes(title=say("class.scale"), range=[0, 100])
        return fig.update_yaxes(title=say("class.criterion"), autorange="reversed")

    def _domain(self) -> str:
        return self._names["domains"][self.now["domain"]]

    def _offer(self) -> None:
        """Ask for reasons only where there is a real class whose numbers are shown."""
        asks = not self.invented and self.picture["students"] is not None
        self.reason.view.layout.display = "" if asks else "none"

    def _place(self, criterion: str) -> tuple[str, float | None, dict[str, Any]]:
        domain, mine = self.now["domain"], self._mine()
        own = mine[domain][criterion][1] if domain in mine else None
        return domain, own, self.picture["scores"][domain][criterion]

    # --- what is known ----------------------------------------------------------------------

    def _read(self, source: object) -> dict[str, Any]:
        if source is None:
            try:
                found = class_picture.load_class()
            except AlignmentError:
                found = None  # a broken copy is replaced when a class file is loaded again
            return found or json.loads(SYNTHETIC.read_text(encoding="utf-8"))
        if isinstance(source, (str, Path)) and not str(source).lstrip().startswith("{"):
            try:
                source = Path(source).read_text(encoding="utf-8")
            except OSError:
                raise AlignmentError(say("class.no_file", source=source)) from None
        return class_picture.read(source)

    def _mine(self) -> Scores:
        """Return your own scores: of this round if you made a file, else every complete sheet.

        Swing points are not asked for here: the panel compares scores only.
        """
        made = _answer(self.picture["round"])
        return made.scores if made else class_file.complete_scores()

    def _own_sentences(self) -> list[str]:
        mine = self._mine()
        missing = [name for d, name in self._names["domains"].items() if d not in mine]
        if not mine:
            return [say("class.no_complete")]
        said = []
        if missing:
            complete = [name for d, name in self._names["domains"].items() if d in mine]
            lists = {"complete": "; ".join(complete), "missing": "; ".join(missing)}
            said = [say("class.some_complete", **lists)]
        cells = [
            (mine[d][c], seen)
            for d, scores in self.picture["scores"].items()
            if d in mine
            for c, seen in scores.items()
        ]
        covered = sum(low <= seen["q50"] <= high for (low, _, high), seen in cells)
        expected = 0.8 * len(cells)
        said.append(say("class.covered", covered=covered, cells=len(cells), expected=expected))
        return said if missing else said + self._trap(mine)

    def _trap(self, mine: Scores) -> list[str]:
        """Say how many of your far answers of round 1 came nearer, and why that says little."""
        before, first = _answer(1), self.picture.get("round_1")
        if self.picture["round"] != 2 or before is None or not first:
            return []
        far = nearer = 0
        for d, scores in first["scores"].items():
            for c, seen in scores.items():
                was, now = before.scores[d][c][1], mine[d][c][1]
                if "q25" in seen and not seen["q25"] <= was <= seen["q75"]:
                    far += 1
                    nearer += abs(now - seen["q50"]) < abs(was - seen["q50"])
        if not far:
            return []
        return [say("class.nearer", nearer=nearer, far=far)]


def _answer(round: int) -> Answer | None:
    """Return what your own file of a round holds; None if there is none that can be read."""
    try:
        file = class_file.load_own(round)
    except AlignmentError:
        return None
    return file.answer if file else None


def _names(table: str) -> dict[str, str]:
    rows = load(table)
    return dict(zip(rows.iloc[:, 0], rows["name"], strict=True))
