# %% [markdown]
# # Exercises 2: competing hypotheses
#
# Fourteen short questions on evidence and hypotheses about the relationship between China and
# Russia. They follow lesson 02. Plan about 60 minutes. You can stop at any time; your progress is
# kept.
#
# **Objectives.** **2.1** compute what speaks against each hypothesis · **2.2** find the evidence that
# tells hypotheses apart, and the items on which a result depends · **2.3** update a belief with
# likelihood ratios and say it in words · **2.4** read historical data on treaties, disputes, votes
# and meetings with care.
#
# The codes are illustrative. The questions ask what follows from **given** codes. Where you code
# yourself, only the form is checked.

# %%
#| setup
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `codes` says how each item of evidence fits each hypothesis: CC very consistent, C consistent, N
# neither, I inconsistent, II very inconsistent. `points` holds the same as numbers from 2 to -2.

# %%
pd.set_option("display.max_colwidth", None)
items = load("ach_items").set_index("item")
matrix = load("ach_matrix")
codes = matrix.pivot(index="hypothesis", columns="item", values="code")[items.index]
points = codes.map({"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}.get)
codes

# %% [markdown]
# The hypotheses and the items in words:

# %%
hypotheses = load("hypotheses").set_index("hypothesis")
hypotheses[["name", "says"]]

# %%
items[["fact", "leaked"]]

# %% [markdown]
# ### 2.1 What speaks against each? (2 points)
# *Claims C3, C20.* For each hypothesis add up only the **negative** points, without their sign: an I
# counts 1, an II counts 2, everything else counts 0. Put the five sums into `against`, as a series
# with the hypotheses as labels.

# %%
#| stub
against = ...

# %%
#| solution: Everything above zero is cut to zero; what is left is the evidence against.
against = (-points.clip(upper=0)).sum(axis=1)

# %%
#| check
#| data: tables
#| claims: [C3, C20]
#| objective: 2.1
#| hints:
#|   - Points above zero must not help a hypothesis.
#|   - points.clip(upper=0) turns every positive number into zero.
#|   - sum(axis=1) adds up along the rows; a minus in front removes the sign.
#| explanation: >
#|   The method ranks by what contradicts, because evidence that fits one hypothesis often fits the
#|   others just as well. Its price is that a hypothesis which says nothing is never contradicted.
check("2.1", against)

# %%
#| wrong: That is the net score. The method ranks by what contradicts, so positive points are cut.
against = points.sum(axis=1)

# %%
#| wrong: You counted items. An II weighs twice as much as an I.
against = (points < 0).sum(axis=1)

# %%
#| wrong: You added up by item. Each hypothesis stands in a row.
against = (-points.clip(upper=0)).sum()

# %%
#| wrong: You added up what fits. Add up what does not fit.
against = points.clip(lower=0).sum(axis=1)

# %% [markdown]
# ### 2.2 What tells them apart? (2 points)
# *Claims C3, C20.* Compute the **diagnosticity** of each item: the variance of its five points
# (divide the squared distances from the mean by five). Put it into `apart`, as a series with the
# items as labels. Tolerance: 0.005.

# %%
#| stub
apart = ...

# %%
#| solution: The five hypotheses are all there are, so divide by their number.
apart = points.var(ddof=0)

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C3, C20]
#| objective: 2.2
#| hints:
#|   - pandas has var() for the variance. Look at its argument ddof.
#|   - ddof=0 divides by the number of values, ddof=1 by one less.
#| explanation: >
#|   An item that every hypothesis expects has a variance of zero, however impressive it is. The
#|   five codes are not a sample from many hypotheses, so the division is by five and not by four.
check("2.2", apart)

# %%
#| wrong: You divided by four. These five hypotheses are not a sample, so divide by five (ddof=0).
apart = points.var()

# %%
#| wrong: This is the standard deviation. The variance is its square.
apart = points.std(ddof=0)

# %%
#| wrong: This is the variance of each hypothesis. The question asks for each item.
apart = points.var(axis=1, ddof=0)

# %%
#| wrong: This is the distance between the highest and the lowest code, not the variance.
apart = points.max() - points.min()

# %% [markdown]
# ### 2.3 Items that decide nothing (1 point)
# *Claim C3.* Which items have **the same code for all** hypotheses? Put them into `useless`, as a
# set such as `{"e2", "e5"}`. If there is none, the set is empty: `set()`.

# %%
#| stub
useless = ...

# %%
#| solution: A column with one different value only carries no information.
useless = set(codes.columns[codes.nunique() == 1])

# %%
#| check
#| data: tables
#| claims: [C3]
#| objective: 2.2
#| hints:
#|   - Look at the columns of codes. In which of them do all five rows agree?
#|   - nunique() counts the different values in each column.
#| explanation: >
#|   That an item contradicts nobody does not make it useless: if it fits some hypotheses and others
#|   say nothing about it, it still tells them apart a little.
check("2.3", useless)

# %%
#| wrong: These items contradict nobody, but they fit some hypotheses better than others.
useless = set(codes.columns[(points >= 0).all()])

# %%
#| wrong: e4 contradicts H3, so it tells H3 apart from the others.
useless = {"e1", "e4"}

# %%
#| wrong: These items have three or more different codes. They decide most, not least.
useless = set(codes.columns[codes.nunique() >= 3])

# %% [markdown]
# ### 2.4 Which single item decides? (3 points)
# *Claims C20, C23.* The **leaders** are the hypotheses with the least against them (question 2.1).
# Take away each item in turn, one at a time. For which items does the set of leaders **change**? Put
# the items into `deciding`, as a set. The function below finds the leaders of any table of points.


# %%
def leaders(table: pd.DataFrame) -> set:
    total = (-table.clip(upper=0)).sum(axis=1)
    return set(total.index[total == total.min()])


leaders(points)

# %%
#| stub
deciding = ...

# %%
#| solution: Leave out each item once and compare the leaders with those of the full table.
deciding = {e for e in points if leaders(points.drop(columns=e)) != leaders(points)}

# %%
#| check
#| data: tables
#| claims: [C20, C23]
#| objective: 2.2
#| hints:
#|   - Try all items, one by one. A loop over the columns of points does it.
#|   - points.drop(columns="e1") is the table without one item.
#|   - Compare the two sets with != and keep the items for which they differ.
#| explanation: >
#|   If the result changes when one item goes, the result rests on this item, and a reader must be
#|   told. An item with many contradictions need not be such an item: it may touch only hypotheses
#|   that do not lead.
check("2.4", deciding)

# %%
#| wrong: These items contradict somebody, but many touch only hypotheses that do not lead.
deciding = set(points.columns[(points < 0).any()])

# %%
#| wrong: You stopped at the first item that changes the leaders. Try all of them.
changing = [e for e in points if leaders(points.drop(columns=e)) != leaders(points)]
deciding = set(changing[:1])

# %%
#| wrong: These are the items without which the leaders stay the same.
deciding = {e for e in points if leaders(points.drop(columns=e)) == leaders(points)}

# %%
#| wrong: These are the most diagnostic items. Diagnosticity is not yet a change of leaders.
spread = points.var(ddof=0)
deciding = set(spread.index[spread == spread.max()])

# %% [markdown]
# ### 2.5 What if we trust leaked papers less? (2 points)
# *Claim C20.* Give the items with `leaked` **half** the weight and all others full weight. Compute
# the sums of question 2.1 again. Put them into `cautious`, as a series. Tolerance: 0.05.

# %%
#| stub
cautious = ...

# %%
#| solution: Each item is multiplied by its own weight before the row is added up.
weight = items["leaked"].map({True: 0.5, False: 1.0})
cautious = (-points.clip(upper=0) * weight).sum(axis=1)

# %%
#| check
#| tolerance: 0.05
#| data: tables
#| claims: [C20]
#| objective: 2.1
#| hints:
#|   - Only the leaked items change. All other items keep the weight 1.
#|   - A table times a series multiplies each column by the entry with the same label.
#|   - 'items["leaked"].map({True: 0.5, False: 1.0}) makes the weights.'
#| explanation: >
#|   A credibility weight says how far you trust a source, not whether you like what it says. Fix
#|   such weights before you look at the result, or they become a way to choose it.
check("2.5", cautious)

# %%
#| wrong: You halved all items. Only the leaked items change.
cautious = (-points.clip(upper=0)).sum(axis=1) * 0.5

# %%
#| wrong: You took the leaked items away. Half the weight is not none.
cautious = (-points.loc[:, ~items["leaked"].astype(bool)].clip(upper=0)).sum(axis=1)

# %%
#| wrong: You gave the leaked items full weight and halved the others.
weight = items["leaked"].map({True: 1.0, False: 0.5})
cautious = (-points.clip(upper=0) * weight).sum(axis=1)

# %%
#| wrong: You let positive points make up for negative ones. Cut them first, as in question 2.1.
weight = items["leaked"].map({True: 0.5, False: 1.0})
cautious = -(points * weight).sum(axis=1)

# %%
#| wrong: These are the sums with full weights. Give the leaked items half the weight.
cautious = (-points.clip(upper=0)).sum(axis=1)

# %% [markdown]
# ### 2.6 How much does each hypothesis leave open? (1 point)
# *Claims C5, C20.* What **share** of the items does each hypothesis say nothing about (code N)? Put
# the shares into `silent`, as a series of numbers between 0 and 1. Tolerance: 0.005.

# %%
#| stub
silent = ...

# %%
#| solution: The mean of true and false is the share of true.
silent = (codes == "N").mean(axis=1)

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C5, C20]
#| objective: 2.1
#| hints:
#|   - codes == "N" is a table of true and false.
#|   - The mean along a row is a share; axis=1 goes along the rows.
#| explanation: >
#|   A hypothesis that is silent on most items cannot be contradicted by them. Print silence beside
#|   inconsistency, or the vaguest hypothesis wins.
check("2.6", silent)

# %%
#| wrong: These are numbers of items. Divide by the number of all items.
silent = (codes == "N").sum(axis=1)

# %%
#| wrong: These are the shares of items that a hypothesis does speak about.
silent = (codes != "N").mean(axis=1)

# %%
#| wrong: You looked at items. The question asks for each hypothesis.
silent = (codes == "N").mean()

# %% [markdown]
# ### 2.7 Odds after evidence (2 points)
# *Claims C3, C20.* A reader has prior odds `prior` for one hypothesis against another, and sees three
# items with the likelihood ratios `a`, `b` and `c`, independent once we know which hypothesis is
# true. Write a function `updated` that returns the odds afterwards. The check calls it with the
# numbers in `cases`. Tolerance: 0.01.

# %%
from alignment.checks import fresh

cases = fresh("2.7", low=0.3, high=3, size=4)
cases[0]


# %%
#| stub
def updated(prior, a, b, c):
    return ...


# %%
#| solution: Each item multiplies the odds by its likelihood ratio.
def updated(prior, a, b, c):
    return prior * a * b * c


# %%
#| check
#| tolerance: 0.01
#| data: inputs
#| claims: [C3, C20]
#| objective: 2.3
#| hints:
#|   - A ratio of 1 must change nothing. Which operation does that?
#|   - The odds after the first item are the prior odds for the second.
#| explanation: >
#|   Ratios multiply, so a ratio of two and a ratio of one half cancel out. Adding them would let
#|   evidence for and against pile up in the same direction.
check("2.7", updated, on=cases)


# %%
#| wrong: You added the ratios. A ratio of 1 changes nothing, so multiply.
def updated(prior, a, b, c):
    return prior + a + b + c


# %%
#| wrong: You added the ratios first. Each item multiplies the odds.
def updated(prior, a, b, c):
    return prior * (a + b + c)


# %%
#| wrong: You left out where the reader started. Multiply by the prior odds too.
def updated(prior, a, b, c):
    return a * b * c


# %%
#| wrong: You turned the odds into a probability. The question asks for odds.
def updated(prior, a, b, c):
    return prior * a * b * c / (1 + prior * a * b * c)


# %% [markdown]
# ### 2.8 From odds to a probability (1 point)
# *Claim C3.* Write a function `probability` that turns odds into a probability between 0 and 1. Odds
# of one to one are a probability of one half. Tolerance: 0.002.

# %%
odds_cases = fresh("2.8", low=0.1, high=9, size=1)
odds_cases[0]


# %%
#| stub
def probability(odds):
    return ...


# %%
#| solution: Of all parts, odds of them stand for the hypothesis and one part against it.
def probability(odds):
    return odds / (1 + odds)


# %%
#| check
#| tolerance: 0.002
#| data: inputs
#| claims: [C3]
#| objective: 2.3
#| hints:
#|   - Odds of 3 are three parts for and one part against. How many parts are there?
#|   - Test your function with odds of 1.
#| explanation: >
#|   Odds compare for with against, a probability compares for with the whole. Small odds and small
#|   probabilities are nearly the same; large ones are not.
check("2.8", probability, on=odds_cases)


# %%
#| wrong: These are still odds, not a probability.
def probability(odds):
    return odds


# %%
#| wrong: This is the probability of the other hypothesis.
def probability(odds):
    return 1 / (1 + odds)


# %%
#| wrong: One divided by the odds gives the odds of the other hypothesis.
def probability(odds):
    return 1 / odds


# %% [markdown]
# ### 2.9 What do the treaties oblige them to do? (2 points)
# *Claim C3.* `treaties` says which duties written treaties between Russia and China held in each year
# since 1950. Put into the dictionary `duties`: under `"last pact"` the **last year** in which a duty
# of **defence** was in force, and under `"last row"` the **set of the names of the duties** that were
# in force in the **last year of the table**.

# %%
treaties = load("alliance_obligations").query("pair == 'RUS-CHN' and year >= 1950")
treaties = treaties.set_index("year").drop(columns="pair").astype(bool)
treaties.tail(4)

# %%
#| stub
duties = {"last pact": ..., "last row": ...}

# %%
#| solution: The last year with a true entry is not the last year of the table.
pact = treaties.index[treaties["defence"]].max()
final = treaties.iloc[-1]
duties = {"last pact": pact, "last row": set(final.index[final])}

# %%
#| check
#| data: tables
#| claims: [C3]
#| objective: 2.4
#| hints:
#|   - treaties.index[treaties["defence"]] gives all years with a duty of defence.
#|   - treaties.iloc[-1] is the last row. Which of its entries are true?
#| explanation: >
#|   Data end for many reasons. The last row says when the coders stopped, not when a duty stopped.
#|   And a treaty of friendship is not a defence pact unless a clause obliges one side to fight.
check("2.9", duties)

# %%
#| wrong: The data stop there: that is the last row, not the last pact.
final = treaties.iloc[-1]
duties = {"last pact": treaties.index.max(), "last row": set(final.index[final])}

# %%
#| wrong: There is no duty of defence in the last row; quote the clause that obliges fighting.
duties = {"last pact": treaties.index[treaties["defence"]].max(), "last row": {"defence"}}

# %%
#| wrong: This is the first year with a duty of defence. The question asks for the last.
final = treaties.iloc[-1]
first = treaties.index[treaties["defence"]].min()
duties = {"last pact": first, "last row": set(final.index[final])}

# %% [markdown]
# ### 2.10 When did they use force? (2 points)
# *Claims C20, C23.* `disputes` lists militarised disputes between the two: one row per year of a
# dispute, from **two** data sets, GML and COW. A `hostility` of 4 or more means use of force, or war.
# Use **GML only**, and only rows with a hostility of **4 or more**. Put into the dictionary `clashes`
# the first such year under `"first"`, the number of such rows under `"rows"`, and the number of such
# rows **after** 1991 under `"after 1991"`.

# %%
disputes = load("disputes")
disputes.groupby("dataset")["year"].agg(["min", "max"])

# %%
#| stub
clashes = {"first": ..., "rows": ..., "after 1991": ...}

# %%
#| solution: Choose one data set first; the two record the same disputes with different rules.
force = disputes[(disputes["dataset"] == "GML") & (disputes["hostility"] >= 4)]["year"]
clashes = {"first": force.min(), "rows": len(force), "after 1991": (force > 1991).sum()}

# %%
#| check
#| data: tables
#| claims: [C20, C23]
#| objective: 2.4
#| hints:
#|   - You need two conditions at once. Put each into brackets and & between them.
#|   - A comparison gives true and false; their sum counts the true ones.
#| explanation: >
#|   Two data sets on the same thing overlap, and adding them counts most disputes twice. Name the
#|   data set and the threshold with every count. One row of this list is the war between China and
#|   Vietnam, so read the notes before you call every row a clash of the two.
check("2.10", clashes)

# %%
#| wrong: You used both data sets, so most disputes are counted twice. Use GML only.
force = disputes[disputes["hostility"] >= 4]["year"]
clashes = {"first": force.min(), "rows": len(force), "after 1991": (force > 1991).sum()}

# %%
#| wrong: You used COW. It runs longer and has other rules; use GML.
force = disputes[(disputes["dataset"] == "COW") & (disputes["hostility"] >= 4)]["year"]
clashes = {"first": force.min(), "rows": len(force), "after 1991": (force > 1991).sum()}

# %%
#| wrong: You counted threats and shows of force too. Keep rows with a hostility of 4 or more.
force = disputes[disputes["dataset"] == "GML"]["year"]
clashes = {"first": force.min(), "rows": len(force), "after 1991": (force > 1991).sum()}

# %%
#| wrong: You kept only rows above 4. "4 or more" includes the rows with a hostility of 4.
force = disputes[(disputes["dataset"] == "GML") & (disputes["hostility"] > 4)]["year"]
clashes = {"first": force.min(), "rows": len(force), "after 1991": (force > 1991).sum()}

# %%
#| wrong: You counted the years up to 1991. The last number is about the years after it.
force = disputes[(disputes["dataset"] == "GML") & (disputes["hostility"] >= 4)]["year"]
clashes = {"first": force.min(), "rows": len(force), "after 1991": (force <= 1991).sum()}

# %% [markdown]
# ### 2.11 Voting alike, decade by decade (3 points)
# *Claims C3, C20.* `votes` holds votes in the UN General Assembly (Y yes, N no, A abstention; empty
# where a state did not vote). On what share of the texts did China (`CHN`) and Russia (`RUS`) vote
# the same, in each decade? Use only texts on which **both** voted; an abstention is a vote. Put the
# shares into `alike`, as a series with the first years of the decades as labels (1970, 1980, ...).
# Tolerance: 0.005. For comparison the cell prints the same for the United States and the United
# Kingdom.

# %%
votes = load("unga_votes_1946_2019")
votes["decade"] = votes["year"] // 10 * 10
west = votes.dropna(subset=["USA", "GBR"])
(west["USA"] == west["GBR"]).groupby(west["decade"]).mean().round(3)

# %%
#| stub
alike = ...

# %%
#| solution: Drop the texts on which one of them did not vote, then take the mean by decade.
both = votes.dropna(subset=["CHN", "RUS"])
alike = (both["CHN"] == both["RUS"]).groupby(both["decade"]).mean()

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C3, C20]
#| objective: 2.4
#| hints:
#|   - The cell above does it for another pair. Which two columns do you need?
#|   - dropna(subset=[...]) removes the rows in which one of the columns is empty.
#| explanation: >
#|   Look at the decade with the highest share: it was a time of coded rivalry between the two.
#|   Voting alike is not being aligned. Beijing has held the seat since October 1971; before that
#|   the column ROC is another government's vote.
check("2.11", alike)

# %%
#| wrong: The column ROC is Taipei's seat until October 1971. That seat was not Beijing's.
both = votes.dropna(subset=["ROC", "RUS"])
alike = (both["ROC"] == both["RUS"]).groupby(both["decade"]).mean()

# %%
#| wrong: You counted texts without a vote as disagreement. Use texts on which both voted.
seated = votes[votes["decade"] >= 1970]
alike = (seated["CHN"] == seated["RUS"]).groupby(seated["decade"]).mean()

# %%
#| wrong: You left out abstentions. Here an abstention is a vote like the others.
both = votes[votes["CHN"].isin(["Y", "N"]) & votes["RUS"].isin(["Y", "N"])]
alike = (both["CHN"] == both["RUS"]).groupby(both["decade"]).mean()

# %%
#| wrong: This is the share on which they differ.
both = votes.dropna(subset=["CHN", "RUS"])
alike = (both["CHN"] != both["RUS"]).groupby(both["decade"]).mean()

# %% [markdown]
# ### 2.12 How complete is our list? (2 points)
# *Claim C3.* `meetings` is our list of meetings of the two leaders since 2013. For two visits a
# source says how many times they had met **before** that visit (`published_count`). For each of the
# two rows, divide the number of meetings in **our list before** that row by the published count. Put
# the two shares into `complete`, as a list in the order of the dates. Tolerance: 0.005.

# %%
meetings = load("leader_meetings")
known = meetings[meetings["count_says"] == "before this visit"]
known[["date", "place", "published_count"]]

# %%
#| stub
complete = ...

# %%
#| solution: The rows are in the order of dates, so the label of a row is the number of rows before it.
complete = (known.index / known["published_count"]).tolist()

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C3]
#| objective: 2.4
#| hints:
#|   - The rows stand in the order of dates and are numbered from 0.
#|   - The row with the number 9 has nine rows before it.
#| explanation: >
#|   A list made by hand misses events, and it may miss more in some years than in others. So such
#|   a list shows that meetings took place, but a trend in it can be a trend in the collecting.
check("2.12", complete)

# %%
#| wrong: You counted the visit itself. The source says how many meetings there were before it.
complete = ((known.index + 1) / known["published_count"]).tolist()

# %%
#| wrong: You divided the wrong way round. A share has the part above the line.
complete = (known["published_count"] / known.index).tolist()

# %%
#| wrong: This is the part that is missing. The question asks how much of it our list has.
complete = (1 - known.index / known["published_count"]).tolist()

# %% [markdown]
# ### 2.13 One item, read by you (2 points)
# *Claim C20.* Item e6 says: over all texts China and Russia agreed in the UN General Assembly about
# as often in 2025 as in 2018; on contested texts they agreed less often. How does it fit each
# hypothesis? Code it (CC, C, N, I or II) with a reason of a few words. Both readings can be defended.
# The check looks at the **form** only. Two codings stand at the end of this notebook.

# %%
from alignment.checks import wording

five = ["H1", "H2", "H3", "H4", "H5"]
items.loc["e6", "fact"]

# %%
#| stub
# One row per hypothesis: (code, "reason").
reading = {"H1": ..., "H2": ..., "H3": ..., "H4": ..., "H5": ...}

# %%
#| solution: This is one coding with reasons; another one with reasons is as good.
reading = {
    "H1": ("I", "allies should agree more on contested texts"),
    "H2": ("N", "the level stayed, the contested part fell"),
    "H3": ("C", "limited interests show on contested texts"),
    "H4": ("N", "says nothing about who depends on whom"),
    "H5": ("N", "no link with American pressure is visible"),
}

# %%
#| check
#| data: none
#| claims: [C20]
#| objective: 2.2
#| hints:
#|   - Ask for each hypothesis, would it have expected this?
#|   - One row looks like this. "H3" colon, then ("C", "limited interests show on contested texts").
#| explanation: >
#|   The two readings look at different texts, and both are true. What you may not do is choose the
#|   reading after you have seen which hypothesis it helps.
check("2.13", wording.codings(reading, five, ("cc", "c", "n", "i", "ii")))

# %%
#| wrong: There is no coding yet for H5.
reading = dict.fromkeys(["H1", "H2", "H3", "H4"], ("N", "the item says nothing about it"))

# %%
#| wrong: The coding of H2 is 'maybe'; choose one of cc, c, n, i, ii.
reading = dict.fromkeys(five, ("N", "the item says nothing about it"))
reading["H2"] = ("maybe", "the item can be read in two ways")

# %%
#| wrong: The coding of H1 has no reason yet: say in a few words why.
reading = dict.fromkeys(five, ("N", "the item says nothing about it"))
reading["H1"] = ("I", "")

# %% [markdown]
# ### 2.14 Say it in words (2 points)
# *Claims C3, C20.* Write **one sentence** that says how probable you find one of the hypotheses H1 to
# H5 (name it by its code), with a word of the list ICD 203, and the number that you mean, in per
# cent. The word must fit the number: almost no chance (from 1), very unlikely (from 5), unlikely (from
# 20), roughly even chance (from 45), likely (from 55), very likely (from 80), almost certain (from
# 95). Do not speak of confidence in the same sentence. Put both into `estimate`.

# %%
#| stub
estimate = (..., ...)

# %%
#| solution: Any hypothesis and any number are fine, as long as the word fits the number.
estimate = ("Of the five, it is likely that H2 describes the relationship best.", 60)

# %%
#| check
#| data: none
#| claims: [C3, C20]
#| objective: 2.3
#| hints:
#|   - Choose the number first, then look up the word whose range begins at or below it.
#|   - It looks like this. ("It is unlikely that H1 ...", 30)
#| explanation: >
#|   A word of probability without a number means something else to every reader. Confidence is about
#|   the quality of your sources; a probability can be high while confidence is low. So they stand in
#|   two sentences.
check("2.14", wording.estimate(estimate, five))

# %%
#| wrong: For 85 per cent the word is 'very likely'; the sentence has likely.
estimate = ("It is likely that H2 describes the relationship best.", 85)

# %%
#| wrong: Likelihood and confidence do not belong in one sentence; leave out confidence.
estimate = ("It is likely that H2 is right, and our confidence is low.", 60)

# %%
#| wrong: The probability must lie between 1 and 99 per cent; nothing is certain.
estimate = ("It is almost certain that H1 is wrong.", 100)

# %% [markdown]
# ## Two codings of item e6
# Look at these only after question 2.13. The column `same_as` says with how many of the two you
# agree. Where you differ, compare reasons. Neither is a key.

# %%
both = matrix[matrix["item"] == "e6"].set_index("hypothesis")
wording.beside(reading, first=both["code"], second=both["other_code"])

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: which hypothesis the evidence speaks against most, on which
# items this depends, and what would change your mind.
#
# Every table can be cited: `print(cite("ach_matrix"))` prints its source and
# `describe("ach_matrix")` says what each column means.
