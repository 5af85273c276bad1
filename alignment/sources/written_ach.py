"""Five hypotheses about the relationship, fourteen items of evidence, and how each fits each.

The codes are one arguable coding, written to make the method visible. They are not findings.
"""

import pandas as pd

from alignment.sources import facts
from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import (
    FROM_SOURCES,
    MADE_LICENCE,
    Recipe,
    made_basis,
    number,
    source_column,
    text,
    truth,
)

CODES = ("CC", "C", "N", "I", "II")

HYPOTHESES = """
hypothesis | name | says | expects
H1 | Quasi-alliance | An alliance in all but name, and it still becomes stronger.
    | planned joint operations, transfers of technology, help in a crisis
H2 | Entente | A lasting alignment without duties of defence.
    | steady building of institutions, no clause of defence
H3 | Arrangement of convenience | Practical, limited and reversible.
    | less cooperation once the war ends
H4 | Unequal dependence | Russia becomes the junior partner.
    | China sets prices and terms, Russia cannot refuse
H5 | Reaction to pressure | Made by pressure from the United States, and follows its strength.
    | less cooperation when that pressure eases
"""

ITEMS = """
item | year | short | fact | leaked | publisher | page
e1 | 2024 | Trade grew | Trade between the two grew by two thirds from 2021 to 2024.
    | false | China Customs, see table trade | gacc
e2 | 2025 | Trade fell | Trade between the two was lower in 2025 than in 2024.
    | false | China Customs, see table trade | gacc
e3 | 2025 | Submarines | The first joint patrol by submarines was announced in August 2025.
    | false | Jiji Press via nippon.com | https://www.nippon.com/en/news/yjj2025082800164/
e4 | 2025 | Air patrols | Ten joint air patrols were flown from 2019 to 2025.
    | false | Clash Report
    | https://clashreport.com/world/articles/china-russia-fly-joint-patrol-near-japan-pnqrxijdca
e5 | 2026 | No gas price | Two summits, in September 2025 and May 2026, ended without a price for
    the pipeline Power of Siberia 2. | false | RBC-Ukraine, on The Washington Post
    | https://newsukraine.rbc.ua/news/putin-leaves-beijing-without-deal-he-came-1779353905.html
e6 | 2025 | UN votes | In the UN General Assembly the two agreed about as often in 2025 as in 2018;
    on contested texts they agreed less often. | false | United Nations, see lesson 06 | unga_2025
e7 | 2025 | Abstentions | On most Ukraine texts in the UN General Assembly China abstained and did
    not vote no. | false | Ukrainska Pravda
    | https://www.pravda.com.ua/eng/news/2025/02/24/7499902/
e8 | 2024 | No weapons | China says that it delivers no lethal weapons to any party of the war.
    | false | Mission of China to the EU
    | https://eu.china-mission.gov.cn/eng/mh/202407/t20240711_11451838.htm
e9 | 2023 | Key goods | By one count China sent about nine tenths of the high-priority goods that
    Russia imported in 2023. | false | Carnegie Politika
    | https://carnegieendowment.org/russia-eurasia/politika/2024/05/behind-the-scenes-chinas-increasing-role-in-russias-defense-industry
e10 | 2025 | Leaked contracts | Leaked contracts of 2023 would equip and train a Chinese airborne
    battalion; delivery is not proved. | true | The Kyiv Independent
    | https://kyivindependent.com/russia-helping-china-prepare-for-war-with-taiwan-leaked-documents-say
e11 | 2025 | Leaked paper | A leaked paper of Russia's security service calls China "the enemy"; it
    is undated and not finally authenticated. | true | Newsweek via daily8, on The New York Times
    | https://www.daily8.com/en/article/1fb0b49d0cd99a2b72f98207ff2e56fa
e12 | 2026 | Declarations | In May 2026 the two signed new declarations although Washington had
    become milder towards both. | false | Metla.mk
    | https://metla.mk/en/news/putin-xi-beijing-40-documents-multipolar/
e13 | 2024 | Own currencies | Russian officials say that almost all trade between the two is settled
    in yuan and roubles. | false | The Moscow Times
    | https://www.themoscowtimes.com/2024/05/21/despite-putins-boasts-us-sanctions-threat-cuts-vital-chinese-exports-to-russia-a85181
e14 | 2024 | Careful banks | After a US order of December 2023 Chinese banks became careful with
    Russian payments. | false | The Moscow Times
    | https://www.themoscowtimes.com/2024/05/21/despite-putins-boasts-us-sanctions-threat-cuts-vital-chinese-exports-to-russia-a85181
"""

MATRIX = """
item | H1 | H2 | H3 | H4 | H5
e1 | C | C | C | C | C
e2 | I | N | C | N | N
e3 | CC | C | I | N | N
e4 | C | C | I | N | N
e5 | I | N | CC | C | N
e6 | I | I | C | N | N
e7 | I | C | C | N | N
e8 | I | C | C | N | N
e9 | C | C | N | CC | N
e10 | CC | C | I | N | N
e11 | II | N | C | N | N
e12 | C | CC | N | N | I
e13 | N | C | N | CC | N
e14 | I | N | C | I | C
"""

# Item e6 can be read either way: agreement stayed, or agreement on contested texts fell.
OTHER_READING = {("e6", f"H{place}"): code for place, code in enumerate("CCNNN", start=1)}


def ach_items(raw: Raw) -> pd.DataFrame:
    """Return the items of evidence; every item starts with the same two weights."""
    table = rows(ITEMS)
    is_page = table["page"].str.startswith("http")
    table["source_id"] = table["page"].where(~is_page, table["page"].map(facts.source_id))
    return table.assign(leaked=table["leaked"] == "true", credibility=1.0, relevance=1.0)


def ach_matrix(raw: Raw) -> pd.DataFrame:
    """Return one code per item and hypothesis, and a second one where an item reads both ways."""
    table = rows(MATRIX)
    order = {item: place for place, item in enumerate(table["item"])}
    long = table.melt("item", var_name="hypothesis", value_name="code")
    pairs = zip(long["item"], long["hypothesis"], strict=True)
    long["other_code"] = [OTHER_READING.get(pair) for pair in pairs]
    return long.sort_values("item", key=lambda column: column.map(order), kind="stable")


MADE = {"licence": MADE_LICENCE, "vintage": "mid-2026"}
ILLUSTRATIVE = ("Illustrative: the codes are one arguable coding, not findings.",)
ITEM = text("item", "item of evidence, e1 to e14", pattern=r"e\d{1,2}", required=True)
HYPOTHESIS = text("hypothesis", "H1 to H5", pattern=r"H\d", required=True)


def _weight(name: str, what: str):
    return number(name, what, "weight, 0 to 2", 2, minimum=0, maximum=2, shadow="keep")


RECIPES = (
    Recipe(
        name="hypotheses",
        kind="made",
        title="Five hypotheses about the relationship between China and Russia",
        description="Names of schools of thought, what each says and what each would expect.",
        build=lambda raw: rows(HYPOTHESES),
        fields=(
            HYPOTHESIS,
            text("name", "short name; a name of a hypothesis, not of a fact", required=True),
            text("says", "the hypothesis in one sentence", required=True),
            text("expects", "what should be seen if it is true", required=True),
        ),
        key=("hypothesis",),
        sources=("project",),
        basis=made_basis("summaries of published schools of thought, in our words"),
        coverage="five hypotheses",
        breaks=("Real authors are more careful than five one-line summaries.",),
        **MADE,
    ),
    Recipe(
        name="ach_items",
        kind="made",
        title="Fourteen items of evidence on the relationship",
        description="Short facts with a page each, chosen for teaching; not a sample of anything.",
        build=ach_items,
        fields=(
            ITEM,
            text("year", "year in which it happened or became known", required=True),
            text("short", "two words for a chart", required=True),
            text("fact", "the item in one sentence", required=True),
            truth("leaked", "rests on a leaked paper", required=True),
            text("publisher", "where it can be read", required=True),
            source_column(),
            _weight("credibility", "how far to believe it; 1 until a reader changes it"),
            _weight("relevance", "how much it bears on the question; 1 until changed"),
        ),
        key=("item",),
        sources=("press_events", "project"),
        basis=made_basis("items written for this course from the pages named"),
        coverage="2023 to May 2026",
        breaks=("The items were chosen by hand; another choice could give another result.",),
        foreign=FROM_SOURCES,
        **MADE,
    ),
    Recipe(
        name="ach_matrix",
        kind="illustrative",
        title="How each item fits each hypothesis (illustrative)",
        description="CC very consistent, C consistent, N neither, I inconsistent, II very "
        "inconsistent. One arguable coding; item e6 carries a second one.",
        build=ach_matrix,
        fields=(
            ITEM,
            HYPOTHESIS,
            text("code", "how the item fits", values=CODES, required=True, shadow="draw"),
            text("other_code", "a second reading of an item that can be read both ways"),
        ),
        key=("item", "hypothesis"),
        sources=("project",),
        basis=made_basis("codes written for this course"),
        coverage="14 items, five hypotheses",
        breaks=ILLUSTRATIVE,
        foreign=(("item", "ach_items", "item"), ("hypothesis", "hypotheses", "hypothesis")),
        **MADE,
    ),
)
