"""How well a student knows what they know: every locked guess of the course, looked back upon."""

from html import escape

import plotly.graph_objects as go
from IPython.display import display

from alignment.charts.markup import html_table
from alignment.charts.present import present
from alignment.charts.theme import BLUE, INK
from alignment.charts.verdict import spoken
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods import calibration as c
from alignment.methods.scoring import brier
from alignment.records.forecasts import load_forecasts
from alignment.tables import load
from alignment.widgets.scored import Choice, Range, Scored, scored, seen_only

SURE = 0.75
_END = 1.5  # places further outside than this are drawn here


def calibration() -> None:
    """Show how well your ranges and your confidence fitted what was right.

    Only guesses that were locked before their result was shown count. Nothing here is a grade.
    """
    try:
        mine = scored()
    except AlignmentError as error:
        print(f"{error}.")
        return
    if not mine.ranges and not mine.choices:
        _show([say("calibration.nothing"), *_late(mine)])
        return
    if mine.ranges:
        present(
            figure(mine.ranges),
            finding=finding(mine),
            caveat=say("calibration.caveat"),
            sources=["predictions"],
        )
    _show([*told(mine), *confidence(mine), *_largest(mine), *_rest(mine)])


def finding(mine: Scored) -> str:
    """Say how many ranges held, and how many were to be expected."""
    of = len(mine.ranges)
    if of < c.FEWEST:  # eight in ten of two, rounded, would look like all of them
        return say("calibration.finding_few", inside=mine.inside, of=of)
    return say("calibration.finding", inside=mine.inside, of=of, expected=0.8 * of)


def told(mine: Scored) -> list[str]:
    """Say what the count of ranges means, in sentences."""
    if not mine.ranges:
        return []
    of, inside = len(mine.ranges), mine.inside
    found = c.coverage(inside, of)
    above = sum(each.value > each.guess.high for each in mine.ranges)
    below = sum(each.value < each.guess.low for each in mine.ranges)
    says = [say("calibration.misses", below=below, above=above)] if below or above else []
    if found.verdict == "none":
        few = say("calibration.few", of=of, fewest=c.FEWEST)
        return [few, *says]
    bounds = say("calibration.bounds", low=found.low, high=found.high, of=of)
    verdict = f"calibration.{found.verdict}"
    says.insert(0, say(verdict, inside=inside, of=of, bounds=bounds))
    groups = [each.asked.lesson for each in mine.ranges]
    low, high = c.share_interval([each.inside for each in mine.ranges], groups)
    held = low <= c.LEVEL <= high and found.verdict != "compatible"
    again = "calibration.again_compatible" if held else "calibration.again"
    says.append(say(again, low=_percent(low), high=_percent(high)))
    own = sum(each.score for each in mine.ranges) / of
    yard = sum(each.yardstick for each in mine.ranges) / of
    says.append(say("calibration.width", own=own, yard=yard))
    says += _fair(mine.ranges)
    if found.verdict == "too narrow" and 0 < found.share < 1:
        says.append(widen(found))
    return says


def widen(found: c.Coverage) -> str:
    """Say by how much ranges like these must be widened, and what helps."""
    return say("calibration.widen", factor=c.widening(found.share))


def confidence(mine: Scored) -> list[str]:
    """Compare how sure you were with how often you were right: choices, orders, forecasts."""
    pairs = [(each.guess.sure, float(each.right)) for each in mine.choices]
    forecasts, hindsight = _forecasts()
    pairs += forecasts
    known = (
        [say("calibration.hindsight", len(hindsight), names=", ".join(hindsight))]
        if hindsight
        else []
    )
    if not pairs:
        return known
    sure, right = zip(*pairs, strict=True)
    found = c.rightness(sure, right)
    if found.of == 1:
        return [say("calibration.one_alone"), *known]
    says = [
        say(
            "calibration.added_up",
            of=found.of,
            expected=found.expected,
            right=found.right,
            chance=_chance(found),
        )
    ]
    for words, group in (
        (say("calibration.under_75"), [p for p in pairs if p[0] < SURE]),
        (say("calibration.from_75"), [p for p in pairs if p[0] >= SURE]),
    ):
        if group:
            mean = sum(p for p, _ in group) / len(group)
            hits = say("calibration.hits", right=sum((o for _, o in group)), of=len(group))
            says.append(say("calibration.said_with", words=words, hits=hits, mean=_percent(mean)))
    if len(mine.choices) > 1:  # one answer says nothing about how sure to be
        own = [(each.guess.sure, float(each.right)) for each in mine.choices]
        chance = [each.chance for each in mine.choices]
        outcomes = [o for _, o in own]
        says.append(
            say(
                "calibration.brier",
                own=brier([p for p, _ in own], outcomes),
                chance=brier(chance, outcomes),
            )
        )
    return says + known


def _chance(found: c.Rightness) -> str:
    """Say how often luck alone gives so few right answers, or so many."""
    if found.right < found.expected:
        return say("calibration.or_fewer", right=found.right, of=found.of, share=found.at_most)
    return say("calibration.or_more", right=found.right, of=found.of, share=found.at_least)


def figure(ranges: tuple[Range, ...]) -> go.Figure:
    """Draw where the right value lies in each range; the band is the range."""
    names = [each.asked.id for each in ranges]
    fig = go.Figure()
    fig.add_vrect(x0=0, x1=1, fillcolor="rgba(121, 121, 121, 0.2)", line_width=0, layer="below")
    for plain, words, symbol in (
        (False, say("calibration.item"), "circle"),
        (True, say("calibration.plain_item"), "square"),
    ):
        chosen = [each for each in ranges if each.asked.plain is plain]
        fig.add_scatter(
            x=[min(max(each.place, -_END), 1 + _END) for each in chosen],
            y=[each.asked.id for each in chosen],
            mode="markers",
            name=words,
            marker={
                "color": BLUE,
                "symbol": symbol,
                "size": 10,
                "line": {"color": INK, "width": 1},
            },
        )
    ticks = [-_END, 0, 1, 1 + _END]
    fig.update_xaxes(
        title=say("calibration.place"),
        range=[-_END - 0.2, 1 + _END + 0.2],
        tickvals=ticks,
        ticktext=[
            say("calibration.far_below"),
            say("calibration.low_end"),
            say("calibration.high_end"),
            say("calibration.far_above"),
        ],
        type="linear",
    )
    fig.update_yaxes(
        title=say("calibration.prediction"), categoryorder="array", categoryarray=names[::-1]
    )
    return fig.update_layout(height=max(260, 130 + 22 * len(names)))


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


# --- parts ----------------------------------------------------------------------------------


def _fair(ranges: tuple[Range, ...]) -> list[str]:
    """Set the plain items beside the rest, and the first half of the course beside the second."""
    halves = (
        (say("calibration.plain"), [r for r in ranges if r.asked.plain]),
        (say("calibration.rest"), [r for r in ranges if not r.asked.plain]),
        (say("calibration.first_half"), [r for r in ranges if r.asked.lesson <= 5]),
        (say("calibration.second_half"), [r for r in ranges if r.asked.lesson > 5]),
    )
    counts = [
        say(
            "calibration.held_of",
            words=words,
            held=sum(r.inside for r in group),
            of=len(group),
        )
        for words, group in halves
        if group
    ]
    return [say("calibration.inside", counts="; ".join(counts))]


def _forecasts() -> tuple[list[tuple[float, float]], list[str]]:
    """Return the decided forecasts of the card, and the names of those made in hindsight.

    As a guess made after its result was shown never counts, a forecast does not whose outcome an
    earlier lesson had shown in plain view.
    """
    try:
        locked = load_forecasts()
    except AlignmentError:
        return [], []
    asked = load("questions").set_index("id")
    decided = asked[asked["outcome"].notna() & asked["support"].ne("method changed")]
    mine = decided[decided.index.isin(list(locked))]
    shown = mine["shown_as"].eq("visible").fillna(False)
    pairs = [
        (locked[name].percent / 100, float(outcome))
        for name, outcome in mine.loc[~shown, "outcome"].items()
    ]
    return pairs, list(mine.index[shown])


def _largest(mine: Scored) -> list[str]:
    """Name the three largest misses, and the surest choice that was wrong."""
    missed = sorted((r for r in mine.ranges if not r.inside), key=lambda r: -r.score)[:3]
    says = []
    for each in missed:
        says.append(
            say(
                "calibration.missed_by",
                id=each.asked.id,
                low=each.guess.low,
                high=each.guess.high,
                answer=each.asked.answer,
                meaning=each.asked.says["far"],
                because=_because(each),
            )
        )
    wrong = [each for each in mine.choices if not each.right]
    if wrong:
        each = max(wrong, key=lambda one: one.guess.sure)
        says.append(
            say(
                "calibration.wrong_choice",
                id=each.asked.id,
                sure=_percent(each.guess.sure),
                asked=spoken(each.asked, each.guess),
                answer=each.asked.answer,
                meaning=each.asked.says["far"],
                because=_because(each),
            )
        )
    return [say("calibration.largest"), *says] if says else []


def _because(each: Range | Choice) -> str:
    return say("calibration.because", because=each.guess.because) if each.guess.because else ""


def _late(mine: Scored) -> list[str]:
    return [say("calibration.after", after=", ".join(mine.after))] if mine.after else []


def _rest(mine: Scored) -> list[str]:
    says = _late(mine)
    if skipped := [name for name in mine.open if name in seen_only()]:
        says.append(say("calibration.skipped", skipped=", ".join(skipped)))
    return says


def _show(says: list[str]) -> None:
    html = "\n".join(f"<p>{escape(text)}</p>" for text in says)
    display({"text/html": html, "text/plain": "\n".join(says)}, raw=True)


def rows(mine: Scored) -> list[dict]:
    """List every guess that counts: question, what was said, what is right."""
    found = []
    for each in mine.ranges:
        held = say("calibration.held") if each.inside else say("calibration.missed")
        said = say(
            "calibration.range", low=each.guess.low, high=each.guess.high, best=each.guess.best
        )
        found.append((each.asked, said, held, each.guess.because))
    for each in mine.choices:
        said = say(
            "calibration.sure", asked=spoken(each.asked, each.guess), sure=_percent(each.guess.sure)
        )
        found.append(
            (
                each.asked,
                said,
                say("calibration.right") if each.right else say("calibration.not_right"),
                each.guess.because,
            )
        )
    found.sort(key=lambda row: (row[0].lesson, row[0].id))
    return [
        {
            say("calibration.question"): f"{asked.id}. {asked.question}",
            say("calibration.you_said"): said,
            say("calibration.it_is"): asked.answer,
            say("calibration.outcome"): outcome,
            say("calibration.because_column"): because,
        }
        for asked, said, outcome, because in found
    ]


def table(mine: Scored) -> str:
    """Write every guess that counts as an HTML table."""
    return html_table(rows(mine), caption=say("calibration.caption")) if rows(mine) else ""
