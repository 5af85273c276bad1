# %% [markdown]
# # Lesson 6b. Optional: more measures for votes and diplomacy
#
# This page goes with [Lesson 6](lesson-06-diplomatic.ipynb). Nothing later needs it. Compare any two
# states, see how unsure the estimates are, or look beyond votes. **You need:** Lesson 6.

# %%
import pandas as pd
import plotly.express as px

from alignment.charts import COLOURS, present
from alignment.methods import measures
from alignment.tables import by_state, load

votes = load("unga_votes").query("year <= 2025")  # 2026 is half a year
cast = ["Y", "N", "A"]

# %% [markdown]
# ## The agreement lens: any two states
#
# In the menus of the panel choose a rule, texts, a pair, a reference pair to compare it with, and two
# periods. Six issues are marked in the data, only up to 2019. Look for a choice where agreement rises by
# one rule and falls by another. The next section explains the four rules.

# %%
from alignment.widgets import AgreementLens

old = load("unga_votes_1946_2019").query("year >= 1980")
whole = pd.concat([old[old["year"] < 1992], votes], ignore_index=True)
shared = (whole[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1)
ukraine = load("ukraine_texts").query("scope == 'about'")
texts = {
    "all texts": whole,
    "contested texts": whole[~shared],
    "Ukraine": ukraine.assign(year=ukraine["date"].dt.year),
}
for issue in ["nuclear", "arms_control", "colonialism", "human_rights", "economic", "palestine"]:
    texts[f"{issue.replace('_', ' ')} (to 2019)"] = old[old[issue]]
spans = [(1980, 1989), (1992, 2003), (2004, 2013), (2014, 2019), (2020, 2021), (2022, 2024)]
periods = {f"{first} to {last}": (first, last) for first, last in spans}
periods["2025"] = (2025, 2025)
rules = {"strict": measures.strict_agreement, "half credit": measures.half_credit_agreement}
rules.update({"no abstentions": measures.agreement_without_abstentions, "kappa": measures.kappa})
states = {"CHN": "China", "RUS": "Russia", "USA": "US", "GBR": "UK", "FRA": "France"}
states.update({"IND": "India", "BRA": "Brazil", "ZAF": "South Africa", "JPN": "Japan"})
states.update({"PAK": "Pakistan", "IRN": "Iran", "TUR": "Türkiye", "UKR": "Ukraine"})


def count(votes, one, other, rule):
    both = votes[votes[[one, other]].isin(cast).all(axis=1)].groupby("year")
    return pd.DataFrame({"n": both.size(), "value": both.apply(lambda t: rule(t[one], t[other]))})


lens = AgreementLens(count, texts=texts, rules=rules, states=states, periods=periods)
lens

# %% [markdown]
# The same in code: `lens.set(rule="kappa", texts="contested texts")`.
#
# ## Four rules for the same votes
#
# The cell takes the votes of China and Russia on the texts on Ukraine of Lesson 6. **Strict** is the share of
# equal votes. **Half credit** counts an abstention beside a yes or a no as half the same. **No abstentions**
# keeps only texts on which both said yes or no. **Kappa** is agreement beyond what the habits of both would
# give by chance; write `measures.kappa??` in a new cell to read it.

# %%
ukraine = texts["Ukraine"]
emergency = ukraine[ukraine["series"] == "emergency"]  # change this
found = {rule: [f(t["CHN"], t["RUS"]) for t in (ukraine, emergency)] for rule, f in rules.items()}
pd.DataFrame(found, index=["all texts", "emergency session"]).T.round(2)

# %% [markdown]
# The same votes give up to four numbers, and none is wrong. Without abstentions only China's no votes
# are left, and on those Russia always agrees. Kappa is zero because Russia says no each time: a vote
# that never changes tells nothing about another one.
#
# ## How unsure is a share of votes?
#
# Textbooks give an interval for a share. Suppose that the texts of a year were a random draw from many
# possible texts. The **Wilson interval** holds the shares among all those texts that fit the share we see.

# %%
pair = votes[votes[["CHN", "RUS"]].isin(cast).all(axis=1) & votes["year"].isin([2021, 2024, 2025])]
by_year = (pair["CHN"] == pair["RUS"]).groupby(pair["year"]).agg(["mean", "size"])
share, n, z = by_year["mean"], by_year["size"], 1.96  # change this: z; 1.96 stands for 95 per cent
middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
half = z * (share * (1 - share) / n + z**2 / (4 * n**2)) ** 0.5 / (1 + z**2 / n)
pd.DataFrame({"low": middle - half, "share": share, "high": middle + half, "texts": n}).round(2)

# %% [markdown]
# But nobody drew the texts at random: states choose them, and many come back every year. So the interval
# describes a chance that does not exist here. And overlap is **no test**: two numbers can differ beyond
# chance although their intervals overlap. The split in Lesson 6 answers the better question: did the
# votes change, or the texts?
#
# ## A scale that allows for the agenda
#
# **Ideal points** place states on one line, year by year, by all their votes: states that vote alike lie
# close together. Texts that come back keep the years comparable. Each point is an estimate with an error,
# so we draw its range (`q5` to `q95` in the table).

# %% tags=["picture"]
points = load("ideal_points").query("year >= 2005 and iso3 in ['CHN', 'RUS', 'USA', 'GBR', 'IND']")
points = points.assign(up=points["q95"] - points["point"], down=points["point"] - points["q5"])
labels = {"year": "Year", "point": "Ideal point (standard deviations)", "state": "State"}
error = {"error_y": "up", "error_y_minus": "down", "labels": labels}
fig = px.line(points, x="year", y="point", color="state", color_discrete_map=COLOURS, **error)
fig.update_traces(error_y_width=0, error_y_thickness=1)
wide = points.pivot(index="year", columns="iso3", values="point")
gap = (wide["CHN"] - wide["RUS"]).abs()
present(
    fig,
    finding=f"China and Russia stood {gap[2021]:.2f} apart in 2021 and {gap[2024]:.2f} in 2024.",
    caveat="Only in 2023 and 2024 do the ranges of China and Russia overlap; the series ends in 2024.",
    table=points[["state", "year", "q5", "point", "q95"]].query("year >= 2018").round(2),
    sources=["ideal_points"],
)

# %% [markdown]
# By this scale the two stood no further apart in 2024 than in 2021, while their share of equal votes
# fell. Since 2021 the gap moved from one year to the next by less than a point's range (q5 to q95). So the
# measures give two answers, and the honest sentence names the measure.
#
# ## Do groups vote together?
#
# Claim C15 speaks of the Global South. China and Russia are leading members of two groups, BRICS and the
# Shanghai Cooperation Organisation (SCO). If membership binds, members should vote like China more often than
# others do, also on contested texts. The table gives the mean share of these texts on which the states of a
# group voted like China, like Russia and like the United States.

# %%
everybody = by_state(load("unga_rollcalls"), load("un_members"))
contested = everybody[(everybody[["CHN", "RUS", "GBR", "BRA"]] != "Y").any(axis=1)]
since_2022 = contested.index.isin(votes.loc[votes["year"].between(2022, 2024), "resolution"])
rows = contested[since_2022]  # change this
same = pd.DataFrame({"China": rows.eq(rows["CHN"], axis=0).where(rows.isin(cast)).mean()})
same["Russia"] = rows.eq(rows["RUS"], axis=0).where(rows.isin(cast)).mean()
same["United States"] = rows.eq(rows["USA"], axis=0).where(rows.isin(cast)).mean()
groups = load("memberships").query("status == 'member' and iso3 not in ['CHN', 'RUS']")
same["group"] = "neither"
same.loc[groups.query("organisation == 'SCO'")["iso3"], "group"] = "SCO only"
same.loc[groups.query("organisation == 'BRICS'")["iso3"], "group"] = "BRICS"
same.drop(["CHN", "RUS", "USA"]).groupby("group").mean().astype(float).round(2)

# %% [markdown]
# A mean hides its members: write `same.loc[groups["iso3"].unique()]` in a new cell to see single states. The
# groups are those of the end of 2025; some states joined during the years of these votes, and one later. So
# the table cannot say that joining changed a vote. And what all members sign can be narrow: the final
# declaration of the SCO summit of September 2025 does not mention the war in Ukraine
# ([Ukrainska Pravda](https://www.pravda.com.ua/eng/news/2025/09/1/7528826/)). A development bank that
# China had proposed was approved there without a date
# ([ETV Bharat](https://www.etvbharat.com/en/!international/sco-summit-approves-setting-up-of-development-bank-chinese-fm-wang-yi-enn25090106333));
# how it is to work is left to consultations ([Azernews](https://www.azernews.az/business/246801.html)).
#
# ## A choice made before the vote
#
# A vote answers a text that somebody else wrote. A **sponsor** puts its name under a text beforehand. Each
# row is a yearly session: texts that came to a vote, those sponsored by China, by Russia and by both.

# %%
sponsors = load("unga_sponsors").query("which == 'put to a vote'").set_index("session")
sponsors["of China's, with Russia"] = sponsors["both"] / sponsors["china"]  # change this
sponsors[["texts", "china", "russia", "both", "of China's, with Russia"]].round(2)

# %% [markdown]
# Most texts that China sponsors by name and that come to a vote carry Russia's name as well. Each of
# the two sponsors less than a quarter of the texts that come to a vote. Texts handed in "on behalf of
# the Group of 77 and China" do not count for China: they do not name it as a sponsor.
#
# ## Where they compete: Central Asia and the Arctic
#
# Votes do not show rivalry close to home. In **Central Asia** China's customs count more than a hundred
# billion dollars of trade with the five states in 2025
# ([Xinhua](http://en.people.cn/n3/2026/0120/c90000-20416318.html)). A
# railway from China through Kyrgyzstan to Uzbekistan avoids Russian ground; a ceremony opened the
# work in December 2024 ([RBC-Ukraine](https://newsukraine.rbc.ua/news/china-kyrgyzstan-and-uzbekistan-to-build-1735351299.html)).
# Scholars have long asked whether the two act in concert there or as rivals
# ([The Asan Forum](https://theasanforum.org/caught-between-two-big-powers-central-asia-under-the-weight-of-russian-and-chinese-influence)).
# A figure for Russia's trade with the five in the same year was not found, so no share is given here.
#
# In the **Arctic** the two work together, within limits. Chinese container ships made more voyages
# between Asia and Europe on the Northern Sea Route in 2025 than in any year before
# ([Ocean Crew](https://oceancrew.org/news/china-expands-arctic-container-shipping-with-record-14-voyages-in-2025)).
# Still there were fewer than one a week over the year: a record and a small number at once. A study of 2021
# in a Russian journal sees Russia's status there as a strategic advantage over China that may last
# ([Arctic and North](https://sciup.org/cooperation-between-russia-and-china-in-arctic-shippingcurrent-state-and-148318430)).
#
# ## Opinion polls
#
# Polls are another measure. A *median* of countries is the result of the middle country. Mind which
# countries were asked.

# %%
pew = load("opinion").query("population.str.contains('25-country|35-country')")
pew = pew[pew["question"].str.startswith("favourable")]  # change this
pew[["population", "year", "question", "value"]].reset_index(drop=True)

# %% [markdown]
# Compare two medians only if the countries are the same. A median also hides its members: single countries
# lie far above and far below it. And the poll asks about China, not about its cooperation with Russia.
#
# ## What this page adds
#
# Another rule, another scale or other texts can turn a rise into a fall. A sentence about "how they vote"
# needs texts, years, rule and a reference pair.
