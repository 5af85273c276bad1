"""The weighing board as a panel: its state in Python, its live view in the browser.

The view's scripts are bundled into one (`make panels`). It computes what must follow the finger and
sends the judgement to Python as a slider moves; what is read from Python is computed by Python.
"""

import copy
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import traitlets

from alignment import records, tables
from alignment.messages import say
from alignment.methods.dominance import LEVEL, whole_percent
from alignment.widgets.board import change as changing
from alignment.widgets.board import judgement as judging
from alignment.widgets.board import outcome as following
from alignment.widgets.board.judgement import BadJudgement, Judgement
from alignment.widgets.panel import Panel, state_table
from alignment.widgets.view import View, script

HERE = Path(__file__).parent


class WeighingBoard(Panel, View):
    """Weigh five domains on six criteria and see at once what follows.

    Parameters
    ----------
    points : dict or Series, optional
        Swing points by criterion letter, 0 to 100; those of the preset by default.
    scores : DataFrame, optional
        Columns domain, criterion, low, mode, high and, if wanted, note.
    sheets : dict of str to Sheet, optional
        Your own score sheets, as ``records.load_sheets()`` returns them.
    preset : str
        "reference" (illustrative) by default; "blank" for no idea yet.
    **settings
        `dial` (compensability: 0 additive, 50 geometric, 100 minimum), `spread` (how far the swing
        points may be off, in per cent: 0, 25 or 50; None: any weights at all) and `vary_scores`
        (whether scores are drawn from their ranges in the 10,000 draws).

    Examples
    --------
    >>> board = WeighingBoard()
    >>> board.values.round(1).to_dict()
    {'M': 50.8, 'E': 62.8, 'D': 41.2, 'T': 65.1, 'F': 45.5}
    """

    _esm = script("board")
    _says = ("board_view", "score")
    _css = View._css + (HERE / "board.css").read_text(encoding="utf-8")
    judgement = traitlets.Dict().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        points: dict | pd.Series | None = None,
        scores: pd.DataFrame | None = None,
        sheets: dict[str, records.Sheet] | None = None,
        *,
        preset: str = "reference",
        **settings: Any,
    ) -> None:
        opening = judging.start(preset, points=points, scores=scores, sheets=sheets, **settings)
        self._profile = judging.interest_profile()
        self._outcome: following.Outcome | None = None
        super().__init__(judgement=opening, labels=_labels(opening, self._profile))

    @traitlets.validate("judgement")
    def _check(self, proposal: dict) -> Judgement:
        return judging.checked(proposal["value"])

    @traitlets.observe("judgement")
    def _forget(self, change: dict) -> None:
        self._outcome = None

    @property
    def _sheet(self) -> dict:
        return self.judgement["sheets"][self.judgement["capital"]]

    @property
    def _result(self) -> following.Outcome:
        if self._outcome is None:
            self._outcome = following.outcome(self.judgement, self._profile)
        return self._outcome

    def _by_domain(self, values, name: str) -> pd.Series:
        return pd.Series(values, pd.Index(self._sheet["scores"], name="domain"), name=name)

    def _criteria(self) -> pd.Index:
        return pd.Index(self._sheet["points"], name="criterion")

    @property
    def points(self) -> pd.Series:
        """Swing points by criterion, 0 to 100."""
        return pd.Series(self._sheet["points"], self._criteria(), dtype=float, name="points")

    @property
    def weights(self) -> pd.Series:
        """Weights by criterion: swing points divided by their sum."""
        return pd.Series(self._result.weights, self._criteria(), name="weight")

    @property
    def scores(self) -> pd.DataFrame:
        """Scores as entered: columns domain, criterion, low, mode, high, note."""
        rows = [
            {"domain": domain, "criterion": criterion, **cell}
            for domain, criteria in self._sheet["scores"].items()
            for criterion, cell in criteria.items()
        ]
        return pd.DataFrame(rows)

    @property
    def values(self) -> pd.Series:
        """Value of each domain at the most likely scores, 0 to 100."""
        return self._by_domain(self._result.values, "value")

    @property
    def value_ranges(self) -> pd.DataFrame:
        """Columns low and high: nine of ten draws lie between them; one row per domain."""
        ends = {"low": self._result.low, "high": self._result.high}
        return pd.DataFrame({name: self._by_domain(end, name) for name, end in ends.items()})

    @property
    def ranking(self) -> pd.Series:
        """Place of each domain, first place first; equal values share the better place."""
        return self._by_domain(self._result.places, "place").sort_values(kind="stable")

    @property
    def rank_acceptability(self) -> pd.DataFrame:
        """Share of the 10,000 draws in which each domain (row) takes each place (column)."""
        shares = pd.DataFrame(self._result.acceptability, index=self.values.index)
        return shares.set_axis(pd.RangeIndex(1, shares.shape[1] + 1, name="place"), axis=1)

    @property
    def central_weights(self) -> pd.DataFrame:
        """Mean weights, over any weights, with which each domain (row) is first; else NaN."""
        return pd.DataFrame(self._result.central, self.values.index, self._criteria())

    @property
    def can_be_first(self) -> pd.Series:
        """Per domain: "yes", "a tie at best" or "no", under any weights at these scores."""
        leads = [leading_words(lead) for lead in self._result.best_leads]
        return self._by_domain(leads, "can be first")

    @property
    def swing_margin(self) -> float:
        """Share by which every swing may be off, up or down, before first place changes."""
        return self._result.margin

    def put_first(self, domain: str) -> pd.DataFrame:
        """Return what must change for a domain to be first, criterion by criterion.

        Parameters
        ----------
        domain : str
            Letter of a domain that is not first.

        Returns
        -------
        DataFrame
            Columns slider_above and slider_below, the points between which this slider alone does
            it; nearest, the points that hand over least weight (being level with the leader);
            score, what this score alone must become, and inside, whether that lies within its own
            range; some_weights, the score with which some other weights would do, if none do now.
            NaN where it cannot be done.

        Raises
        ------
        BadJudgement
            If there is no such domain, or the dial is too close to the minimum to say.
        """
        judging.known(domain, self._sheet["scores"], "domain")
        ranges = following.effective_scores(self._sheet, self._profile)
        points = self.points.to_numpy()
        at = list(self._sheet["scores"]).index(domain)
        found = changing.what_must_change(ranges, points, at, self.judgement["dial"])
        if found is None:
            raise BadJudgement(say("board.high_dial", limit=following.EXACT_TO))
        near, raised = found["near"], found["scores"]
        columns = {
            "slider_above": found["sliders"][:, 0],
            "slider_below": found["sliders"][:, 1],
            "nearest": np.nan if near is None else changing.as_points(near, points),
            "score": raised.alone,
            "inside": raised.inside,
            "some_weights": np.nan if found["some"] is None else found["some"],
        }
        return pd.DataFrame(columns, index=self._criteria())

    def state(self) -> Judgement:
        """Return the whole judgement as a plain dictionary of texts, numbers and lists."""
        return copy.deepcopy(self.judgement)

    def set(self, **changes) -> None:
        """Do in one code cell what the sliders do.

        Parameters
        ----------
        **changes
            ``points={"E": 90}``, ``dial=50``, ``spread=25``, ``vary_scores=False``,
            ``preset="us-japan"``, ``capital="delhi"``, ``interests={"V6": 0}``, or ``scores``
            as a table; what is not named stays.

        Raises
        ------
        BadJudgement
            If a name or a number does not fit; the board stays as it was.
        """
        self.judgement = judging.changed(self.judgement, **changes)

    def load(self, state: Judgement) -> None:
        """Show a state that `state` returned or a file held."""
        self.judgement = judging.checked(state)

    def _origin(self) -> str:
        return judging.origin(self._sheet, self.labels["sheets"], self.labels["domains"])

    def state_line(self) -> str:
        """Say which domains lead, and where the judgements come from."""
        domains = self.labels["domains"]
        best = self.ranking.index[:2]
        lead = ", ".join(f"{domains[d]} {self.values[d]:.0f}" for d in best)
        return f"WeighingBoard({lead}, ...; {self._origin()})"

    def _firmness(self) -> str:
        margin = self.swing_margin
        first, second = self.values.nlargest(2)
        if first - second < LEVEL:
            return say("board_view.shared")
        if np.isnan(margin):
            return say("board_view.at_minimum")
        if margin > 1 - LEVEL:
            return say("board_view.always")
        share = whole_percent(margin)
        return say("board_view.firm", share=share) if share else say("board_view.hardly_firm")

    def state_html(self) -> str:
        """Show values, ranges, places and first places as a table of whole numbers."""
        domains, spans = self.labels["domains"], self.value_ranges
        first = self.rank_acceptability[1]
        rows = [
            {
                say("board.domain"): domains[d],
                say("board.place"): int(self.ranking[d]),
                say("board.value"): f"{self.values[d]:.0f}",
                say("board.nine"): say("board.span", low=spans.low[d], high=spans.high[d]),
                say("board.first"): say("board.of_draws", first=first[d]),
                say("board.any_weights"): self.can_be_first[d],
            }
            for d in domains
        ]
        weights = ", ".join(
            f"{self.labels['criteria'][c]['name']} {w:.0%}" for c, w in self.weights.items()
        )
        caption = say(
            "board.caption", origin=self._origin(), weights=weights, firmness=self._firmness()
        )
        return state_table(rows, caption=caption)


def leading_words(lead: float) -> str:
    """Say in a word what the largest lead under any weights means."""
    if np.isnan(lead):
        return say("board.too_near")
    if abs(lead) <= LEVEL:
        return say("board.level")
    return say("board.yes") if lead > 0 else say("board.no")


def _labels(opening: Judgement, profile: dict) -> dict:
    """Collect what the view must be able to say: names, anchors, presets, capitals."""
    rows = tables.load("criteria").set_index("criterion")
    anchors = [f"anchor_{score}" for score in (0, 25, 50, 75, 100)]
    return {
        "criteria": {
            c: {"name": row["name"], "prompt": row["prompt"], "anchors": list(row[anchors])}
            for c, row in rows.iterrows()
        },
        "domains": judging.names("domains"),
        "interests": judging.names("interests") if profile else {},
        "profile": profile,
        "impact": following.IMPACT,
        "capitals": {each: say(f"board.{each}") for each in judging.CAPITALS},
        "presets": {each: judging.preset_name(each) for each in judging.PRESETS},
        "sheets": judging.presets(),
        "anchors": judging.domain_anchors(),
        "opening": opening,
    }
