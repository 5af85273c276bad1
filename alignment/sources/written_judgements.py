"""What students weigh: domains, criteria with their anchors, and illustrative sets of scores.

The scores are teaching values chosen to make the methods visible. They are not findings.
"""

import pandas as pd

from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import MADE_LICENCE, Field, Recipe, made_basis, number, text
from alignment.sources.written_sheets import SHEETS

DOMAINS = """
domain | name | counts | does_not_count
M | Military-operational | joint activity, access, effects in two theatres | hardware and know-how
E | Economic sustainment | trade, energy, logistics, revenue
    | goods on the high-priority list; currency
D | Diplomatic and Global South | votes, vetoes, summits, blocs, positions of third states
    | trade and money between states
T | Technology and defence industry | high-priority goods from China to Russia; arms and
    know-how from Russia to China | joint activity of forces
F | Financial order | settlement currency, payment systems, reserves, resistance to sanctions
    | trade and energy themselves
"""

CRITERIA = """
criterion | name | prompt | anchor_0 | anchor_25 | anchor_50 | anchor_75 | anchor_100
A | Added capability | Because of the cooperation: what can either do that it could not do alone?
    | nothing beyond what each does alone | convenience or a small saving
    | one notable gap filled | several gaps filled, or one decisive gap
    | a capability that neither could get within 10 years
B | Commitment | Because of the cooperation: which costly acts and institutions exist, beyond
    statements? | words only | occasional, cheap acts | regular, budgeted, agreed plans
    | costly acts that are hard to fake, standing bodies
    | binding mutual obligation, integrated command or systems
C | Impact | Because of the cooperation: how large is the harm to the named vital interest, if it
    occurs? | no observable effect | annoyance, handled in routine budgets
    | visible degradation of one interest
    | serious, lasting loss in one interest or moderate loss in several
    | one interest lost, or costs as in a war
D | Immediacy | Because of the cooperation: how soon does the effect come? | after 10 years
    | in 5–10 years | in 2–5 years | within 2 years | already happening
E | Irreversibility | Because of the cooperation: how long would it take to undo it?
    | ends when policy changes | months | 1–3 years | 5–10 years | practically permanent
F | Weakness of limits | How little do mistrust, price, law and capacity restrain the cooperation?
    | strong limits, tested, and they held | limits mostly hold | mixed record
    | limits often fail | no effective limits seen
"""

SWING = {"A": 70, "B": 50, "C": 100, "D": 40, "E": 60, "F": 45}


def judgements(raw: Raw) -> pd.DataFrame:
    """Return the scores of every sheet, one row per sheet, domain and criterion."""
    return pd.concat([_sheet(name, block) for name, block in SHEETS.items()], ignore_index=True)


def _sheet(name: str, block: str) -> pd.DataFrame:
    long = rows(block).melt("domain", var_name="criterion", value_name="cell")
    long[["low", "mode", "high"]] = long["cell"].str.split(",", expand=True).astype(float)
    long.insert(0, "sheet", name)
    domain_order = long["domain"].map(list("MEDTF").index)
    return long.drop(columns="cell").iloc[domain_order.argsort(kind="stable")]


def swing_points(raw: Raw) -> pd.DataFrame:
    """Return the reference swing points for every sheet, one row per sheet and criterion."""
    points = pd.DataFrame({"criterion": list(SWING), "points": list(SWING.values())})
    return pd.concat([points.assign(sheet=name) for name in SHEETS], ignore_index=True)


CRITERION = text("criterion", "code of a criterion", values=tuple("ABCDEF"), required=True)
DOMAIN = text("domain", "code of a domain", values=tuple("MEDTF"), required=True)
SHEET = text("sheet", "name of the set of judgements", required=True)
MADE = {
    "sources": ("project",),
    "licence": MADE_LICENCE,
    "vintage": "2026",
}
ILLUSTRATIVE = (
    "Illustrative: teaching values chosen to make the methods visible. They are not findings.",
)


def score(name: str, what: str) -> Field:
    """Return a column of scores from 0 to 100."""
    return number(name, what, "points, 0 to 100", 0, minimum=0, maximum=100, required=True)


RECIPES = (
    Recipe(
        name="judgements",
        kind="illustrative",
        title="Scores of the five domains, four sheets (illustrative)",
        description="Low, most likely and high score of each domain on each criterion: the "
        "reference, two that imitate opposite schools, and a placebo (the US-Japan alliance). "
        "Illustrative values, not findings.",
        build=judgements,
        fields=(
            SHEET,
            DOMAIN,
            CRITERION,
            score("low", "lowest score that would not surprise"),
            score("mode", "most likely score"),
            score("high", "highest score that would not surprise"),
        ),
        key=("sheet", "domain", "criterion"),
        basis=made_basis("scores written for this course"),
        coverage="four sheets, five domains, six criteria",
        breaks=ILLUSTRATIVE,
        relations=({"kind": "order", "columns": ["low", "mode", "high"]},),
        foreign=(("domain", "domains", "domain"), ("criterion", "criteria", "criterion")),
        **MADE,
    ),
    Recipe(
        name="swing_points",
        kind="illustrative",
        title="Reference swing points of the six criteria (illustrative)",
        description="How much the full move of one criterion matters, against 100 for the one "
        "that matters most. Divide by their sum to get weights.",
        build=swing_points,
        fields=(SHEET, CRITERION, score("points", "swing points; the largest is 100")),
        key=("sheet", "criterion"),
        basis=made_basis("points written for this course"),
        coverage="six criteria",
        breaks=ILLUSTRATIVE,
        foreign=(("criterion", "criteria", "criterion"),),
        **MADE,
    ),
    Recipe(
        name="criteria",
        kind="made",
        title="The six criteria and their anchors",
        description="What each criterion asks, and what a score of 0, 25, 50, 75 and 100 means.",
        build=lambda raw: rows(CRITERIA),
        fields=(
            CRITERION,
            text("name", "name", required=True),
            text("prompt", "the question it asks", required=True),
            *(
                text(f"anchor_{score}", f"what a score of {score} means", required=True)
                for score in (0, 25, 50, 75, 100)
            ),
        ),
        key=("criterion",),
        basis=made_basis("definitions written for this course"),
        coverage="six criteria",
        breaks=("Criteria and domains share the letters D, E and F: always name the column.",),
        **MADE,
    ),
    Recipe(
        name="domains",
        kind="made",
        title="The five domains and their boundaries",
        description="What is counted in a domain and what is counted elsewhere, so that nothing "
        "is counted twice.",
        build=lambda raw: rows(DOMAINS).assign(
            boundary=lambda d: "counts " + d["counts"] + "; does not count " + d["does_not_count"]
        ),
        fields=(
            DOMAIN,
            text("name", "name", required=True),
            text("boundary", "what counts here and what does not", required=True),
        ),
        key=("domain",),
        basis=made_basis("definitions written for this course"),
        coverage="five domains",
        **MADE,
    ),
)
