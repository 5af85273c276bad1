"""The class at a glance: how the points spread, how each question went, what to say in class.

It holds counts and sentences of ours; nothing a student wrote and no name of a student, so that it
can be shown in class. The names stand in the table of whom to follow up.
"""

import importlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT, STOPPED
from fairmark.course import current
from fairmark.grading.around import Around
from fairmark.grading.assignments import Assignment
from fairmark.grading.page import STYLE
from fairmark.grading.results import NOT_GRADABLE, Graded
from fairmark.messages import language, made_of, say

ORDER = (RIGHT, NOT_YET, NOT_ATTEMPTED, STOPPED)
# From settled to open; patterns tell them apart without colour, and each stands out on white and
# on black alike.
LOOK = {
    RIGHT: ("#1b7837", ""),
    NOT_YET: ("#c87400", "/"),
    NOT_ATTEMPTED: ("#8a8a8a", "."),
    STOPPED: ("#8a63c4", "x"),
}


FEW, MOST_TO_SAY = 3, 5
BAR = ".bar{height:1rem;background:#1b7837;min-width:1px}"


@dataclass
class Tally:
    """Counts of a class, filled one result at a time so that memory does not grow with it.

    Parameters
    ----------
    by_question : dict of str to Counter
        Outcomes of each question.
    mistakes : dict of str to Counter
        Known mistakes of each question, by their sentence.
    outcomes : Counter
        Outcomes of submissions.
    totals : dict of str to Counter
        For each set, how many earned how many points.
    """

    by_question: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    mistakes: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    outcomes: Counter = field(default_factory=Counter)
    totals: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, graded: Graded, assignments: dict[str, Assignment]) -> None:
        """Count one result."""
        self.outcomes[graded.outcome] += 1
        if graded.outcome == NOT_GRADABLE or graded.number not in assignments:
            return
        self.totals[graded.number][graded.earned] += 1
        keys = assignments[graded.number].keys
        for judged in graded.questions:
            self.by_question[judged.id][judged.outcome] += 1
            if sentence := _known(judged.sentence, keys[judged.id].wrong):
                self.mistakes[judged.id][sentence] += 1


def _known(sentence: str, wrong: Iterable) -> str:
    """Return the sentence of ours that a student was told, if it was one of the known mistakes."""
    if made_of("run.not_computed", sentence):
        return sentence
    return next((k.sentence for k in wrong if k.sentence and k.sentence in sentence), "")


def class_report(
    tally: Tally,
    assignments: dict[str, Assignment],
    weak: list[str],
    main: Sequence[str] = (),
) -> str:
    """Write the report of a class.

    Parameters
    ----------
    tally : Tally
        The counts.
    assignments : dict of str to Assignment
        The sets.
    weak : list of str
        Questions on which the second data set cannot tell typed from computed.
    main : sequence of str
        The sets that the class was asked for, first; any other is a line at the end.

    Returns
    -------
    str
        HTML with a plotly chart per set, each with its table; it needs no network.
    """
    from plotly.offline import get_plotlyjs

    title = escape(say("report.title"))
    parts = [f"<h1>{title}</h1><p>{escape(_sentence(tally))}</p>"]
    asked = [number for number in main if number in assignments]
    for number in asked or assignments:
        assignment = assignments[number]
        parts += [f"<h2>{escape(assignment.name)}</h2>", _points(tally.totals[number], assignment)]
        parts += [_spread(tally.totals[number], assignment), _to_say(tally, assignment)]
        parts += [_chart(tally, assignment), _table(tally, assignment)]
    parts += [_stray(tally, assignments[n]) for n in assignments if asked and n not in asked]
    if weak:
        parts.append(f"<p>{escape(say('report.weak', questions=', '.join(weak)))}</p>")
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-'
        "Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; img-src data: blob:\">"
        f"<title>{title}</title><style>{STYLE}{BAR}</style><script>{get_plotlyjs()}</script></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _sentence(tally: Tally) -> str:
    counts = [say(f"report.{name}", count) for name, count in sorted(tally.outcomes.items())]
    return say("report.counts", tally.outcomes.total(), counts=", ".join(counts))


def _points(totals: Counter, assignment: Assignment) -> str:
    whole = sum(key.points for key in assignment.keys.values())
    scores = sorted(totals.elements())
    if not scores:
        return f"<p>{escape(say('report.none'))}</p>"
    middle = (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2
    if len(scores) < FEW:
        return f"<p>{escape(say('report.few', len(scores)))}</p>"
    mean = sum(scores) / len(scores)
    said = say("report.half", middle=f"{middle:g}", whole=whole, mean=f"{mean:.1f}")
    return f"<p>{escape(said)}</p>"


def _spread(totals: Counter, assignment: Assignment) -> str:
    """Show how many earned how much, in tenths of the points."""
    whole = sum(key.points for key in assignment.keys.values())
    if totals.total() < FEW or not whole:
        return ""
    bins = Counter()
    for earned, count in totals.items():
        bins[min(9, 10 * earned // whole)] += count
    most = max(bins.values())
    rows = "".join(
        f'<tr><th scope="row">{escape(_tenth(at))}</th><td>{bins[at]}</td>'
        f'<td><div class="bar" style="width:{100 * bins[at] / most:.0f}%"></div></td></tr>'
        for at in range(10)
    )
    heads = "".join(
        f'<th scope="col">{h}</th>' for h in (say("report.share"), say("report.submissions"), "")
    )
    caption = f"<caption>{escape(say('report.spread'))}</caption>"
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _tenth(at: int) -> str:
    return say("report.tenth", low=10 * at, high=10 * at + 10 if at == 9 else 10 * at + 9)


def _to_say(tally: Tally, assignment: Assignment) -> str:
    """List the mistakes that came up most in the whole set, each with what to say about it."""
    around = Around(assignment)
    often = Counter(
        {
            (question, sentence): count
            for question in assignment.keys
            for sentence, count in tally.mistakes[question].items()
        }
    )
    items = []
    for (question, sentence), count in often.most_common(MOST_TO_SAY):
        if count < 2:
            break
        of = tally.by_question[question].total()
        title = f"{question} {assignment.keys[question].title}"
        why = "" if made_of("run.not_computed", sentence) else around.why(question)
        often_said = escape(say("report.often", count=count, of=of))
        items.append(
            f"<li><strong>{escape(title)}</strong>, {often_said}: {escape(sentence)} "
            f"{escape(why)}</li>"
        )
    head = escape(say("report.to_say"))
    return f"<h3>{head}</h3><ol>{''.join(items)}</ol>" if items else ""


def _stray(tally: Tally, assignment: Assignment) -> str:
    count = tally.totals[assignment.number].total()
    return f"<p>{escape(say('report.stray', count, name=assignment.name))}</p>"


def _chart(tally: Tally, assignment: Assignment) -> str:
    import plotly.graph_objects as go

    if current().look:
        importlib.import_module(current().look)

    names = [f"{key.id} {key.title}" for key in assignment.keys.values()]
    figure = go.Figure()
    for outcome in ORDER:
        colour, pattern = LOOK[outcome]
        counts = [tally.by_question[question][outcome] for question in assignment.keys]
        figure.add_bar(
            y=names, x=counts, orientation="h", name=say(f"outcome.{outcome}"),
            marker={"color": colour, "pattern": {"shape": pattern}},
        )  # fmt: skip
    figure.update_layout(
        barmode="stack", title=say("report.chart"), height=160 + 28 * len(names),
        xaxis_title=say("report.submissions"), legend_traceorder="normal",
        yaxis={"autorange": "reversed", "automargin": True},
    )  # fmt: skip
    name = f"set-{assignment.number}"  # else plotly draws a new one for every report
    still = {"staticPlot": True}  # no toolbar: nothing of a class can be sent anywhere from here
    chart = figure.to_html(full_html=False, include_plotlyjs=False, div_id=name, config=still)
    told = say("report.alt", name=assignment.name)
    return f'<div role="img" aria-label="{escape(told)}">{chart}</div>'


def _table(tally: Tally, assignment: Assignment) -> str:
    outcomes = [say(f"outcome.{each}") for each in ORDER]
    names = (say("page.question"), *outcomes, say("report.rate"), say("report.mistakes"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    rows = []
    for question, key in assignment.keys.items():
        cells = "".join(f"<td>{tally.by_question[question][outcome]}</td>" for outcome in ORDER)
        whole = tally.by_question[question].total()
        rate = f"{100 * tally.by_question[question][RIGHT] / whole:.0f}" if whole else ""
        cells += f"<td>{rate}</td>"
        often = tally.mistakes[question].most_common(3)
        said = "<br>".join(f"{count} x {escape(sentence)}" for sentence, count in often)
        title = escape(f"{question} {key.title}")
        rows.append(f'<tr><th scope="row">{title}</th>{cells}<td>{said}</td></tr>')
    return (
        f"<table><caption>{escape(say('report.table'))}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
