# %% [markdown]
# # Exercises 2: competing hypotheses
#
# Eleven short questions on evidence and hypotheses about the relationship between China and Russia.
# They follow lesson 02. You can stop at any time; your progress is kept.
#
# **Objectives.** You will be able to:
#
# - **compute** what speaks against each hypothesis;
# - **code** evidence, and find the items on which a result depends;
# - **update** a belief with likelihood ratios and say it in words;
# - **read** historical data on treaties, rivalries, events and measures with care.
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
# ### 2.4 Which single item decides? (3 points)
# *Claims C20, C23.* The **leaders** are the hypotheses with the least against them (add up only the negative points of a row, without their sign).
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
#| step: "5"
#| data: tables
#| claims: [C20, C23]
#| core: true
#| objective: code
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
# ### 2.16 What was known when the paper was written? (3 points)
# *Claims C3, C20.* The paper behind the reading dates from December 2024. In the matrix editor of
# lesson 02, take away every item whose `year` is **later than 2024**. Which hypotheses have the least
# against them now? Put them into `then`, as a set such as `{"H1"}`. You can press the buttons or
# compute it; `leaders` of question 2.4 finds the least contradicted hypotheses of any table of points.

# %%
items = items.assign(year=items["year"].astype(int))  # the table holds it as text
items["year"]

# %%
#| stub
then = ...

# %%
#| solution: Keep the items that were known then, and look for the leaders among them.
known = items.index[items["year"] <= 2024]
then = leaders(points[known])

# %%
#| check
#| step: "5"
#| data: tables
#| claims: [C3, C20]
#| core: true
#| objective: code
#| hints:
#|   - Which items stay? Those whose year is 2024 or earlier.
#|   - points[...] with a list of items keeps these columns.
#| explanation: >
#|   A judgement can be careful and still rest on what was known at the time. The later items speak
#|   against hypotheses that nothing spoke against before. Judge an old paper by the evidence of its
#|   day, and your own by what may still come.
check("2.16", then)

# %%
#| wrong: These are the leaders with all items. Take away the items of 2025 and 2026.
then = leaders(points)

# %%
#| wrong: You kept the later items and took the others away.
then = leaders(points[items.index[items["year"] > 2024]])

# %%
#| wrong: You took the best net score. Only what speaks against a hypothesis counts.
net = points[items.index[items["year"] <= 2024]].sum(axis=1)
then = set(net.index[net == net.max()])

# %% [markdown]
# ### 2.5 What if we trust leaked papers less? (2 points)
# *Claim C20.* Give the leaked items (column `leaked`) **half** the weight and all others full weight. For each
# hypothesis add up the negative points only, without their sign, each times its weight. Put them into `cautious`, as a series. Tolerance: 0.05.

# %%
#| stub
cautious = ...

# %%
#| solution: Each item is multiplied by its own weight before the row is added up.
weight = items["leaked"].map({True: 0.5, False: 1.0})
cautious = (-points.clip(upper=0) * weight).sum(axis=1)

# %%
#| check
#| step: "3"
#| tolerance: 0.05
#| data: tables
#| claims: [C20]
#| objective: compute
#| hints:
#|   - Only the leaked items change. All other items keep the weight 1.
#|   - A table times a series multiplies each column by the entry with the same label.
#|   - 'items["leaked"].map({True: 0.5, False: 1.0}) makes the weights.'
#| explanation: >
#|   A credibility weight says how far you trust a source, not whether you like what it says. Fix
#|   such weights before you look at the result, or they become a way to choose it. What a government
#|   says of itself (e8, e13) deserves the same question as a leak.
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
#| wrong: You let positive points make up for negative ones. Cut them first, before you add.
weight = items["leaked"].map({True: 0.5, False: 1.0})
cautious = -(points * weight).sum(axis=1)

# %%
#| wrong: These are the sums with full weights. Give the leaked items half the weight.
cautious = (-points.clip(upper=0)).sum(axis=1)

# %% [markdown]
# ### 2.13 One item, read by you (2 points)
# *Claim C20.* Item e6 says: over all texts China and Russia agreed in the UN General Assembly about
# as often in 2025 as in 2018; on contested texts they agreed less often. How does it fit each
# hypothesis? Code it (CC, C, N, I or II) with a reason (a few words, at least
# fifteen letters). Both readings can be defended.
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
#| step: "2"
#| data: none
#| claims: [C20]
#| core: true
#| objective: code
#| hints:
#|   - Ask for each hypothesis, would it have expected this?
#|   - One row looks like this. "H3" colon, then ("C", "limited interests show on contested texts").
#| explanation: >
#|   The two readings look at different texts, and both are true. What you may not do is choose the
#|   reading after you have seen which hypothesis it helps.
check("2.13", wording.codings(reading, five, ("CC", "C", "N", "I", "II")))

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
#| step: "6"
#| tolerance: 0.01
#| data: inputs
#| claims: [C3, C20]
#| objective: update
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
#| step: "6"
#| data: none
#| claims: [C3, C20]
#| core: true
#| objective: update
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

# %%
#| wrong: The sentence says 'not': say what you find probable, with its own number.
estimate = ("It is likely that H2 is not the best description.", 60)

# %% [markdown]
# ### 2.15 Who owed defence to whom? (2 points)
# *Claim C3.* `pacts` holds written treaties of eight pairs of states, one row per pair and year. Which
# pairs had a duty of **defence** in the **last year of the table**? Put the names of the pairs into
# `bound`, as a set such as `{"USA-JPN"}`.

# %%
pacts = load("alliance_obligations")
pacts.groupby("pair")["year"].agg(["min", "max"])

# %%
#| stub
bound = ...

# %%
#| solution: Both conditions at once: the last year, and a duty of defence.
last = pacts[pacts["year"] == pacts["year"].max()]
bound = set(last[last["defence"].astype(bool)]["pair"])

# %%
#| check
#| step: "First look"
#| data: tables
#| claims: [C3]
#| objective: read
#| hints:
#|   - First keep the rows of the last year, then ask which of them hold a duty of defence.
#|   - pacts["year"].max() is the last year of the table.
#| explanation: >
#|   Compare the list with what you know from the news. A treaty signed after the last year of a data
#|   set is not in it, and its absence says nothing about today. Whoever quotes such a table has to
#|   say how old it is.
check("2.15", bound)

# %%
#| wrong: These pairs had some duty. The question asks for a duty of defence.
bound = set(pacts[pacts["year"] == pacts["year"].max()]["pair"])

# %%
#| wrong: These pairs had a duty of defence in some year. Keep the last year only.
bound = set(pacts[pacts["defence"].astype(bool)]["pair"])

# %%
#| wrong: The treaty of RUS-PRK of 2024 is younger than the table: it cannot be read from it.
last = pacts[pacts["year"] == pacts["year"].max()]
bound = set(last[last["defence"].astype(bool)]["pair"]) | {"RUS-PRK"}

# %% [markdown]
# ### 2.17 How long were they rivals? (2 points)
# *Claims C20, C23.* `rivalry` holds the spells in which scholars call Russia (or the Soviet Union) and
# China rivals, by the edition of 2020. In what share of the **years 1949 to 2020**, both counted, were
# they rivals? A spell counts its first and its last year. Put the share into `rivals`, between 0 and
# 1. Tolerance: 0.0005.

# %%
rivalry = load("rivalries").query("pair == 'RUS-CHN' and start > 1949")
rivalry = rivalry[rivalry["dataset"].str.contains("2020")]
rivalry[["dataset", "start", "end"]]

# %%
#| stub
rivals = ...

# %%
#| solution: From 1958 to 1958 is one year, so add one to each difference.
years = (rivalry["end"] - rivalry["start"] + 1).sum()
rivals = years / (2020 - 1949 + 1)

# %%
#| check
#| step: "First look"
#| tolerance: 0.0005
#| data: none
#| claims: [C20, C23]
#| objective: read
#| hints:
#|   - How many years are there from 2019 to 2020, both counted?
#|   - The same holds for the whole, from 1949 to 2020.
#| explanation: >
#|   Counting the gaps instead of the fence posts is a common slip with dates. And
#|   the share depends on where you begin: from 1949 it is less than half, from 1958 it is about half.
check("2.17", rivals)

# %%
#| wrong: You took end minus start: that leaves out one year of the spell.
rivals = (rivalry["end"] - rivalry["start"]).sum() / (2020 - 1949 + 1)

# %%
#| wrong: Both ends of the whole count too: from 1949 to 2020 there are 72 years.
rivals = (rivalry["end"] - rivalry["start"] + 1).sum() / (2020 - 1949)

# %%
#| wrong: This is a number of years. Divide by the years from 1949 to 2020.
rivals = (rivalry["end"] - rivalry["start"] + 1).sum()

# %%
#| wrong: You added both editions, so every year counts twice.
both = load("rivalries").query("pair == 'RUS-CHN' and start > 1949")
rivals = (both["end"] - both["start"] + 1).sum() / 72

# %% [markdown]
# ### 2.12 How complete is our list? (2 points)
# *Claim C3.* `meetings` is our list of meetings of the two leaders since 2013. On two of them a source
# says how many there had been (`published_count`), and `count_says` whether that one is counted. For
# each of the two rows, divide the number of meetings in **our list**, counted in the same way, by the
# published count. Put the two shares into `complete`, as a list in the order of the dates. Tolerance:
# 0.005.

# %%
meetings = load("leader_meetings")
known = meetings[meetings["count_says"].isin(["before this visit", "with this meeting"])]
known[["date", "place", "published_count", "count_says"]]

# %%
#| stub
complete = ...

# %%
#| solution: The label of a row is the number of rows before it; add one where that meeting counts.
ours = known.index + (known["count_says"] == "with this meeting")
complete = (ours / known["published_count"]).tolist()

# %%
#| check
#| step: "First look"
#| tolerance: 0.005
#| data: tables
#| claims: [C3]
#| objective: read
#| hints:
#|   - The rows stand in the order of dates and are numbered from 0.
#|   - The row with the number 9 has nine rows before it. Does the source count that meeting too?
#| explanation: >
#|   A list made by hand misses events, and it may miss more in some years than in others. So such
#|   a list shows that meetings took place, but a trend in it can be a trend in the collecting. A share
#|   of 1 says only that two numbers are equal: a count that does not say what it counts cannot be
#|   checked to the last one.
check("2.12", complete)

# %%
#| wrong: In the first row the source counts the meetings before the visit. Leave out the visit itself.
complete = ((known.index + 1) / known["published_count"]).tolist()

# %%
#| wrong: In the second row the source counts that meeting too. Add it to ours.
complete = (known.index / known["published_count"]).tolist()

# %%
#| wrong: You divided the wrong way round. A share has the part above the line.
ours = known.index + (known["count_says"] == "with this meeting")
complete = (known["published_count"] / ours).tolist()

# %%
#| wrong: This is the part that is missing. The question asks how much of it our list has.
ours = known.index + (known["count_says"] == "with this meeting")
complete = (1 - ours / known["published_count"]).tolist()

# %% [markdown]
# ### 2.18 A rift that has not come yet (2 points)
# *Claim C23.* `since` holds the events of our list since 1949 that its rule calls a rift or a break. None
# of them is later than 2001, the year of the new treaty: the years 2002 to 2025 are **24 full years without one** in the list. How probable is a rift
# or break in the next year? The **rule of succession** answers for events that were not seen in the years counted:
# (number of years with one, plus 1) divided by (number of years, plus 2). Put into the dictionary
# `outlook`: under `"rifts"` the number of rows of `since`, under `"after 2001"` the number of them
# after 2001, and under `"next year"` the probability by the rule. Tolerance: 0.0005.

# %%
timeline = load("timeline").query("year >= 1949")
since = timeline[timeline["category"].isin(["rift", "break"])]
since[["date", "event", "category"]]

# %%
#| stub
outlook = {"rifts": ..., "after 2001": ..., "next year": ...}

# %%
#| solution: Even after many quiet years the probability is small and not zero.
late = (since["year"] > 2001).sum()
outlook = {"rifts": len(since), "after 2001": late, "next year": (late + 1) / (24 + 2)}

# %%
#| check
#| step: "First look"
#| tolerance: 0.0005
#| data: tables
#| claims: [C23]
#| core: true
#| objective: read
#| hints:
#|   - The comparison since["year"] > 2001 gives true and false; their sum counts the true ones.
#|   - With none in 24 years the rule gives one over twenty-six.
#| explanation: >
#|   "Never seen" is not "impossible". The rule is a start, not a forecast: it treats every year
#|   alike, and it depends on the word. Count frictions, such as the ban on trucks of 2025, and the
#|   answer is another one. So fix the word before you count.
check("2.18", outlook)

# %%
#| wrong: You took zero. With none in 24 years the rule adds one above and two below the line.
late = (since["year"] > 2001).sum()
outlook = {"rifts": len(since), "after 2001": late, "next year": late / 24}

# %%
#| wrong: You counted frictions too. A friction is a measure; a rift is more by our rule.
words = timeline["category"].isin(["friction", "rift", "break"])
late = (timeline[words]["year"] > 2001).sum()
outlook = {"rifts": words.sum(), "after 2001": late, "next year": (late + 1) / 26}

# %%
#| wrong: You added one above the line and forgot the two below it.
late = (since["year"] > 2001).sum()
outlook = {"rifts": len(since), "after 2001": late, "next year": (late + 1) / 24}

# %% [markdown]
# ### 2.19 Is the alignment what was tested? (2 points)
# *Claims C5, C6.* The reading says that the alignment "will test" the new administration. `acts` holds
# the measures of the current term that count by the table's rule. A measure is **on the alignment** if
# it hits one of the two for its dealings with the other (`on_alignment`). Put into `share` the share of
# such acts among the tougher and among the milder ones, each between 0 and 1: a table or a dictionary
# with the names `tougher` and `milder`. Tolerance: 0.005.

# %%
acts = load("us_measures").query("term == 'current' and direction != 'neither'")
acts[["date", "target", "direction", "measure"]]

# %%
#| stub
share = ...

# %%
#| solution: The mean of true and false is the share of true; groupby takes it for each direction.
share = acts["on_alignment"].astype(bool).groupby(acts["direction"]).mean()

# %%
#| check
#| step: "4"
#| tolerance: 0.005
#| data: tables
#| claims: [C5, C6]
#| objective: read
#| hints:
#|   - The column holds true and false. What is their mean?
#|   - 'Group by direction first, with groupby, and then take the mean.'
#| explanation: >
#|   Most measures towards China were about tariffs, export lists, chips or Taiwan, not about Russia. So
#|   "the administration was tough on both" does not yet say that the alignment was tested. Which act
#|   belongs to it is a judgement: find one row that you would code otherwise, and say why.
check("2.19", share)

# %%
#| wrong: You counted all acts of the table. `acts` holds those that the question asks about.
every = load("us_measures")
share = every["on_alignment"].astype(bool).groupby(every["direction"]).mean()[["tougher", "milder"]]

# %%
#| wrong: These are numbers of acts. Divide by all acts of the same direction.
share = acts["on_alignment"].astype(bool).groupby(acts["direction"]).sum()

# %%
#| wrong: These are the shares of the acts that are not on the alignment.
share = 1 - acts["on_alignment"].astype(bool).groupby(acts["direction"]).mean()

# %%
#| wrong: You divided by all acts. Divide by the acts of the same direction.
share = acts["on_alignment"].astype(bool).groupby(acts["direction"]).sum() / len(acts)

# %% [markdown]
# ## Two codings of item e6
# Look at these only after question 2.13. The column `same_as` says with how many of the two you
# agree. Where you differ, say why. Neither is a key.

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
