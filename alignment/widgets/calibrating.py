"""How well a student knows what they know: every locked guess of the course, looked back upon."""

from html import escape

import plotly.graph_objects as go
from IPython.display import display

from alignment.charts.markup import html_table
from alignment.charts.present import present
from alignment.charts.theme import BLUE, INK
from alignment.charts.verdict import spoken
from alignment.errors import AlignmentError
from alignment.methods import calibration as c
from alignment.methods.forecasts import brier
from alignment.records.forecasts import load_forecasts
from alignment.tables import load
from alignment.widgets.scored import Choice, Range, Scored, scored, seen_only

NOTHING = (
    "Nothing is locked yet. Guesses of lessons 0 to 10 come here: how often your ranges held the "
    "right value, and how sure you were where you were wrong."
)
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
        _show([NOTHING])
        return
    if mine.ranges:
        present(
            figure(mine.ranges),
            finding=finding(mine),
            caveat="whether you know much: a range can hold the value and still tell nothing.",
            sources=["predictions"],
        )
    _show([*told(mine), *confidence(mine), *_largest(mine), *_rest(mine)])


def finding(mine: Scored) -> str:
    """Say how many ranges held, and how many were to be expected."""
    of = len(mine.ranges)
    return f"{mine.inside} of {of} ranges held the right value; {0.8 * of:.0f} were to be expected"


def told(mine: Scored) -> list[str]:
    """Say what the count of ranges means, in sentences."""
    if not mine.ranges:
        return []
    of, inside = len(mine.ranges), mine.inside
    found = c.coverage(inside, of)
    above = sum(each.value > each.guess.high for each in mine.ranges)
    below = sum(each.value < each.guess.low for each in mine.ranges)
    says = [f"Of the misses, {below} lay below the range and {above} above it."]
    if found.verdict == "none":
        few = f"With {of} ranges luck decides; from {c.FEWEST} on there is a verdict."
        return [few, *says]
    bounds = f"{found.low} to {found.high} of {of}"
    says.insert(0, _VERDICTS[found.verdict].format(inside=inside, of=of, bounds=bounds))
    groups = [each.asked.lesson for each in mine.ranges]
    low, high = c.share_interval([each.inside for each in mine.ranges], groups)
    again = (
        f"Ranges of one lesson are not independent. Drawing whole lessons again gives "
        f"{_percent(low)} to {_percent(high)} inside"
    )
    if low <= c.LEVEL <= high and found.verdict != "compatible":
        again += "; that holds eight in ten, so your ranges are compatible with it all the same"
    says.append(f"{again}.")
    own = sum(each.score for each in mine.ranges) / of
    yard = sum(each.yardstick for each in mine.ranges) / of
    says.append(
        f"Width and misses together score {own:.2f}; ranges from a tenth to nine tenths of each "
        f"scale would score {yard:.2f} (smaller is better)."
    )
    says += _fair(mine.ranges)
    if found.verdict == "too narrow" and 0 < found.share < 1:
        says.append(widen(found))
    return says


_VERDICTS = {
    "too narrow": (
        "Your ranges are too narrow: {inside} of {of} held, and chance alone would give {bounds}. "
        "This is the usual finding, also for experts; it is about width, not about knowledge."
    ),
    "compatible": (
        "Your ranges are compatible with eight in ten: {inside} of {of} held, and chance alone "
        "would give {bounds}."
    ),
    "wider than needed": (
        "Your ranges are wider than needed: {inside} of {of} held, and chance alone would give "
        "{bounds}. You know more than you say."
    ),
}


def widen(found: c.Coverage) -> str:
    """Say by how much ranges like these must be widened, and what helps."""
    factor = c.widening(found.share)
    return (
        f"To hold eight in ten, ranges like yours should be about {factor:.1f} times as wide. Try "
        f"it on your score sheets in lesson 9: records.widened(sheet, {factor:.1f}). Two habits "
        "help: name one reason why the value could be higher and one why it could be lower; and "
        "ask “of what whole?” before the number."
    )


def confidence(mine: Scored) -> list[str]:
    """Compare how sure you were with how often you were right: choices, orders, forecasts."""
    pairs = [(each.guess.sure, float(each.right)) for each in mine.choices]
    pairs += _forecasts()
    if not pairs:
        return []
    sure, right = zip(*pairs, strict=True)
    found = c.rightness(sure, right)
    says = [
        f"You gave {found.of} probabilities (choices, orders, decided forecasts). They add up to "
        f"{found.expected:.1f} right; {found.right} were. The chance of that many or fewer is "
        f"{found.at_most:.2f}, of that many or more {found.at_least:.2f}."
    ]
    for words, group in (
        ("under 75 per cent", [p for p in pairs if p[0] < SURE]),
        ("75 per cent and more", [p for p in pairs if p[0] >= SURE]),
    ):
        if group:
            mean = sum(p for p, _ in group) / len(group)
            hits = f"{sum(o for _, o in group):.0f} of {len(group)} right"
            says.append(f"Said with {words}: {hits}; said on average {_percent(mean)}.")
    if mine.choices:
        own = [(each.guess.sure, float(each.right)) for each in mine.choices]
        chance = [each.chance for each in mine.choices]
        outcomes = [o for _, o in own]
        says.append(
            f"Brier score of the choices and orders {brier([p for p, _ in own], outcomes):.2f}; "
            f"pure chance would score {brier(chance, outcomes):.2f} (0 is best)."
        )
    return says


def figure(ranges: tuple[Range, ...]) -> go.Figure:
    """Draw where the right value lies in each range; the band is the range."""
    names = [each.asked.id for each in ranges]
    fig = go.Figure()
    fig.add_vrect(x0=0, x1=1, fillcolor="rgba(121, 121, 121, 0.2)", line_width=0, layer="below")
    for plain, words, symbol in ((False, "item", "circle"), (True, "plain item", "square")):
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
        title="Place of the right value (your range is the band)",
        range=[-_END - 0.2, 1 + _END + 0.2],
        tickvals=ticks,
        ticktext=["far below", "low end", "high end", "far above"],
        type="linear",
    )
    fig.update_yaxes(title="Prediction", categoryorder="array", categoryarray=names[::-1])
    return fig.update_layout(height=max(260, 130 + 22 * len(names)))


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


# --- parts ----------------------------------------------------------------------------------


def _fair(ranges: tuple[Range, ...]) -> list[str]:
    """Set the plain items beside the rest, and the first half of the course beside the second."""
    halves = (
        ("plain items", [r for r in ranges if r.asked.plain]),
        ("the rest, chosen because people miss them", [r for r in ranges if not r.asked.plain]),
        ("lessons 0 to 5", [r for r in ranges if r.asked.lesson <= 5]),
        ("lessons 6 to 10", [r for r in ranges if r.asked.lesson > 5]),
    )
    counts = [
        f"{words} {sum(r.inside for r in group)} of {len(group)}"
        for words, group in halves
        if group
    ]
    return [f"Inside: {'; '.join(counts)}."]


def _forecasts() -> list[tuple[float, float]]:
    """Return the decided forecasts of the card: probability and outcome."""
    try:
        locked = load_forecasts()
    except AlignmentError:
        return []
    asked = load("questions").set_index("id")
    decided = asked[asked["outcome"].notna() & asked["support"].ne("method changed")]
    return [
        (locked[name].percent / 100, float(decided.loc[name, "outcome"]))
        for name in decided.index
        if name in locked
    ]


def _largest(mine: Scored) -> list[str]:
    """Name the three largest misses, and the surest choice that was wrong."""
    missed = sorted((r for r in mine.ranges if not r.inside), key=lambda r: -r.score)[:3]
    says = []
    for each in missed:
        says.append(
            f"{each.asked.id}: you said {each.guess.low:g} to {each.guess.high:g}, it is "
            f"{each.asked.answer}. {each.asked.says['far']}{_because(each)}"
        )
    wrong = [each for each in mine.choices if not each.right]
    if wrong:
        each = max(wrong, key=lambda one: one.guess.sure)
        says.append(
            f"{each.asked.id}: you were {_percent(each.guess.sure)} sure of "
            f"{spoken(each.asked, each.guess)}; it is {each.asked.answer}. "
            f"{each.asked.says['far']}{_because(each)}"
        )
    return ["The largest misses, and the surest wrong choice:", *says] if says else []


def _because(each: Range | Choice) -> str:
    return f" You wrote: “{each.guess.because}”" if each.guess.because else ""


def _rest(mine: Scored) -> list[str]:
    says = []
    if mine.after:
        says.append(f"Made after the result was seen, and not counted: {', '.join(mine.after)}.")
    if skipped := [name for name in mine.open if name in seen_only()]:
        says.append(f"Seen without a guess: {', '.join(skipped)}.")
    return says


def _show(says: list[str]) -> None:
    html = "\n".join(f"<p>{escape(text)}</p>" for text in says)
    display({"text/html": html, "text/plain": "\n".join(says)}, raw=True)


def rows(mine: Scored) -> list[dict]:
    """List every guess that counts: question, what was said, what is right."""
    found = []
    for each in mine.ranges:
        held = "held" if each.inside else "missed"
        said = f"{each.guess.low:g} to {each.guess.high:g}, best {each.guess.best:g}"
        found.append((each.asked, said, held, each.guess.because))
    for each in mine.choices:
        said = f"{spoken(each.asked, each.guess)} ({_percent(each.guess.sure)} sure)"
        found.append((each.asked, said, "right" if each.right else "not right", each.guess.because))
    found.sort(key=lambda row: (row[0].lesson, row[0].id))
    return [
        {
            "Question": f"{asked.id}. {asked.question}",
            "You said": said,
            "It is": asked.answer,
            "Outcome": outcome,
            "Because": because,
        }
        for asked, said, outcome, because in found
    ]


def table(mine: Scored) -> str:
    """Write every guess that counts as an HTML table."""
    return (
        html_table(rows(mine), caption="What you guessed before you saw it") if rows(mine) else ""
    )
