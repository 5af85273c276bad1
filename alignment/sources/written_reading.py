"""What the reading says, claim by claim, and what changed between the paper and the reading.

Classifying a claim is a judgement: two codings are shipped, and neither is a key.
"""

import pandas as pd

from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import MADE_LICENCE, Recipe, integer, made_basis, text

PARAGRAPHS = tuple(f"P{number}" for number in range(1, 10))
DOMAINS = ("M", "E", "D", "T", "F", "all", "none")
INTERESTS = ("V1", "V2", "V3", "V4", "V5", "V6", "all", "none")
TESTABLE = ("yes", "yes, resolved", "partly", "weakly", "by forecast only", "no")
KINDS = ("omitted", "weakened", "changed", "garbled", "less specific", "no figures")
WORDS = ("descriptive", "causal", "predictive", "intent", "evaluative", "normative")
TYPES = (*WORDS, "attribution", "conditional")

# The first word of `type` is the main type; what follows the comma is a second one or a remark.
CLAIMS = """
id | paragraph | claim | phrase | type | domain | interest | testable | importance
C1 | P1 | The relationship matters much for the interests of the United States.
    | significant implications | evaluative | all | all | no | 5
C2 | P1 | It poses challenges in several separate domains.
    | military, economic, and diplomatic domains | descriptive, framing | all | all | partly | 3
C3 | P2 | The partnership becomes deeper.
    | deepening partnership | descriptive, trend | all | all | yes | 4
C4 | P2 | Shared complaints about the international order drive the partnership.
    | shared grievances | causal | D | V6 | partly | 3
C5 | P2 | Threats that both see, above all from the United States, drive the partnership.
    | perceived threats | causal | all | V3 | partly | 3
C6 | P2 | The alignment will test the new administration in Washington.
    | will test the incoming Trump administration | predictive | all | all | yes, resolved | 2
C7 | P3 | China's economic support sustains Russia's military actions.
    | plays a critical role in sustaining | causal | E | V2 | partly | 5
C8 | P3 | China's diplomatic support sustains Russia's military actions.
    | economic and diplomatic support | causal | D | V6 | partly | 4
C9 | P3 | The war could draw the United States into a conflict in Europe.
    | risks involving the United States | predictive, risk | M | V5 | by forecast only | 4
C10 | P3 | China has delivered industrial inputs to Russia, among them dual-use goods.
    | China has supplied Russia with industrial inputs | descriptive | T | V2 | yes | 5
C11 | P3 | These inputs strengthen what Russia can do militarily.
    | bolster Russia's defense capabilities | causal | T | V2 | partly | 4
C12 | P4 | The cooperation weakens, and is meant to weaken, American influence in the world.
    | weakening American influence globally | causal, intent | D | V6 | partly | 4
C13 | P4 | The two build supply chains that avoid structures led by the United States.
    | alternative supply chains | descriptive | E | V4 | yes | 3
C14 | P4 | The two build financial systems that avoid structures led by the United States.
    | financial systems that reduce reliance | descriptive | F | V4 | yes | 3
C15 | P4 | The two want less Western influence and closer ties with the Global South.
    | part of an effort to diminish Western influence | intent | D | V6 | partly | 3
C16 | P5 | Joint exercises have increased.
    | Increased joint exercises | descriptive, trend | M | V3 | yes | 4
C17 | P5 | The exercises make planning harder for the United States and its allies.
    | complicate strategic planning | causal | M | V3 | partly | 4
C18 | P5 | The two exchange advanced military equipment and technology.
    | advanced military equipment exchanges | descriptive, evaluative | T | V3 | partly | 4
C19 | P6 | Both countries aim to reduce the influence of the United States.
    | aim to erode U.S. influence | intent | all | V6 | weakly | 3
C20 | P6 | The interests of the two countries differ in part.
    | interests are not fully aligned | descriptive | all | all | yes | 3
C21 | P6 | China puts regional stability first because of its economic stakes.
    | due to its economic stakes | causal, intent | E | V4 | yes | 2
C22 | P6 | China sees the wars as a larger problem for Washington than for itself.
    | greater issues for Washington than itself | attribution | D | V3 | partly | 2
C23 | P7 | Old tensions may lead to a break between the two.
    | potential rifts could emerge over time | predictive | all | all | by forecast only | 3
C24 | P7 | China keeps some distance in its relations with North Korea.
    | remain cautious | descriptive | D | V3 | yes | 1
C25 | P8 | The United States should prevent the relationship from becoming deeper.
    | preventing further deepening | normative | none | none | no | 4
C26 | P8 | The United States should keep channels of communication open.
    | open communication channels | normative | none | none | no | 3
C27 | P8 | If China is shown a benefit from limiting its support, it may cooperate more.
    | could encourage more cooperative behavior | conditional, prediction | E | V2 | partly | 4
C28 | P9 | The aim should be an order from which all parties gain.
    | inclusive international order | normative | none | none | no | 2
"""

# A second coder's main types where they differ from the first word above.
SECOND = {
    "C1": "causal",
    "C2": "evaluative",
    "C7": "evaluative",
    "C8": "evaluative",
    "C12": "intent",
    "C18": "evaluative",
    "C20": "evaluative",
    "C21": "intent",
    "C22": "intent",
    "C27": "predictive",
}

DRIFT = """
row | point | summary | reading | kind | second_kind
1 | Can Washington separate the two? | American means to engineer a split are limited; neither
    country can be paid or punished into line. | Nothing is said about it. | omitted | omitted
2 | What keeps the two together? | The partnership lasts as long as both see the United States
    as their main adversary. | Shared grievances and perceived threats. | weakened | less specific
3 | China and a bloc of four | China gains from its separate ties, but will not join an axis with
    Iran and North Korea. | China's relations with North Korea remain cautious.
    | changed | changed
4 | Russia's own position | Russia refuses the role of junior partner and keeps other options:
    Iran, North Korea, India. | Nothing is said about it. | omitted | omitted
5 | Where interests differ | China has a far larger stake in stability. | The same, joined to an
    unclear half-sentence about whose problem the wars are. | garbled | garbled
6 | Aims for American policy | Two: stop further deepening, and counter what the two do abroad.
    | The first is kept; of the second a general closing phrase is left.
    | less specific | weakened
7 | Figures | The paper is a policy paper with figures. | Not one figure.
    | no figures | omitted
"""


def claims(raw: Raw) -> pd.DataFrame:
    """Return the claims of the reading, one row per claim."""
    return rows(CLAIMS)


def claim_codings(raw: Raw) -> pd.DataFrame:
    """Return two codings of the main type, one row per claim."""
    table = rows(CLAIMS)
    first = table["type"].str.split(",").str[0]
    second = table["id"].map(SECOND).fillna(first)
    return pd.DataFrame({"id": table["id"], "first": first, "second": second})


MADE = {"licence": MADE_LICENCE, "vintage": "2026", "kind": "made"}
ONE_WAY = "Classifying a claim is a judgement; another careful reader may classify differently."
ID = text("id", "number of the claim", pattern=r"C\d{1,2}", required=True)

RECIPES = (
    Recipe(
        name="claims",
        title="The claims of the reading",
        description="The short news summary that the course starts from, split into claims, in "
        "this course's own words with a short phrase of the original.",
        build=claims,
        fields=(
            ID,
            text("paragraph", "paragraph of the reading", values=PARAGRAPHS, required=True),
            text("claim", "what is claimed, in our words", required=True),
            text("phrase", "a few words of the reading", required=True),
            text("type", "main type, then a second type or a remark", required=True, shadow="draw"),
            text("domain", "domain, all or none", values=DOMAINS, required=True, shadow="draw"),
            text("interest", "interest it touches first", values=INTERESTS, required=True),
            text(
                "testable",
                "can public data test it now?",
                values=TESTABLE,
                required=True,
                shadow="draw",
            ),
            integer(
                "importance",
                "illustrative: how much the reading's conclusion rests on it, 1 to 5",
                minimum=1,
                maximum=5,
                required=True,
            ),
        ),
        key=("id",),
        sources=("reading", "project"),
        basis=made_basis("a reading of one public news summary; short phrases are quoted"),
        coverage="28 claims in nine paragraphs",
        breaks=(ONE_WAY, "The column `importance` is illustrative."),
        **MADE,
    ),
    Recipe(
        name="claim_codings",
        title="Two possible codings of the claims by type",
        description="The main type of each claim as two coders might see it. Neither is a key.",
        build=claim_codings,
        fields=(
            ID,
            text("first", "type in table `claims`", values=TYPES, required=True, shadow="draw"),
            text("second", "another coding", values=TYPES, required=True, shadow="draw"),
        ),
        key=("id",),
        sources=("project",),
        basis=made_basis("two codings written for this course"),
        coverage="28 claims",
        breaks=(ONE_WAY,),
        foreign=(("id", "claims", "id"),),
        **MADE,
    ),
    Recipe(
        name="drift",
        title="From the paper to the reading: what changed on the way",
        description="Seven points of an independent summary of the paper, beside what the "
        "reading makes of them; both in this course's own words.",
        build=lambda raw: rows(DRIFT),
        fields=(
            integer("row", "number of the row", required=True),
            text("point", "what it is about", required=True),
            text("summary", "the independent summary", required=True),
            text("reading", "the reading", required=True),
            text("kind", "one coding of the change", values=KINDS, required=True, shadow="draw"),
            text("second_kind", "another coding", values=KINDS, required=True, shadow="draw"),
        ),
        key=("row",),
        sources=("russia_matters", "reading", "project"),
        basis=made_basis("a comparison of two public texts, paraphrased"),
        coverage="seven points",
        breaks=(ONE_WAY,),
        **MADE,
    ),
)
