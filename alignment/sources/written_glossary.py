"""The words of the course in plain English, and the seven words for probabilities.

A word is here if a lesson explains it; a test looks each one up in the lessons it names.
"""

import pandas as pd

from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import MADE_LICENCE, Recipe, integer, made_basis, text

WORDS = """
topic | term | lessons | meaning
Reading a text | Claim | 01 and most others | A statement that somebody could deny. The reading
    is split into claims C1 to C28.
Reading a text | Descriptive claim | 01 | Says what is. It can be counted or measured.
Reading a text | Causal claim | 01 | Says that one thing brings about another. It needs a
    comparison with what would have happened otherwise.
Reading a text | Predictive claim | 01 | Says what will be. It needs a date by which it can be
    checked.
Reading a text | Intent | 01 | A claim about what somebody wants. Nobody can see a wish; only
    words and acts can be seen.
Reading a text | Evaluative claim | 01 | Says how large, good or bad something is. It needs a
    scale.
Reading a text | Normative claim | 01 | Says what should be done. Data alone cannot settle it.
Reading a text | Drift | 01 | How the content of a text changes when somebody sums it up.
Reading a text | Lateral reading | 01 | Leaving a page to see what others say about its author
    and its sources.
Reading a text | Illustrative | 00 01 02 08 09 | Chosen to show a method. An illustrative value
    is not a finding.
The relationship | Alignment | 00 06 08 09 10 | Two states act in the same direction, whatever
    the reason.
The relationship | Hypothesis | 02 00 | A possible answer that can turn out to be wrong.
The relationship | Quasi-alliance | 02 00 | The hypothesis that the two are allies in all but
    name.
The relationship | Entente | 02 00 01 08 | The hypothesis of a lasting alignment without a duty
    to fight for each other.
The relationship | Consultation | 02 | A duty in a treaty to talk in a crisis. It is not a duty
    to help.
The relationship | Non-aggression | 02 | A duty in a treaty not to attack each other.
The relationship | Inconsistency | 02 | The sum of the points of evidence that do not fit a
    hypothesis.
The relationship | Diagnosticity | 02 | How well one piece of evidence separates the hypotheses.
    Evidence that fits all of them alike separates nothing.
The relationship | Likelihood ratio | 02 | How much more one would expect a piece of evidence if
    one hypothesis is true than if the other is.
The relationship | Odds | 02 | One probability divided by another. Odds of three to one are a
    probability of three quarters.
The relationship | Marginal effect | 00 | What would be different if both states existed with
    the same aims but did not cooperate.
Counting | Rate | 03 | How many events there are per unit of time, for example per year.
Counting | Rate ratio | 03 | The later rate divided by the earlier rate.
Counting | Exact interval | 03 | All true rate ratios that are in reasonable agreement with the
    counts, computed without approximation.
Counting | TIV | 03 05 | Trend-indicator value: the volume of military capability in arms
    deliveries, measured by SIPRI. It is not money.
Counting | Share | 04 and most others | A part divided by its whole. Always ask: a share of
    what?
Counting | Wilson interval | 06 | A range for a share that was found in a number of cases. Few
    cases give a wide range.
Counting | Kappa | 01 06 | Agreement between two lists beyond what chance alone would give: 1 is
    full agreement, 0 is no more than chance.
Trade and energy | CAGR | 04 | Compound annual growth rate: the one constant rate per year that
    leads from the first level to the last.
Trade and energy | Asymmetry | 04 | Here: one side's dependence divided by the other side's
    dependence.
Trade and energy | Mirror data | 04 | The same trade as the partner reports it. The two reports
    are seldom equal.
Trade and energy | HHI | 04 | Herfindahl–Hirschman index: the sum of squared shares. It is 1 if
    there is one buyer only, and near 0 if there are many small ones.
Trade and energy | Counterfactual | 04 06 | What would have happened otherwise. It cannot be
    seen; it must be assumed and said.
Trade and energy | Inducement | 04 05 07 | An offer that makes another state want to act
    differently. A threat is not an inducement.
Technology | Dual-use goods | 05 | Goods with a civilian and a military use, such as chips and
    machine tools.
Technology | Common High Priority List | 05 | Fifty customs codes of goods found in Russian
    weapons or needed to make them, chosen by the states that control their export.
Technology | Customs code | 05 | A number under which customs count a kind of good. One code can
    hold very different goods.
Technology | Brand | 05 | The firm whose name a product carries. It can differ from the country
    where it was made and from the country it was sent from.
The United Nations | Global South | 06 | A loose name for the states of Africa, Asia, Latin
    America and the Pacific. They do not act as one.
The United Nations | Abstention | 06 | A vote that is neither yes nor no. It is not a no, and it
    is not absence.
The United Nations | Strict agreement | 06 | The share of votes on which both states voted the
    same.
The United Nations | Half credit | 06 | A way to measure agreement in which an abstention beside
    a yes or a no counts one half.
The United Nations | Contested texts | 06 | Texts on which states are really divided; the lesson
    gives the exact rule.
The United Nations | Ideal point | 06 | A number that places a state on a line by its votes.
    States that vote alike lie close together.
The United Nations | Veto | 06 | A no of a permanent member that stops a draft in the UN
    Security Council.
The United Nations | Pivotal | 06 | A vote is pivotal if the outcome would have been different
    without it.
Money | Allocated reserves | 07 | The part of central banks' reserves whose currency was
    reported. Gold is not in it.
Money | COFER | 07 | The survey of the IMF (International Monetary Fund) on the currencies of
    central banks' reserves.
Money | SWIFT | 07 | A network that carries messages between banks. It moves no money itself.
Money | CIPS | 07 | China's system that settles payments in yuan.
Money | Stock and flow | 07 | A stock is an amount on one day. A flow is an amount during a
    time. The two cannot be compared directly.
Money | Secondary sanction | 07 | A threat against those in third countries who trade with a
    state under sanctions.
Weighing | Domain | 00 and most others | An area in which the alignment may matter: military,
    economic, diplomatic, technology or finance.
Weighing | Criterion | 08 and most others | One question that is asked of every domain, such as:
    how hard is it to undo?
Weighing | Reference set | 08 09 | The illustrative scores and weights that come with the
    course. They are no answer key.
Weighing | Weight | 08 09 | How much a full swing on one criterion counts beside a full swing on
    the others. It is not how important a word sounds.
Weighing | Swing | 08 09 | The step from the bottom to the top of a scale. Weights compare such
    steps.
Weighing | Rank-order centroid | 08 | The average of all weights that agree with a given order.
Weighing | AHP | 08 | Analytic hierarchy process: a way to find weights by comparing two
    criteria at a time.
Weighing | Consistency ratio | 08 | How far the answers in AHP contradict each other; 0 is no
    contradiction.
Weighing | Additive value | 08 | The sum of weight times score. A high score can pay for a low
    one.
Weighing | Geometric value | 08 | A product of the scores, each raised to its weight. A very low
    score pulls everything down.
How sure | Double triangle | 09 | A way to draw random values from a lowest, a most likely and
    a highest value: half on each side of the most likely one, one in ten beyond each end.
How sure | Draw | 09 | One random choice of all uncertain values at once. Many draws show what
    follows from not knowing.
How sure | Standard error | 09 | How much a result would change from one run of random draws to
    the next.
How sure | Rank acceptability | 08 09 | The share of random draws in which a domain takes a
    place. It is not the probability of an event.
How sure | Central weights | 08 09 | The mean of the weights with which a domain comes first.
    What counts is how far they depart from equal weights.
How sure | Dominated | 08 | Another domain scores at least as high on every criterion, so no
    weights put this one ahead.
How sure | Crossing | 09 | The weight at which two domains change places.
How sure | Tornado | 09 | A chart that moves one value at a time and puts the widest bar on top.
How sure | Sobol index | 09 | How much of the spread of a result comes from one input while all
    inputs move.
How sure | Effective number | 09 | How many independent indicators a set of indicators is worth.
    Indicators that move together count less.
Judging and forecasting | Delphi | 10 | A panel that judges in rounds. Between the rounds
    everybody sees the answers of the others, without names.
Judging and forecasting | Synthetic | 10 | Invented for practice. No real person said it.
Judging and forecasting | Median | 10 | The middle value: half of the values are lower, half are
    higher.
Judging and forecasting | Interquartile range | 10 | The range that holds the middle half of all
    values.
Judging and forecasting | Kendall's W | 10 | How far several rankings agree: 1 if they are the
    same, 0 if there is no agreement.
Judging and forecasting | Likelihood | 02 09 10 | How probable an event is. It is said with one
    of seven words, each with a range.
Judging and forecasting | Confidence | 02 and most others | How good the basis of a judgement
    is: its sources and its reasoning. It stands in a sentence of its own.
Judging and forecasting | Base rate | 10 | How often such things happen in general. A forecast
    begins with it.
Judging and forecasting | Brier score | 10 | The mean squared distance between the probabilities
    that were said and what happened. Lower is better.
Judging and forecasting | Calibrated | 10 | Things said with some probability happen about as
    often as that.
Judging and forecasting | Resolution | 10 | How well forecasts separate the things that happen
    from the things that do not.
Judging and forecasting | Premortem | 10 | A group assumes that its judgement has turned out to
    be wrong, and writes down why.
"""

# Intelligence Community Directive 203 of the United States (2015); per cent.
LIKELIHOOD = """
word | low | high
almost no chance | 1 | 5
very unlikely | 5 | 20
unlikely | 20 | 45
roughly even chance | 45 | 55
likely | 55 | 80
very likely | 80 | 95
almost certain | 95 | 99
"""


def likelihood_words(raw: Raw) -> pd.DataFrame:
    """Return each word with the ends of its range."""
    return rows(LIKELIHOOD).astype({"low": int, "high": int})


def _end(name: str, which: str):
    return integer(name, f"{which} end of the range, per cent", minimum=0, maximum=100)


MADE = {"licence": MADE_LICENCE, "vintage": "November 2026", "sources": ("project",)}

RECIPES = (
    Recipe(
        name="glossary",
        kind="made",
        title="The words of the course",
        description="Each word in plain English and the lessons that use it.",
        build=lambda raw: rows(WORDS),
        fields=(
            text("topic", "group of words", required=True),
            text("term", "the word", required=True),
            text("lessons", "the lesson that explains it, then others that use it", required=True),
            text("meaning", "what it means in this course", required=True),
        ),
        key=("term",),
        basis=made_basis("definitions written for this course"),
        coverage="words that a lesson explains",
        breaks=("Other books use some of these words in another way.",),
        **MADE,
    ),
    Recipe(
        name="likelihood_words",
        kind="made",
        title="Seven words for probabilities and their ranges",
        description="The terms of Intelligence Community Directive 203 (United States, 2015).",
        build=likelihood_words,
        fields=(
            text("word", "word for a probability", required=True),
            _end("low", "lower"),
            _end("high", "upper"),
        ),
        key=("word",),
        basis=made_basis("ranges as the directive prints them; facts"),
        coverage="seven words",
        breaks=("Neighbours share a boundary; in this course it belongs to the range above.",),
        **MADE,
    ),
)
