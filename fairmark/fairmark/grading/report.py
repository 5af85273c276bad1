"""The class at a glance: how each question went, and which mistakes came up again and again.

It holds counts and sentences of ours; nothing a student wrote and no name of a student.
"""

import importlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from fairmark.course import current
from fairmark.grading.assignments import Assignment
from fairmark.grading.compare import NOT_ATTEMPTED, NOT_COMPUTED, NOT_YET, RIGHT, STOPPED
from fairmark.grading.page import STYLE
from fairmark.grading.results import NOT_GRADABLE, Graded

ORDER = (RIGHT, NOT_YET, NOT_ATTEMPTED, STOPPED)
# From settled to open; patterns tell them apart without colour, and each stands out on white and
# on black alike.
LOOK = {
    RIGHT: ("#1b7837", ""),
    NOT_YET: ("#c87400", "/"),
    NOT_ATTEMPTED: ("#8a8a8a", "."),
    STOPPED: ("#8a63c4", "x"),
}


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
    if sentence == NOT_COMPUTED:
        return sentence
    return next((k.sentence for k in wrong if k.sentence and k.sentence in sentence), "")


def class_report(tally: Tally, assignments: dict[str, Assignment], weak: list[str]) -> str:
    """Write the report of a class.

    Parameters
    ----------
    tally : Tally
        The counts.
    assignments : dict of str to Assignment
        The sets.
    weak : list of str
        Questions on which the second data set cannot tell typed from computed.

    Returns
    -------
    str
        HTML with a plotly chart per set, each with its table; it needs no network.
    """
    from plotly.offline import get_plotlyjs

    parts = [f"<h1>Class report</h1><p>{escape(_sentence(tally))}</p>"]
    for number, assignment in assignments.items():
        parts += [f"<h2>{escape(assignment.name)}</h2>", _points(tally.totals[number], assignment)]
        parts += [_chart(tally, assignment), _table(tally, assignment)]
    if weak:
        parts.append(
            f"<p>The answer to {escape(', '.join(weak))} is the same on both data sets, so an "
            "answer that was typed in earns its points there (choices and forms are such).</p>"
        )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-'
        "Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; img-src data: blob:\"><title>Class report</title>"
        f"<style>{STYLE}</style><script>{get_plotlyjs()}</script></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _sentence(tally: Tally) -> str:
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.outcomes.items()))
    return f"{tally.outcomes.total()} submissions: {counts or 'none'}."


def _points(totals: Counter, assignment: Assignment) -> str:
    whole = sum(key.points for key in assignment.keys.values())
    scores = sorted(totals.elements())
    if not scores:
        return "<p>Nobody's notebook of this set could be graded.</p>"
    middle = (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2
    return f"<p>Half of the class earned {middle:g} of {whole} points or more.</p>"


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
            y=names, x=counts, orientation="h", name=outcome,
            marker={"color": colour, "pattern": {"shape": pattern}},
        )  # fmt: skip
    figure.update_layout(
        barmode="stack", title="How each question went", height=160 + 28 * len(names),
        xaxis_title="Submissions", legend_traceorder="normal",
        yaxis={"autorange": "reversed", "automargin": True},
    )  # fmt: skip
    name = f"set-{assignment.number}"  # else plotly draws a new one for every report
    still = {"staticPlot": True}  # no toolbar: nothing of a class can be sent anywhere from here
    chart = figure.to_html(full_html=False, include_plotlyjs=False, div_id=name, config=still)
    told = f"Bars of outcomes by question of {assignment.name}; the table below holds the numbers."
    return f'<div role="img" aria-label="{escape(told)}">{chart}</div>'


def _table(tally: Tally, assignment: Assignment) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Question", *ORDER, "Mistakes"))
    rows = []
    for question, key in assignment.keys.items():
        cells = "".join(f"<td>{tally.by_question[question][outcome]}</td>" for outcome in ORDER)
        often = tally.mistakes[question].most_common(3)
        said = "<br>".join(f"{count} x {escape(sentence)}" for sentence, count in often)
        title = escape(f"{question} {key.title}")
        rows.append(f'<tr><th scope="row">{title}</th>{cells}<td>{said}</td></tr>')
    return (
        "<table><caption>Outcomes by question, and the known mistakes that came up most</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
