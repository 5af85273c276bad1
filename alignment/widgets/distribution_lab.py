"""The distribution lab of lesson 09: is the doubt about values, or about facts?
It draws weights and scores, counts who comes first, and lets you hold either of them still.
"""

from collections.abc import Mapping
from dataclasses import replace

import ipywidgets as widgets
import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.colors import sample_colorscale

from alignment import tables
from alignment.charts import theme
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods import ranges, uncertainty
from alignment.records import Sheet
from alignment.widgets.distribution_lab_draws import ANY, ENDS, SHAPES, Setting, merged
from alignment.widgets.panel import LEGEND_BELOW, ChoicePanel, dropdown, row, state_table

FIRMNESS = (ANY, 6, 20, 60, 150, 600)
DRAWS = (100, 400, 1600, 9604)  # each four times as many halves the band; the last: one point
Z = 1.96  # half the width of a band that holds 95 of 100 repetitions, in standard errors


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
    own : dict of str to int
        Domains with scores of your own, and how many each has.

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
        self.heading = say("lab.heading")
        self._open(Setting())

    def set(self, **changes: object) -> None:
        """Change the setting from a cell: any of the parts of `Setting`."""
        unknown = sorted(set(changes) - set(Setting.__dataclass_fields__))
        if unknown:
            known = ", ".join(Setting.__dataclass_fields__)
            raise AlignmentError(say("lab.no_setting", name=unknown[0], known=known))
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
            say(
                "lab.place_1",
                domain=self._names[domain],
                share=row.share,
                low=row.low,
                high=row.high,
            )
            for domain, row in leaders.iterrows()
        ]
        return say("lab.sentence", what=self._what(), shares="; ".join(parts))

    def state_line(self) -> str:
        """Say the setting and the result in one line."""
        return f"DistributionLab({say('lab.line', basis=self._basis(), said=self.sentence())})"

    def table_html(self) -> str:
        """Say the share of each place as a table."""
        first = self.first()
        rows = [
            {say("lab.domain"): self._names[domain]}
            | {say("lab.place", place=place): f"{share:.2f}" for place, share in row.items()}
            | {say("lab.band"): say("lab.span", low=first.low[domain], high=first.high[domain])}
            for domain, row in self.acceptability().iterrows()
        ]
        caption = say("lab.caption", basis=self._basis(), what=self._what())
        return state_table(rows, caption=caption)

    # --- computing --------------------------------------------------------------------------

    def _wide(self, table: pd.DataFrame, end: str) -> pd.DataFrame:
        """Arrange one end of the scores as domains by criteria, in the order of the tables."""
        wide = table.pivot(index="domain", columns="criterion", values=end)
        wide = wide.reindex(index=[d for d in self._names if d in wide.index])
        wide = wide.reindex(columns=self._criteria).astype(float)
        if wide.isna().any().any():
            domain, criterion = next(iter(wide.isna().stack().loc[lambda gap: gap].index))
            raise AlignmentError(say("lab.no_score", domain=domain, criterion=criterion))
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
            return say("lab.reference")
        of = len(self._criteria)
        # A sheet with one score is not "your scores": the rest of its domain is the reference.
        domains = [
            domain if count == of else say("lab.own_part", domain=domain, count=count, of=of)
            for domain, count in self.own.items()
        ]
        return say("lab.own", own=", ".join(domains))

    def _what(self) -> str:
        now, parts = self.now, {}
        if not now.freeze_weights:
            parts["weights"] = (
                say("lab.any_weights")
                if now.concentration == ANY
                else say("lab.weights_around", concentration=now.concentration)
            )
        if not now.freeze_scores:
            parts["scores"] = say("lab.scores_shape", shape=say(f"lab.{now.shape}"))
        # Both, one of them or nothing varies.
        name = "_".join(["lab.varying", *parts]) if parts else "lab.varying_nothing"
        return say(name, **parts, draws=now.draws, seed=now.seed)

    # --- showing ----------------------------------------------------------------------------

    def controls(self) -> dict[str, widgets.Widget]:
        """Make a control for each part of a setting."""
        # A text: a field of numbers cuts and bounds what is typed, and nobody is told.
        seed = widgets.Text(
            description=say("lab.seed"),
            continuous_update=False,
            style=_STYLE,
            layout={"width": "14em"},
        )
        firmness = {
            say(f"lab.firm_{each}" if each != ANY else "lab.firm_any"): each for each in FIRMNESS
        }
        narrow = {"label_width": "6em", "width": "26em"}
        return {
            "concentration": dropdown(say("lab.weights"), firmness, **narrow),
            "shape": dropdown(
                say("lab.scores"), {say(f"lab.{each}"): each for each in SHAPES}, **narrow
            ),
            "draws": dropdown(say("lab.draws"), {_exact(n): n for n in DRAWS}, **narrow),
            "seed": seed,
            "freeze_weights": _tick(say("lab.freeze_weights")),
            "freeze_scores": _tick(say("lab.freeze_scores")),
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the controls in three rows under whose scores they are."""
        again = widgets.Button(description=say("lab.another"), layout={"width": "auto"})
        again.on_click(lambda _: self._put(replace(self.now, seed=self.now.seed + 1)))
        boxes = list(controls.values())
        basis = widgets.Label(f"{self._basis()}.")
        return [basis, row(*boxes[:2]), row(*boxes[2:4], again), row(*boxes[4:])]

    def shown(self) -> dict[str, object]:
        """Say what each control shows."""
        values = {name: getattr(self.now, name) for name in Setting.__dataclass_fields__}
        return values | {"seed": str(self.now.seed)}

    def chosen(self, values: dict[str, object]) -> Setting:
        """Take every control; the seed as it was typed."""
        typed = values["seed"].strip()
        return Setting(**values | {"seed": int(typed) if typed.isdecimal() else typed})

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
            name=say("lab.band_trace"),
            marker=_MARK,
            error_x=band | _BAND,
        )
        figure.update_layout(
            title=say("lab.title"),
            barmode="stack",
            xaxis={"title": say("lab.share"), "range": [0, 1]},
            yaxis={"title": say("lab.domain"), "autorange": "reversed"},
            height=440,
            **LEGEND_BELOW,
            legend_traceorder="normal",  # first place first, though the bars are stacked
        )
        return figure


_STYLE = {"description_width": "6em"}
_MARK = {"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": theme.VERMILLION}}
_BAND = {"type": "data", "symmetric": False, "thickness": 3, "width": 9, "color": theme.VERMILLION}


def _exact(draws: int) -> str:
    """Name a number of draws with its band where it is widest, at a share of one half."""
    return f"{draws:,} (± {Z * 0.5 / draws**0.5:.2f})"


def _tick(label: str) -> widgets.Checkbox:
    return widgets.Checkbox(description=label, indent=False, layout={"width": "20em"})


def _place(place: int, count: int) -> dict[str, object]:
    """Say how the bars of one place look: as in the lesson, from dark to pale, with outlines."""
    fill = sample_colorscale("Blues_r", (place - 1) / (count - 1))[0]
    return {
        "name": say("lab.place_trace", place=place),
        "marker": {"color": fill, "line": {"color": theme.INK, "width": 1}},
    }
