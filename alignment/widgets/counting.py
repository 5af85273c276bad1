"""The counting rules of lesson 03: choose what counts and which years, and see what follows.
The lesson hands over the events, the count and the ratio; the panel only chooses.
"""

from collections.abc import Callable, Iterable
from html import escape

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import theme
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.panel import LEGEND_BELOW, ChoicePanel, row, state_table
from alignment.widgets.slider import Slider

Window = tuple[int, int]
PARTS = ("early", "late", "outside")
# What the sliders and the box of the confidence set.
ENDS = ("early_from", "early_to", "late_from", "late_to")
SURE = "sure_only"
# What `kinds` of a published total says where it is not the name of one group.
ALL, PART = "all", "part"
COLUMNS = ("counted", "period", "published", "bound", "ours", "ours counts", "publisher")


class CountingRules(ChoicePanel):
    """Groups of events that count, two windows of years, and the rate ratio that follows.

    Parameters
    ----------
    events : pandas.DataFrame
        One row per event, with the columns `group`, `year` and `confidence`.
    published : pandas.DataFrame
        Totals that others publish: `counted`, `kinds` (a group, "all", or "part" of a group),
        `period`, `first`, `last`, `value`, `bound`, `publisher`.
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
        self.heading = say("counting.heading")
        self._open({"include": self.groups, "early": early, "late": late, "sure_only": False})

    def set(
        self,
        *,
        include: Iterable[str] | None = None,
        early: Window | None = None,
        late: Window | None = None,
        sure_only: bool | None = None,
    ) -> None:
        """Choose from a code cell; what is not named stays as it is."""
        self._choose(include=include, early=early, late=late, sure_only=sure_only)

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
        """Return the published totals beside our count in the same calendar years.

        A total of one group is compared with that group alone, one of all kinds with all groups.
        It is compared with nothing if one of its groups is not chosen, or if it counts a part of a
        group, such as one series.

        Returns
        -------
        pandas.DataFrame
            Columns counted, period, published, bound, ours (missing where not all that the total
            counts is chosen, or where it is a part of a group), ours counts, publisher; the nearest
            total first (smallest difference as a share of the published total).
        """
        rows = self._published[["counted", "period", "value", "bound", "publisher"]]
        rows = rows.rename(columns={"value": "published"})
        named = [self._named(kinds) for kinds in self._published["kinds"]]
        alike = [groups if set(groups) <= set(self.now["include"]) else [] for groups in named]
        spans = zip(self._published["first"], self._published["last"], alike, strict=True)
        ours = [
            self._count(self._kept(), groups, int(first), int(last)) if groups else None
            for first, last, groups in spans
        ]
        rows.insert(4, "ours", pd.array(ours, dtype="Int64"))
        rows.insert(
            5,
            "ours counts",
            [
                ", ".join(groups) or say("counting.not_chosen" if counted else "counting.part")
                for groups, counted in zip(alike, named, strict=True)
            ],
        )
        distance = (rows["ours"] / rows["published"] - 1).abs()
        order = distance.sort_values(kind="stable").index
        return rows.loc[order].reset_index(drop=True)

    def _named(self, kinds: str) -> list[str]:
        """Name the groups that a published total counts; none if it counts a part of one."""
        if kinds in (ALL, PART):
            return self.groups if kinds == ALL else []
        return [group for group in self.groups if group == kinds]

    def sentence(self) -> str:
        """Say the rule, the rates, the ratio and whether its interval includes no change."""
        now, found = self.now, self.result()
        rule = ", ".join(now["include"]) or say("counting.nothing")
        windows = [
            say(
                "counting.window",
                found=found[name],
                years=_span(now[name]),
                rate=found[name] / _years(now[name]),
            )
            for name in ("early", "late")
        ]
        return say(
            "counting.sentence_sure" if now["sure_only"] else "counting.sentence",
            rule=rule,
            early=windows[0],
            late=windows[1],
            ratio=_verdict(found),
            nearest=self._nearest(),
        )

    def table_html(self) -> str:
        """Say the published totals beside ours; those without a match of ours are folded."""
        table = self.compared()
        held = table["ours"].notna()
        alike, others = (
            part.rename(columns={name: say(f"counting.{name}") for name in COLUMNS})
            for part in (table[held], table[~held].drop(columns="ours"))
        )
        shown = state_table(alike.to_dict("records"), caption=say("counting.caption"))
        if others.empty:
            return shown
        rest = state_table(others.to_dict("records"), caption=say("counting.others_caption"))
        fold = escape(say("counting.others", len(others)))
        first = "" if alike.empty else f"{shown}\n"
        return f"{first}<details>\n<summary>{fold}</summary>\n{rest}\n</details>"

    # --- choosing -------------------------------------------------------------------------

    def accept(self, choice: dict) -> dict:
        """Refuse unknown groups and windows that are not one after the other."""
        include, early, late = choice["include"], tuple(choice["early"]), tuple(choice["late"])
        include = [include] if isinstance(include, str) else list(include)
        for group in include:
            if group not in self.groups:
                known = ", ".join(self.groups)
                raise AlignmentError(say("counting.no_group", group=group, known=known))
        years = [*early, *late]
        if not (early[0] <= early[1] < late[0] <= late[1]):
            raise AlignmentError(say("counting.windows", early=_span(early), late=_span(late)))
        if years[0] < self._span[0] or years[-1] > self._span[1]:
            raise AlignmentError(
                say("counting.not_inside", span=_span(self._span), first=years[0], last=years[-1])
            )
        include = [group for group in self.groups if group in include]
        return choice | {"include": include, "early": early, "late": late}

    def _kept(self) -> pd.DataFrame:
        if not self.now["sure_only"]:
            return self._events
        return self._events[self._events["confidence"] == "high"]

    def _nearest(self) -> str:
        table = self.compared()
        same = table["ours"].notna() & (table["ours counts"] == ", ".join(self.now["include"]))
        if not same.any():
            return say("counting.no_total")
        first = table[same].iloc[0]
        return say(
            "counting.nearest",
            counted=first["counted"],
            period=first["period"],
            published=first["published"],
            bound=first["bound"],
            publisher=first["publisher"],
            ours=first["ours"],
        )

    # --- showing --------------------------------------------------------------------------

    def controls(self) -> dict[str, widgets.Widget]:
        """Make a box per group, one for the confidence, and a slider per end of a window."""
        wide = {"width": "auto", "margin": "0 14px 0 0"}
        boxes = {
            name: widgets.Checkbox(description=label, indent=False, layout=wide)
            for name, label in [*((g, g) for g in self.groups), (SURE, say("counting.sure_box"))]
        }
        low, high = self._span
        return boxes | {
            end: Slider(label=say(f"counting.{end}"), min=low, max=high, step=1) for end in ENDS
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Place the boxes side by side above the sliders."""
        return [row(*(controls[name] for name in (*self.groups, SURE))), *map(controls.get, ENDS)]

    def shown(self) -> dict[str, object]:
        """Say which boxes are ticked and where the windows end."""
        ticked = {group: group in self.now["include"] for group in self.groups}
        years = (*self.now["early"], *self.now["late"])
        return ticked | {SURE: self.now["sure_only"]} | dict(zip(ENDS, years, strict=True))

    def chosen(self, values: dict[str, object]) -> dict:
        """Take groups and windows; an end that was moved too far stops at its neighbour."""
        include = [group for group in self.groups if values[group]]
        years = [values[end] for end in ENDS]
        before = [*self.now["early"], *self.now["late"]]
        for n in range(4):
            if years[n] != before[n]:
                years[n] = max(years[n], years[n - 1] + (n == 2)) if n else years[n]
                years[n] = min(years[n], years[n + 1] - (n == 1)) if n < 3 else years[n]
        windows = {"early": tuple(years[:2]), "late": tuple(years[2:])}
        return {"include": include, "sure_only": values[SURE]} | windows

    def draw(self) -> go.Figure:
        """Draw a bar a year; the windows differ by pattern as well as by colour."""
        figure = go.Figure()
        looks = zip(PARTS, (theme.BLUE, theme.ORANGE, theme.GREY), ("", "/", "."), strict=True)
        for part, colour, shape in looks:
            years = [y for y in range(self._span[0], self._span[1] + 1) if self._part(y) == part]
            counts = [self.count(year, year) for year in years]
            marker = {"color": colour, "pattern": {"shape": shape}}
            figure.add_bar(x=years, y=counts, name=say(f"counting.{part}"), marker=marker)
        figure.update_layout(
            title=say("counting.title"),
            xaxis={"title": say("counting.year")},
            yaxis={"title": say("counting.events"), "rangemode": "tozero"},
            barmode="stack",
            height=420,
            **LEGEND_BELOW,
            legend_traceorder="normal",  # the first window first, though the bars are stacked
        )
        return figure

    def _part(self, year: int) -> str:
        for name in ("early", "late"):
            if self.now[name][0] <= year <= self.now[name][1]:
                return name
        return "outside"


def _verdict(found: dict) -> str:
    if found["ratio"] is None:
        return say("counting.no_ratio")
    ends = found["low"], found["high"]
    one = "counting.ratio_1" if ends[0] <= 1 <= ends[1] else "counting.ratio_not_1"
    # An end that is rounded to 1 would contradict the sentence.
    digits = 3 if 1 in (round(end, 2) for end in ends) else 2
    low, high = (f"{end:.{digits}f}" for end in ends)
    return say(one, ratio=found["ratio"], low=low, high=high)


def _years(window: Window) -> int:
    return window[1] - window[0] + 1


def _span(window: Window) -> str:
    first, last = window
    return f"{first}–{last}" if first != last else str(first)
