"""For the last lessons: a synthetic panel, forecast questions, and six yearly indicators.

The panel is invented; the questions are dated and say who resolves them.
"""

import pandas as pd

from alignment.sources import gacc, military, politics, sipri, voeten
from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    MADE_LICENCE,
    Field,
    Recipe,
    date,
    integer,
    made_basis,
    number,
    text,
    truth,
    year,
)
from alignment.tables import indicators

# Scores of one domain by five invented panellists, before and after they saw the median.
ROUNDS = """
panellist | first | second | reason
A | 62 | 60 | sees strong limits in price and law
B | 70 | 66 | weighs the inputs that are hard to replace
C | 66 | 64 | finds the evidence mixed
D | 58 | 61 | thinks Russia could find other suppliers
E | 90 | 72 | fears transfers that no open table shows
"""

# Ranks of five domains by three invented panellists, 1 = largest challenge.
RANKS = """
panellist | T | E | M | F | D
A | 1 | 2 | 3 | 4 | 5
B | 2 | 1 | 3 | 4 | 5
C | 1 | 3 | 2 | 5 | 4
"""

QUESTIONS = """
id | set | question | asked | by | resolver | if_missing | outcome | support | table | forecast
R1 | past | Does China's customs office report more trade with Russia for 2025 than for 2024, in
    dollars? | 2025-01-31 | 2026-01-31 | China's customs office | first press report of its figure
    | false | table | trade | 0.70
R2 | past | Is a contract with a price signed for Power of Siberia 2? | 2025-01-31 | 2025-12-31
    | Gazprom or CNPC | counts as no | false | table | timeline | 0.20
R3 | past | Is there at least one joint strategic air patrol in 2025? | 2025-01-31 | 2025-12-31
    | either defence ministry | Japan's or South Korea's ministry | true | table | joint_exercises
    | 0.95
R4 | past | Does the United States vote yes on Ukraine's text in the UN General Assembly in
    February 2025? | 2025-01-31 | 2025-02-28 | UN record | counts as not asked | false | table
    | ukraine_votes | 0.60
R5 | past | Does China vote no on that text? | 2025-01-31 | 2025-02-28 | UN record
    | counts as not asked | false | table | ukraine_votes | 0.10
R6 | past | Is a joint patrol by submarines announced in public in 2025? | 2025-01-31 | 2025-12-31
    | either defence ministry | counts as no | true | reading list | | 0.40
R7 | past | Does the EU put at least one Chinese bank on a list in 2025? | 2025-01-31 | 2025-12-31
    | Official Journal of the EU | counts as no | true | table | listings_counts | 0.50
R8 | past | Is the yuan's share of world reserves higher at the end of 2025 than at the end of
    2024? | 2025-01-31 | 2026-04-30 | IMF COFER | counts as not asked | false | method changed
    | finance_points | 0.50
R9 | past | Does the US security strategy of 2025 name Russia as a threat to the United States?
    | 2025-01-31 | 2025-12-31 | text of the strategy | counts as not asked | false | reading list
    | | 0.30
R10 | past | Is the treaty of 2001 said to be extended? | 2025-01-31 | 2026-07-31
    | Kremlin or Chinese foreign ministry | press agencies | true | table | timeline | 0.90
R11 | past | Is a contract with a price signed for Power of Siberia 2 by the end of May 2026?
    | 2025-01-31 | 2026-05-31 | Gazprom or CNPC | counts as no | false | table | timeline | 0.20
N1 | next | Does China's customs office report more trade with Russia for 2026 than the total of
    2025? | 2026-07-02 | 2027-01-31 | China's customs office | first press report of its figure
    | | | trade |
N2 | next | Is the yuan's share of world reserves at least 2.00 per cent at the end of 2026?
    | 2026-07-02 | 2027-04-30 | IMF COFER, the method then in use | counts as not asked | | |
    finance_points |
N3 | next | Is a contract with a price signed for Power of Siberia 2? | 2026-07-02 | 2027-06-30
    | Gazprom or CNPC | counts as no | | | timeline |
N4 | next | Is there at least one more joint patrol by bombers? | 2026-07-02 | 2027-12-31
    | either defence ministry | Japan's or South Korea's ministry | | | joint_exercises |
N5 | next | Does China abstain on the next text about Ukraine in the UN General Assembly?
    | 2026-07-02 | 2027-12-31 | UN record | counts as not asked | | | ukraine_votes |
N6 | next | Does the EU put a bank owned by the Chinese state on a list? | 2026-07-02 | 2027-12-31
    | Official Journal of the EU | counts as no | | | listings_counts |
N7 | next | Does Xi visit Russia in 2027? | 2026-07-02 | 2027-12-31 | Kremlin or Chinese foreign
    ministry | counts as no | | | leader_meetings |
N8 | next | Does China or Russia state in public that it supplies complete lethal weapons to the
    other's war? | 2026-07-02 | 2027-12-31 | statement of either government | counts as no | | | |
N9 | next | Does the share of adults who call China a threat move by five points or more between
    two waves of one pollster in the United States? | 2026-07-02 | 2027-12-31
    | Gallup or Pew, the same question twice | counts as not asked | | | opinion |
"""


def panel(raw: Raw) -> pd.DataFrame:
    """Return the scores of two rounds, one row per panellist and round."""
    wide = rows(ROUNDS)
    long = wide.melt(["panellist", "reason"], ["first", "second"], "round", "score")
    long["round"] = long["round"].map({"first": 1, "second": 2})
    return long.astype({"score": int}).sort_values(["round", "panellist"])


def panel_ranks(raw: Raw) -> pd.DataFrame:
    """Return the ranks, one row per panellist and domain."""
    return rows(RANKS).melt("panellist", var_name="domain", value_name="rank")


def questions(raw: Raw) -> pd.DataFrame:
    """Return the forecast questions."""
    frame = rows(QUESTIONS)
    frame["outcome"] = frame["outcome"].map({"true": True, "false": False})
    return frame.astype({"forecast": float})


BUILDERS = {
    "trade": gacc.trade,
    "joint_exercises": military.joint_exercises,
    "arms_transfers": sipri.arms_transfers,
    "ideal_points": voeten.ideal_points,
    "leader_meetings": politics.leader_meetings,
}


def indicators_yearly(raw: Raw) -> pd.DataFrame:
    """Compute the indicators from the builders of the other tables."""
    return indicators.table(lambda name: BUILDERS[name](raw))


def _derived(name: str, what: str, unit: str) -> Field:
    return number(name, what, unit, 6, shadow="derived", required=True)


SYNTHETIC = {
    "kind": "synthetic",
    "sources": ("project",),
    "licence": MADE_LICENCE,
    "vintage": "2026",
    "breaks": ("Synthetic: no real person gave these answers.",),
}

RECIPES = (
    Recipe(
        name="panel",
        title="A panel of five in two rounds (synthetic)",
        description="Scores of one domain before and after the panel saw its median.",
        build=panel,
        fields=(
            text("panellist", "letter of the panellist", required=True),
            integer("round", "1 before, 2 after seeing the median", minimum=1, maximum=2),
            integer(
                "score",
                "score",
                unit="points, 0 to 100",
                minimum=0,
                maximum=100,
                shadow="scale",
                required=True,
            ),
            text("reason", "the reason given"),
        ),
        key=("panellist", "round"),
        basis=made_basis("numbers invented for this course"),
        coverage="five panellists, two rounds",
        **SYNTHETIC,
    ),
    Recipe(
        name="panel_ranks",
        title="A panel of three ranks the domains (synthetic)",
        description="Rank 1 is the largest challenge.",
        build=panel_ranks,
        fields=(
            text("panellist", "letter of the panellist", required=True),
            text("domain", "code of a domain", values=tuple("MEDTF"), required=True),
            integer("rank", "rank", minimum=1, maximum=5, required=True, shadow="permute"),
        ),
        key=("panellist", "domain"),
        basis=made_basis("numbers invented for this course"),
        coverage="three panellists, five domains",
        foreign=(("domain", "domains", "domain"),),
        relations=({"kind": "permutation", "column": "rank", "within": ["panellist"]},),
        **SYNTHETIC,
    ),
    Recipe(
        name="questions",
        title="Forecast questions with date and resolver",
        description="R: the past, as one could have asked at the end of January 2025. N: the "
        "next ones, open. `forecast` is that of an invented forecaster.",
        build=questions,
        fields=(
            text("id", "number of the question", required=True),
            text("set", "past or next", values=("past", "next"), required=True),
            text("question", "the question", required=True),
            date("asked", "day it is asked", required=True),
            date("by", "last day", required=True),
            text("resolver", "who decides what happened", required=True),
            text("if_missing", "what counts if the resolver is silent", required=True),
            truth("outcome", "true yes, false no, empty open", shadow="draw"),
            text(
                "support",
                "a table of ours, the reading list, or a method that changed",
                values=("table", "reading list", "method changed"),
            ),
            text("table", "table that shows it"),
            number(
                "forecast",
                "probability given by an invented forecaster",
                "probability",
                2,
                minimum=0,
                maximum=1,
            ),
        ),
        key=("id",),
        sources=("project",),
        licence=MADE_LICENCE,
        basis=made_basis("questions written for this course"),
        vintage="as of 2 July 2026",
        coverage="11 past and 9 open questions",
        breaks=(
            "R8 cannot be resolved: the IMF changed its method in between. Its outcome is the "
            "published reading; leave it out for a strict score.",
            "R6 and R9 rest on the reading list only.",
            "The forecasts are invented.",
        ),
        kind="made",
    ),
    Recipe(
        name="indicators_yearly",
        title="Six yearly indicators of the alignment",
        description="Trade, joint events, patrols, arms deliveries, closeness in the UN and "
        "leaders' meetings, 2015 to 2024.",
        build=indicators_yearly,
        fields=(
            year(),
            _derived("trade", "trade in goods", "billion US dollars"),
            _derived("events", "joint exercises and patrols", "events"),
            _derived("patrols", "patrols, a part of events", "events"),
            _derived("arms", "arms deliveries from Russia to China", "million TIV"),
            _derived("closeness", "minus the distance of ideal points", "standard deviations"),
            _derived("meetings", "leaders' meetings", "meetings"),
        ),
        key=("year",),
        sources=("gacc", "press_exercises", "sipri_arms", "voeten", "press_meetings"),
        licence="see the tables it is computed from",
        basis=made_basis(
            "computed from trade, joint_exercises, arms_transfers, ideal_points, leader_meetings"
        ),
        vintage="see the tables it is computed from",
        coverage="2015 to 2024",
        breaks=(
            "Ten years of trending series: a common trend is not a common cause.",
            "Meetings of 2020 are not known; patrols are counted inside events.",
        ),
        relations=({"kind": "derived", "by": "indicators"},),
        kind="derived",
    ),
)
