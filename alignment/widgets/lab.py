"""The distribution lab of lesson 09: is the doubt about values, or about facts?
It draws weights and scores, counts who comes first, and lets you hold either of them still.
"""

from collections.abc import Mapping
from dataclasses import replace

import ipywidgets as widgets
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from alignment import tables
from alignment.charts import theme
from alignment.errors import AlignmentError
from alignment.methods import ranges, uncertainty
from alignment.records import Sheet
from alignment.widgets.lab_draws import ANY, ENDS, SHAPES, Setting, merged
from alignment.widgets.panel import LEGEND_BELOW, ChoicePanel, dropdown, row, state_table

FIRMNESS = {
    "any weights at all": ANY,
    "around the points, loose (c = 6)": 6,
    "around the points, c = 20": 20,
    "around the points, firm (c = 60)": 60,
    "around the points, c = 150": 150,
    "around the points, very firm (c = 600)": 600,
}
DRAWS = (100, 400, 1600, 9604)  # each four times as many halves the band; the last: one point
Z = 1.96  # half the width of a band that holds 95 of 100 repetitions, in standard errors
NOT = "A share of draws, not the probability that a threat is real."


class DistributionLab(ChoicePanel):
    """Rank acceptability with its Monte Carlo band, while weights, scores or both vary.

    Parameters
    ----------
    scores : pandas.DataFrame
        Columns domain, criterion, low, mode, high: every domain on every criterion, 0 to 100.
    points : pandas.Series
        Swing points by criterion.
    sheets : mapping of str to Sheet, optional
        Your own score sheets, as ``records.load_sheets()`` returns them; they replace `scores`
        where they hold a score.

    Attributes
    ----------
    now : Setting
        The present setting.
    own : list of str
        Domains with scores of your own.

    Raises
    ------
    AlignmentError
        If a score is missing or a setting does not exist.

    Examples
    --------
    >>> lab = DistributionLab(scores, points)  # doctest: +SKIP
    >>> lab.set(freeze_weights=True)  # doctest: +SKIP
    >>> lab.acceptability()  # doctest: +SKIP
    """

    heading = "Who comes first, and how sure is the count?"

    def __init__(
        self,
        scores: pd.DataFrame,
        points: pd.Series,
        *,
        sheets: Mapping[str, Sheet] | None = None,
    ) -> None:
        self._names = tables.load("domains").set_index("domain")["name"].to_dict()
        self._criteria = list(points.index)
        self.weights = points / points.sum()
        table, self.own = merged(scores, sheets or {})
        self._ends = {end: self._wide(table, end) for end in ENDS}
        self.domains = list(self._ends["mode"].index)
        self._open(Setting())

    def set(self, **changes: object) -> None:
        """Change the setting from a cell: any of the parts of `Setting`."""
        unknown = sorted(set(changes) - set(Setting.__dataclass_fields__))
        if unknown:
            known = ", ".join(Setting.__dataclass_fields__)
            raise AlignmentError(f"There is no setting {unknown[0]!r}; there are {known}")
        self._put(replace(self.now, **changes))
        print(self.sentence())

    def acceptability(self) -> pd.DataFrame:
        """Return the share of draws in which each domain takes each place.

        Returns
        -------
        pandas.DataFrame
            Domains by places 1 to 5; rows and columns sum to 1.
        """
        places = range(1, len(self.domains) + 1)
        return pd.DataFrame(self._shares, index=self.domains, columns=places)

    def first(self) -> pd.DataFrame:
        """Return how often each domain is first, with its band.

        Returns
        -------
        pandas.DataFrame
            Columns share, low, high: the band would hold the share of endless draws in about
            95 of 100 repetitions with other seeds.
        """
        share = self.acceptability()[1]
        band = Z * uncertainty.monte_carlo_error(share, self.now.draws)
        low, high = (share - band).clip(0, 1), (share + band).clip(0, 1)
        return pd.DataFrame({"share": share, "low": low, "high": high})

    def sentence(self) -> str:
        """Say what varies and who comes first how often."""
        first = self.first().sort_values("share", ascending=False)
        leaders = first[first["share"] >= 0.005].head(3)
        parts = [
            f"{self._names[domain]} {row.share:.2f} ({row.low:.2f} to {row.high:.2f})"
            for domain, row in leaders.iterrows()
        ]
        return f"{self._what()} First place: {'; '.join(parts)}. {NOT}"

    def state_line(self) -> str:
        """Say the setting and the result in one line."""
        return f"DistributionLab({self._basis()}. {self.sentence()})"

    def table_html(self) -> str:
        """Say the share of each place as a table."""
        first = self.first()
        rows = [
            {"Domain": self._names[domain]}
            | {f"Place {place}": f"{share:.2f}" for place, share in row.items()}
            | {"Band of place 1": f"{first.low[domain]:.2f} to {first.high[domain]:.2f}"}
            for domain, row in self.acceptability().iterrows()
        ]
        caption = f"Share of draws in which a domain takes a place. {self._basis()}. {self._what()}"
        return state_table(rows, caption=caption)

    # --- computing --------------------------------------------------------------------------

    def _wide(self, table: pd.DataFrame, end: str) -> pd.DataFrame:
        """Arrange one end of the scores as domains by criteria, in the order of the tables."""
        wide = table.pivot(index="domain", columns="criterion", values=end)
        wide = wide.reindex(index=[d for d in self._names if d in wide.index])
        wide = wide.reindex(columns=self._criteria).astype(float)
        if wide.isna().any().any():
            domain, criterion = next(iter(wide.isna().stack().loc[lambda gap: gap].index))
            raise AlignmentError(f"Domain {domain} has no score on criterion {criterion}; add it")
        return wide

    def compute(self) -> None:
        """Draw, value and rank; the seed fixes every number."""
        rng = np.random.default_rng(self.now.seed)
        weights, scores = self._drawn_weights(rng), self._drawn_scores(rng)
        self.values = np.einsum("nk,ndk->nd", weights, scores)
        self._shares = uncertainty.rank_acceptability(self.values)

    def _drawn_weights(self, rng: np.random.Generator) -> np.ndarray:
        now, many = self.now, (self.now.draws, len(self._criteria))
        if now.freeze_weights:
            return np.broadcast_to(self.weights.to_numpy(), many)
        if now.concentration == ANY:
            return uncertainty.any_weights(rng.random(many))
        return uncertainty.dirichlet(self.weights, now.concentration, now.draws, rng)

    def _drawn_scores(self, rng: np.random.Generator) -> np.ndarray:
        ends = [self._ends[end].to_numpy() for end in ENDS]
        if self.now.freeze_scores:
            return np.broadcast_to(ends[1], (self.now.draws, *ends[1].shape))
        uniforms = rng.random((self.now.draws, *ends[1].shape))
        return ranges.drawn_scores(*ends, ranges.deviates(uniforms, self.now.shape))

    # --- words ------------------------------------------------------------------------------

    def _basis(self) -> str:
        if not self.own:
            return "Reference scores (illustrative)"
        rest = " elsewhere the reference scores (illustrative)"
        return f"Your own scores for {', '.join(self.own)};{rest}"

    def _what(self) -> str:
        now = self.now
        firm = (
            ANY
            if now.concentration == ANY
            else f"weights around the points (c = {now.concentration:g})"
        )
        varying = [] if now.freeze_weights else [firm]
        varying += [] if now.freeze_scores else [f"scores ({now.shape})"]
        text = " and ".join(varying) or "nothing"
        return f"Varying: {text}; {now.draws:,} draws, seed {now.seed}."

    # --- showing ----------------------------------------------------------------------------

    def controls(self) -> dict[str, widgets.Widget]:
        """Make a control for each part of a setting."""
        seed = widgets.BoundedIntText(
            description="Seed", min=0, max=10**6, style=_STYLE, layout={"width": "14em"}
        )
        narrow = {"label_width": "6em", "width": "26em"}
        return {
            "concentration": dropdown("Weights", FIRMNESS, **narrow),
            "shape": dropdown("Scores", SHAPES, **narrow),
            "draws": dropdown("Draws", {f"{n:,}": n for n in DRAWS}, **narrow),
            "seed": seed,
            "freeze_weights": _tick("Freeze the weights (values)"),
            "freeze_scores": _tick("Freeze the scores (facts)"),
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the controls in three rows under whose scores they are."""
        again = widgets.Button(description="Another seed", layout={"width": "auto"})
        again.on_click(lambda _: self._put(replace(self.now, seed=self.now.seed + 1)))
        boxes = list(controls.values())
        basis = widgets.Label(f"{self._basis()}.")
        return [basis, row(*boxes[:2]), row(*boxes[2:4], again), row(*boxes[4:])]

    def shown(self) -> dict[str, object]:
        """Say what each control shows."""
        return {name: getattr(self.now, name) for name in Setting.__dataclass_fields__}

    def chosen(self, values: dict[str, object]) -> Setting:
        """Take every control."""
        return Setting(**values)

    def draw(self) -> go.Figure:
        """Draw one bar per domain, split by place, and the band of place 1."""
        shares, first = self.acceptability(), self.first()
        names = [self._names[domain] for domain in self.domains]
        figure = go.Figure()
        for place in shares.columns:
            look = _place(place, len(self.domains))
            figure.add_bar(x=shares[place].round(4).tolist(), y=names, orientation="h", **look)
        band = {
            "array": first["high"] - first["share"],
            "arrayminus": first["share"] - first["low"],
        }
        figure.add_scatter(
            x=first["share"].round(4).tolist(),
            y=names,
            mode="markers",
            name="place 1 with its band",
            marker=_MARK,
            error_x=band | _BAND,
        )
        figure.update_layout(
            title="Share of draws in which each domain takes each place",
            barmode="stack",
            xaxis={"title": "Share of draws (1 = all)", "range": [0, 1]},
            yaxis={"title": "Domain", "autorange": "reversed"},
            height=440,
            **LEGEND_BELOW,
        )
        return figure


_STYLE = {"description_width": "6em"}
_MARK = {"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": theme.VERMILLION}}
_BAND = {"type": "data", "symmetric": False, "thickness": 3, "width": 9, "color": theme.VERMILLION}


def _tick(label: str) -> widgets.Checkbox:
    return widgets.Checkbox(description=label, indent=False, layout={"width": "20em"})


def _place(place: int, count: int) -> dict[str, object]:
    """Say how the bars of one place look: one blue, paler from place to place, with outlines."""
    fill = f"rgba(0, 114, 178, {1 - 0.95 * (place - 1) / (count - 1):.2f})"
    return {
        "name": f"place {place}",
        "marker": {"color": fill, "line": {"color": theme.INK, "width": 1}},
    }
