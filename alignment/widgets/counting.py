"""The counting rules of lesson 03: choose what counts and which years, and see what follows.
The lesson hands over the events, the count and the ratio; the panel only chooses.
"""

from collections.abc import Callable, Iterable
from html import escape

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.charts.present import INK_RULE
from alignment.charts.render import CONFIG
from alignment.errors import AlignmentError
from alignment.widgets.live import Live, table_view
from alignment.widgets.panel import Panel, state_table
from alignment.widgets.slider import Slider

Window = tuple[int, int]
PARTS = ("First window", "Second window", "Outside both windows")
ENDS = (
    "First window: from",
    "First window: to",
    "Second window: from",
    "Second window: to",
)


class CountingRules(Panel):
    """Groups of events that count, two windows of years, and the rate ratio that follows.

    Parameters
    ----------
    events : pandas.DataFrame
        One row per event, with the columns `group`, `year` and `confidence`.
    published : pandas.DataFrame
        Totals that others publish: `counted`, `period`, `first`, `last`, `value`, `bound`,
        `publisher`.
    count : callable
        ``count(events, groups, first, last)``: the number of events. It stands in the lesson, so
        that no step is hidden.
    ratio : callable
        ``ratio(count1, years1, count2, years2)``: the rate ratio and its interval, three numbers.
    early, late : tuple of int
        First and last year of the two windows.

    Attributes
    ----------
    now : dict
        The present choice: `include`, `early`, `late`, `sure_only`.

    Raises
    ------
    AlignmentError
        If a group does not exist or the windows are not one after the other.
    """

    def __init__(
        self,
        events: pd.DataFrame,
        published: pd.DataFrame,
        *,
        count: Callable[[pd.DataFrame, list[str], int, int], int],
        ratio: Callable[[int, float, int, float], tuple[float, float, float]],
        early: Window = (2014, 2021),
        late: Window = (2022, 2025),
    ) -> None:
        self._events, self._published = events, published
        self._count, self._ratio = count, ratio
        self.groups = sorted(events["group"].unique())
        self._span = (int(events["year"].min()), int(events["year"].max()))
        self.now = self._checked(self.groups, early, late, False)
        self.view = self._build()

    def set(
        self,
        *,
        include: Iterable[str] | None = None,
        early: Window | None = None,
        late: Window | None = None,
        sure_only: bool | None = None,
    ) -> None:
        """Choose from a code cell; what is not named stays as it is."""
        given = {"include": include, "early": early, "late": late, "sure_only": sure_only}
        new = self.now | {name: value for name, value in given.items() if value is not None}
        self.now = self._checked(*new.values())
        self._show()
        print(self.sentence())

    def count(self, first: int, last: int) -> int:
        """Count the events of the present choice that began in the years first to last."""
        return self._count(self._kept(), self.now["include"], first, last)

    def result(self) -> dict[str, float]:
        """Return both counts, the rate ratio and its interval.

        Returns
        -------
        dict of str to float
            `early` and `late` (events), `ratio`, `low` and `high` (None without an event in the
            first window).
        """
        early, late = self.now["early"], self.now["late"]
        found = {"early": self.count(*early), "late": self.count(*late)}
        numbers = (None, None, None)
        if found["early"]:
            numbers = self._ratio(found["late"], _years(late), found["early"], _years(early))
        return found | dict(zip(("ratio", "low", "high"), numbers, strict=True))

    def compared(self) -> pd.DataFrame:
        """Return the published totals beside our count under the present rule.

        Returns
        -------
        pandas.DataFrame
            Columns counted, period, published, bound, ours, publisher; the nearest total first
            (smallest difference as a share of the published total).
        """
        rows = self._published[["counted", "period", "value", "bound", "publisher"]]
        rows = rows.rename(columns={"value": "published"})
        spans = zip(self._published["first"], self._published["last"], strict=True)
        rows.insert(4, "ours", [self.count(int(first), int(last)) for first, last in spans])
        distance = (rows["ours"] / rows["published"] - 1).abs()
        order = distance.sort_values(kind="stable").index
        return rows.loc[order].reset_index(drop=True)

    def sentence(self) -> str:
        """Say the rule, the rates, the ratio and whether its interval includes no change."""
        now, found = self.now, self.result()
        rule = ", ".join(now["include"]) or "nothing"
        rule += " (rows of high confidence only)" if now["sure_only"] else ""
        windows = " and ".join(
            f"{found[name]} in {_span(now[name])} ({found[name] / _years(now[name]):.1f} a year)"
            for name in ("early", "late")
        )
        return f"Counted: {rule}. Events: {windows}. {_verdict(found)} {self._nearest()}"

    def state_line(self) -> str:
        """Say the choice and what follows in one line."""
        return f"CountingRules({self.sentence()})"

    def state_html(self) -> str:
        """Say the published totals beside ours as a table."""
        rows = self.compared().rename(columns=str.capitalize).to_dict("records")
        caption = "Published totals and our count under the present rule, nearest first"
        return f"<p>{escape(self.sentence())}</p>\n{state_table(rows, caption=caption)}"

    # --- choosing -------------------------------------------------------------------------

    def _checked(self, include: Iterable[str], early: Window, late: Window, sure: bool) -> dict:
        include = [include] if isinstance(include, str) else list(include)
        for group in include:
            if group not in self.groups:
                known = ", ".join(self.groups)
                raise AlignmentError(f"There is no group {group!r}; there are {known}")
        years = [*early, *late]
        if not (early[0] <= early[1] < late[0] <= late[1]):
            raise AlignmentError(
                f"The windows {_span(early)} and {_span(late)} must lie one after the other; "
                "choose four years in rising order"
            )
        if years[0] < self._span[0] or years[-1] > self._span[1]:
            raise AlignmentError(
                f"The list holds events of {_span(self._span)}; found a window of "
                f"{years[0]} to {years[-1]}: choose years inside the list"
            )
        include = [group for group in self.groups if group in include]
        return {"include": include, "early": tuple(early), "late": tuple(late), "sure_only": sure}

    def _kept(self) -> pd.DataFrame:
        if not self.now["sure_only"]:
            return self._events
        return self._events[self._events["confidence"] == "high"]

    def _nearest(self) -> str:
        first = self.compared().iloc[0]
        return (
            f"Nearest published total: {first['counted']}, {first['period']}: "
            f"{first['published']} ({first['bound']}, {first['publisher']}); ours {first['ours']}."
        )

    # --- showing --------------------------------------------------------------------------

    def _build(self) -> widgets.VBox:
        wide = {"width": "auto", "margin": "0 14px 0 0"}
        self._boxes = {
            group: widgets.Checkbox(description=group, indent=False, layout=wide)
            for group in self.groups
        }
        self._sure = widgets.Checkbox(description="rows of high confidence only", indent=False)
        low, high = self._span
        self._ends = [Slider(label=label, min=low, max=high, step=1) for label in ENDS]
        self._showing, self._live = False, Live()
        self._figure, self._html = _empty_figure(), table_view()
        self._show()
        for box in (*self._boxes.values(), self._sure, *self._ends):
            box.observe(self._moved, "value")
        head = widgets.HTML(f"{INK_RULE}<strong>What counts, and in which years?</strong>")
        boxes = widgets.HBox([*self._boxes.values(), self._sure], layout={"flex_flow": "row wrap"})
        return widgets.VBox([head, boxes, *self._ends, self._live, self._figure, self._html])

    def _moved(self, _: object) -> None:
        if self._showing:
            return
        include = [group for group, box in self._boxes.items() if box.value]
        years = [end.value for end in self._ends]
        try:
            self.now = self._checked(include, years[:2], years[2:], self._sure.value)
        except AlignmentError as error:
            self._live.text = f"{error}. The chart still shows the choice before."
            return
        self._show()

    def _show(self) -> None:
        """Bring boxes, sliders, sentence, chart and table to the present choice."""
        self._showing = True
        for group, box in self._boxes.items():
            box.value = group in self.now["include"]
        self._sure.value = self.now["sure_only"]
        for end, year in zip(self._ends, (*self.now["early"], *self.now["late"]), strict=True):
            end.value = year
        self._showing = False
        self._live.text = self.sentence()
        self._html.value = self.state_html().partition("\n")[2]
        years = range(self._span[0], self._span[1] + 1)
        with self._figure.batch_update():
            for trace, part in zip(self._figure.data, PARTS, strict=True):
                chosen = [year for year in years if self._part(year) == part]
                trace.x, trace.y = chosen, [self.count(year, year) for year in chosen]

    def _part(self, year: int) -> str:
        for part, name in zip(PARTS, ("early", "late"), strict=False):
            if self.now[name][0] <= year <= self.now[name][1]:
                return part
        return PARTS[2]


def _empty_figure() -> go.FigureWidget:
    """Draw the frame once; the windows differ by pattern as well as by colour."""
    looks = zip(PARTS, (theme.BLUE, theme.ORANGE, theme.GREY), ("", "/", "."), strict=True)
    figure = go.FigureWidget(
        [
            go.Bar(name=part, marker={"color": colour, "pattern": {"shape": shape}})
            for part, colour, shape in looks
        ]
    )
    figure.update_layout(
        title="Events of the chosen groups",
        xaxis={"title": "Year"},
        yaxis={"title": "Events (number a year)", "rangemode": "tozero"},
        barmode="stack",
        height=360,
    )
    figure._config = CONFIG
    return figure


def _verdict(found: dict) -> str:
    if found["ratio"] is None:
        return "No event in the first window, so there is no ratio."
    one = "includes 1 (no change)" if found["low"] <= 1 <= found["high"] else "does not include 1"
    return (
        f"Rate ratio {found['ratio']:.2f}, exact 95 per cent interval {found['low']:.2f} to "
        f"{found['high']:.2f}, which {one}."
    )


def _years(window: Window) -> int:
    return window[1] - window[0] + 1


def _span(window: Window) -> str:
    return f"{window[0]}–{window[1]}"
