"""More of what students weigh: anchors per domain, vital interests, dated events.

Numbers here are teaching values, labelled illustrative; the anchors are definitions.
"""

import pandas as pd

from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, integer, made_basis, needed, number, text
from alignment.sources.written_judgements import CRITERION, DOMAIN, ILLUSTRATIVE, MADE, SHEET, score

ANCHORS = """
domain | criterion | score | anchor
M | A | 25 | drills for show
M | A | 50 | regular patrols with a shared plan
M | A | 75 | shared sensors or targeting, shown in practice
M | A | 100 | combined operations under one command
M | B | 50 | an annual plan
M | B | 100 | a clause that obliges to defend
E | A | 25 | a marginal market
E | A | 50 | main buyer or seller of one commodity
E | A | 75 | main partner in all, and substitutes are scarce
E | A | 100 | the only lifeline
D | A | 25 | similar votes without effect
D | A | 50 | blocks action in one body
D | A | 75 | shapes results in several bodies
D | A | 100 | replaces a main institution
T | A | 25 | consumer-grade inputs that others sell too
T | A | 50 | inputs that are hard to replace within a year
T | A | 75 | almost all of a critical class of goods
T | A | 100 | transfers that remove a key advantage, for example under water
F | A | 25 | invoices between the two only
F | A | 50 | all trade between the two is out of reach of sanctions
F | A | 75 | used by many third states
F | A | 100 | a loss of dollar leverage that can be measured
"""

# How strongly harm in a domain touches each interest; each column's mean is its reference Impact.
INTERESTS = """
interest | name | M | E | D | T | F
V1 | Homeland and nuclear stability | 60 | 25 | 10 | 80 | 20
V2 | Security of allies in Europe | 85 | 85 | 35 | 90 | 45
V3 | Balance and allies in the Indo-Pacific | 90 | 65 | 35 | 90 | 50
V4 | Trade, finance and financial leverage | 35 | 75 | 25 | 25 | 95
V5 | Staying out of a direct great-power war | 90 | 50 | 20 | 85 | 30
V6 | Rules, legitimacy and influence | 60 | 60 | 85 | 50 | 90
"""

RISKS = """
domain | event | probability | impact
M | Combined combat operations of both forces by 31 December 2027 | .05,.12,.25 | 60,80,95
E | China is Russia's largest trade partner through 31 December 2027 | .75,.88,.95 | 35,50,65
D | China opposes the next UN text on Ukraine or vetoes jointly by 31 December 2027
    | .45,.60,.80 | 10,20,35
T | China supplies most of Russia's listed dual-use goods in 2027 | .55,.70,.85 | 40,55,75
F | The yuan exceeds 5 per cent of allocated reserves by 31 December 2027 | .05,.12,.20 | 40,60,85
"""


def domain_anchors(raw: Raw) -> pd.DataFrame:
    """Return what a score means in one domain, where that can be said more closely."""
    frame = rows(ANCHORS)
    return frame.assign(score=frame["score"].astype(int))


def interests(raw: Raw) -> pd.DataFrame:
    """Return how strongly harm in each domain touches each interest."""
    frame = rows(INTERESTS)
    return frame.assign(**{domain: frame[domain].astype(float) for domain in "MEDTF"})


def risk_judgements(raw: Raw) -> pd.DataFrame:
    """Return one dated event per domain with low, mode and high of probability and impact."""
    frame = rows(RISKS)
    for short, column in (("p", "probability"), ("impact", "impact")):
        parts = frame[column].str.split(",", expand=True).astype(float)
        frame[[f"{short}_low", f"{short}_mode", f"{short}_high"]] = parts
    frame.insert(0, "sheet", "reference")
    return frame.drop(columns=["probability", "impact"])


def _probability(name: str, what: str):
    return number(name, what, "share of 1", 2, minimum=0, maximum=1, required=True)


RECIPES = (
    Recipe(
        name="domain_anchors",
        kind="made",
        title="What a score means in one domain",
        description="Anchors for some criteria that are closer to a domain than the general ones.",
        build=domain_anchors,
        fields=(
            DOMAIN,
            CRITERION,
            needed(integer("score", "score that the anchor fixes", minimum=0, maximum=100)),
            text("anchor", "what this score means", required=True),
        ),
        key=("domain", "criterion", "score"),
        basis=made_basis("definitions written for this course"),
        coverage="five domains; added capability for all, commitment for one",
        foreign=(("domain", "domains", "domain"), ("criterion", "criteria", "criterion")),
        **MADE,
    ),
    Recipe(
        name="interests",
        kind="illustrative",
        title="Vital interests and the domains that touch them (illustrative)",
        description="How strongly harm in a domain touches an interest. There is no neutral list "
        "of interests; the sixth is disputed and can be dropped.",
        build=interests,
        fields=(
            text("interest", "code of an interest", values=tuple(f"V{n}" for n in range(1, 7))),
            text("name", "name of the interest", required=True),
            *(
                score(domain, f"how strongly harm in domain {domain} touches it")
                for domain in "MEDTF"
            ),
        ),
        key=("interest",),
        basis=made_basis("a list and values written for this course"),
        coverage="six interests, five domains",
        breaks=(
            *ILLUSTRATIVE,
            "The mean of each domain's column is its reference score on impact.",
        ),
        **MADE,
    ),
    Recipe(
        name="risk_judgements",
        kind="illustrative",
        title="One dated event per domain, its probability and its impact (illustrative)",
        description="For the model that multiplies probability and impact.",
        build=risk_judgements,
        fields=(
            SHEET,
            DOMAIN,
            text("event", "an event that can be checked on a date", required=True),
            _probability("p_low", "lowest probability that would not surprise"),
            _probability("p_mode", "most likely probability"),
            _probability("p_high", "highest probability that would not surprise"),
            score("impact_low", "lowest impact that would not surprise"),
            score("impact_mode", "most likely impact"),
            score("impact_high", "highest impact that would not surprise"),
        ),
        key=("sheet", "domain"),
        basis=made_basis("events and values written for this course"),
        coverage="five domains, one event each",
        breaks=(*ILLUSTRATIVE, "The order depends on the event chosen for a domain."),
        relations=(
            {"kind": "order", "columns": ["p_low", "p_mode", "p_high"]},
            {"kind": "order", "columns": ["impact_low", "impact_mode", "impact_high"]},
        ),
        foreign=(("domain", "domains", "domain"),),
        **MADE,
    ),
)
