# %% [markdown]
# # Exercises 8: weighing
#
# Fifteen short questions on weights, values and what they can and cannot say. They follow lesson
# 08. You can stop at any time; your progress is kept.
#
# All scores, weights and probabilities in this set are **illustrative**: they show the methods and
# are not findings. Nobody grades which domain you think matters most.
#
# **Objectives.** You will be able to:
#
# - **elicit** weights in three ways;
# - **compute** additive and geometric values;
# - **detect** inconsistency and double counting;
# - **see** what changes a ranking, and why.
#
# Each question serves claim C1 (significant implications) or C2 (several domains).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

pd.set_option("display.max_colwidth", None)

# %% [markdown]
# `points` holds the swing points of the reference sheet, one per criterion, and `weights` the weights
# that follow. `table` holds the most likely scores, one row per domain and one column per criterion.

# %%
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
weights = points / points.sum()
judgements = load("judgements").query("sheet == 'reference'")
table = judgements.pivot(index="domain", columns="criterion", values="mode")
table

# %% [markdown]
# ### 8.17 Counted twice (1 point)
# *Claim C2.* A colleague's sheet cites the same figure, the export of goods on the common high-priority
# list, in the note for economy **and** in the note for technology. `boundaries` says what belongs to
# which domain. What must go? Set `remove` to one of these words:
#
# - `"economy"`: the note for economy, and the part of its score that rests on it;
# - `"technology"`: the note for technology, and the part of its score that rests on it;
# - `"half"`: half of each score, so that the sum is right;
# - `"nothing"`: both notes are true.

# %%
boundaries = load("domains").set_index("domain")["boundary"]
for letter in ("E", "T"):
    print(letter, boundaries[letter])

# %%
#| stub
remove = ...

# %%
#| solution: A fact counts in the domain whose boundary names it, and in no other.
remove = "economy"

# %%
#| check
#| step: "1"
#| core: true
#| data: none
#| claims: [C2]
#| objective: detect
#| choices: [economy, technology, half, nothing]
#| hints:
#|   - Which of the two boundaries names goods of this kind?
#| explanation: >
#|   A fact that raises two scores is weighed twice, and no weights can correct it. Fix it in the
#|   notes, before anything is added up.
check("8.17", remove)

# %%
#| wrong: Read the boundaries again. Dual-use goods belong to the domain you have taken them from.
remove = "technology"

# %%
#| wrong: Scores are judgements on a scale, not amounts that could be split.
remove = "half"

# %%
#| wrong: Both notes are true, and the same fact still raises two scores.
remove = "nothing"

# %% [markdown]
# ### 8.14 A shorter scale (2 points)
# *Claim C1.* The anchors of impact (criterion C) are narrowed: the new 0 is the old 25, and the new 100
# is the old 75. Value rises evenly along the scale, and nobody has changed their mind. Which **weight** must impact
# get now? Put it into `new_weight`. Tolerance: 0.002.

# %%
#| stub
new_weight = ...

# %%
#| solution: The swing is half as long, so it is worth half of its points; then divide by the new sum.
shorter = points.copy()
shorter["C"] = points["C"] / 2
new_weight = shorter["C"] / shorter.sum()

# %%
#| check
#| step: "2"
#| tolerance: 0.002
#| data: none
#| claims: [C1]
#| objective: elicit
#| hints:
#|   - Which part of the old swing can impact still move?
#|   - Change the points of C first, then divide by the sum of all points.
#| explanation: >
#|   Whoever is asked only "how important is impact?" gives the same answer for both scales, and
#|   one of the two answers must be wrong.
check("8.14", new_weight)

# %%
#| wrong: This is the old weight. The swing is now half as long, so it cannot be worth as much.
new_weight = weights["C"]

# %%
#| wrong: You halved the weight. Halve the points first: the sum of the points changes too.
new_weight = weights["C"] / 2

# %%
#| wrong: You made the swing worth twice as much. A shorter swing is worth less.
new_weight = 2 * points["C"] / (points.sum() + points["C"])

# %% [markdown]
# ### 8.2 Weights from an order alone (2 points)
# *Claim C1.* Suppose you know only the order of the criteria. Give each the **rank-order centroid**:
# with `n` criteria, the one with rank `r` gets the sum of `1/j` for `j` from `r` to `n`, divided by `n`.
# Write a function `centroid(points)` that takes a list of points and returns the list of weights in the
# same order; the largest number of points has rank 1. The check tries it on the five lists in `lists`.
# Tolerance: 0.001.

# %%
from alignment.checks import fresh

lists = fresh("8.2", low=5, high=95, size=6, together=True)
lists[0][0]


# %%
#| stub
def centroid(points):
    return ...


# %%
#| solution: Rank first, then look the weight of each rank up.
def centroid(points):
    n = len(points)
    ranks = [1 + sum(other > each for other in points) for each in points]
    return [sum(1 / j for j in range(rank, n + 1)) / n for rank in ranks]


# %%
#| check
#| step: "2"
#| tolerance: 0.001
#| data: inputs
#| claims: [C1]
#| objective: elicit
#| hints:
#|   - The rank of a criterion is one more than the number of criteria with more points.
#|   - For each rank r add 1/r + 1/(r+1) + ... + 1/n, and divide by n.
#|   - The weights add up to 1. Check it with sum(centroid([30, 20, 10])).
#| explanation: >
#|   The centroid is the average of all weight sets that keep the order. It is steep: the first
#|   criterion gets far more than the last. An order alone already says a great deal.
check("8.2", centroid, on=lists)


# %%
#| wrong: You gave the weights in the order of the list. Rank the points first.
def centroid(points):
    n = len(points)
    return [sum(1 / j for j in range(rank, n + 1)) / n for rank in range(1, n + 1)]


# %%
#| wrong: You gave the largest weight to the fewest points. Rank 1 is the most points.
def centroid(points):
    n = len(points)
    ranks = [1 + sum(other < each for other in points) for each in points]
    return [sum(1 / j for j in range(rank, n + 1)) / n for rank in ranks]


# %%
#| wrong: These are rank-sum weights. The centroid adds fractions 1/j.
def centroid(points):
    n = len(points)
    ranks = [1 + sum(other > each for other in points) for each in points]
    return [2 * (n + 1 - rank) / (n * (n + 1)) for rank in ranks]


# %%
#| wrong: You began the sum one step late. For rank r it runs from 1/r on.
def centroid(points):
    n = len(points)
    ranks = [1 + sum(other > each for other in points) for each in points]
    return [sum(1 / j for j in range(rank + 1, n + 1)) / n for rank in ranks]


# %%
#| wrong: You forgot to divide by the number of criteria. The weights must add up to 1.
def centroid(points):
    n = len(points)
    ranks = [1 + sum(other > each for other in points) for each in points]
    return [sum(1 / j for j in range(rank, n + 1)) for rank in ranks]


# %% [markdown]
# ### 8.3 Pairs (3 points)
# *Claim C1.* Someone compares three criteria in pairs: A is `ab` times as much worth as B, A is `ac`
# times as much as C, and B is `bc` times as much as C. Write a function `from_pairs(ab, ac, bc)` that
# returns the list of the three weights. Use the geometric mean of each row of the matrix, made to add
# up to 1. The check tries it on the five cases below. Tolerance: 0.001.

# %%
cases = fresh("8.3", low=1, high=9, size=3)
cases[0]


# %%
#| stub
def from_pairs(ab, ac, bc):
    return ...


# %%
#| solution: Each row holds how much one criterion is worth in units of the others.
def from_pairs(ab, ac, bc):
    matrix = np.array([[1, ab, ac], [1 / ab, 1, bc], [1 / ac, 1 / bc, 1]])
    means = matrix.prod(axis=1) ** (1 / 3)
    return list(means / means.sum())


# %%
#| check
#| step: "2"
#| tolerance: 0.001
#| data: inputs
#| claims: [C1]
#| objective: elicit
#| hints:
#|   - If A is three times as much worth as B, what is B worth in units of A?
#|   - The first row is 1, ab, ac. The second begins with 1/ab. The geometric mean is (x*y*z)**(1/3).
#|   - Divide the three means by their sum.
#| explanation: >
#|   The geometric mean treats "three times as much" and "a third as much" alike, so it does not
#|   matter which of the two you were asked. An arithmetic mean does not.
check("8.3", from_pairs, on=cases)


# %%
#| wrong: You took the arithmetic mean of the rows. Multiply the entries and take the third root.
def from_pairs(ab, ac, bc):
    matrix = np.array([[1, ab, ac], [1 / ab, 1, bc], [1 / ac, 1 / bc, 1]])
    means = matrix.mean(axis=1)
    return list(means / means.sum())


# %%
#| wrong: These numbers do not add up to 1. Divide them by their sum.
def from_pairs(ab, ac, bc):
    matrix = np.array([[1, ab, ac], [1 / ab, 1, bc], [1 / ac, 1 / bc, 1]])
    return list(matrix.prod(axis=1) ** (1 / 3))


# %%
#| wrong: You forgot the fractions. If A is three times B, then B is one third of A.
def from_pairs(ab, ac, bc):
    matrix = np.array([[1, ab, ac], [ab, 1, bc], [ac, bc, 1]])
    means = matrix.prod(axis=1) ** (1 / 3)
    return list(means / means.sum())


# %%
#| wrong: You took the products of the rows without the third root. Take it before you divide by the sum.
def from_pairs(ab, ac, bc):
    matrix = np.array([[1, ab, ac], [1 / ab, 1, bc], [1 / ac, 1 / bc, 1]])
    return list(matrix.prod(axis=1) / matrix.prod(axis=1).sum())


# %% [markdown]
# ### 8.4 Equal weights (1 point)
# *Claim C1.* Someone says: A counts three times B, B counts three times C, and C counts three times A.
# The weights come out equal. What does that mean? Set `meaning` to one of these words:
#
# - `"balanced"`: the person finds all three equally important;
# - `"contradiction"`: the answers run in a circle, and the equal weights hide it;
# - `"consistent"`: the answers fit together, because the weights are defined.

# %%
#| stub
meaning = ...

# %%
#| solution: Three times three makes nine, and the person says one third.
meaning = "contradiction"

# %%
#| check
#| step: "2"
#| core: true
#| data: none
#| claims: [C1]
#| objective: detect
#| choices: [balanced, contradiction, consistent]
#| hints:
#|   - If A is three times B and B is three times C, how many times C should A be?
#| explanation: >
#|   A method always returns weights. Whether the answers fit together is a second question, which
#|   the consistency ratio answers. And a low ratio says that the answers agree with each other,
#|   not that they are right.
check("8.4", meaning)

# %%
#| wrong: Nobody who finds three things equal says that one counts three times another.
meaning = "balanced"

# %%
#| wrong: Follow the circle. A should then be nine times C, but the person says a third.
meaning = "consistent"

# %% [markdown]
# ### 8.8 A silent change of scale (3 points)
# *Claim C2.* A colleague rescales each criterion so that its lowest domain gets 0 and its highest gets
# 1 (`(score - lowest) / (highest - lowest)`, column by column), keeps `weights`, and
# adds up. Put the five values into `rescaled`, a series with the domains as labels. Tolerance: 0.005.

# %%
#| stub
rescaled = ...

# %%
#| solution: Rescale each column, weigh, add.
scaled = (table - table.min()) / (table.max() - table.min())
rescaled = (scaled * points / points.sum()).sum(axis=1)

# %%
#| check
#| step: "2"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C2]
#| objective: see
#| hints:
#|   - table.min() gives the lowest score of each column.
#|   - Compute the rescaled table. Then multiply each column by its weight and add along the rows.
#| explanation: >
#|   Rescaling turns a small difference between the domains into a full swing, while the weights
#|   still belong to the old swings. Question 8.18 asks where that leads.
check("8.8", rescaled)

# %%
#| wrong: You divided by the highest score of each column. Subtract the lowest one first.
rescaled = (table / table.max() * points / points.sum()).sum(axis=1)

# %%
#| wrong: You took the lowest and highest score of the whole table. Go column by column.
low, high = table.min().min(), table.max().max()
rescaled = ((table - low) / (high - low) * points / points.sum()).sum(axis=1)

# %%
#| wrong: This is the plain mean of the rescaled scores. Multiply by the weights before you add.
rescaled = ((table - table.min()) / (table.max() - table.min())).mean(axis=1)

# %% [markdown]
# ### 8.9 The range principle (3 points)
# *Claim C2.* If the range of a criterion is multiplied by some factor, its weight before normalising
# must be multiplied by the same factor. Adjust `weights` to the rescaled criteria of
# question 8.8: multiply each by the range of its column in `table`, and make them add up to 1 again.
# Put them into `adjusted`, a series with the criteria as labels. Tolerance: 0.001.

# %%
#| stub
adjusted = ...

# %%
#| solution: A wider range makes a full swing worth more.
reach = points * (table.max() - table.min())
adjusted = reach / reach.sum()

# %%
#| check
#| step: "2"
#| core: true
#| tolerance: 0.001
#| data: tables
#| claims: [C2]
#| objective: see
#| hints:
#|   - The range of a column is its highest minus its lowest score.
#|   - Multiply the points or the weights by the ranges, then divide by the new sum.
#| explanation: >
#|   With these weights the rescaled scores give the same order as the fixed anchors. Whoever asks
#|   "how important is it?" without naming the range skips this step without noticing.
check("8.9", adjusted)

# %%
#| wrong: You divided by the ranges. A wider range makes a full swing worth more, not less.
reach = points / (table.max() - table.min())
adjusted = reach / reach.sum()

# %%
#| wrong: These numbers do not add up to 1. Divide by the new sum.
adjusted = points / points.sum() * (table.max() - table.min())

# %%
#| wrong: You used the ranges alone. Multiply them by the weights too.
reach = table.max() - table.min()
adjusted = reach / reach.sum()

# %% [markdown]
# ### 8.18 Where it leads (2 points)
# *Claim C2.* Which domain is **first** when the rescaled scores of question 8.8 are weighed with
# `weights`, and which when they are weighed with the adjusted weights of question 8.9? Put the two
# letters into `leaders`, as a list in this order.

# %%
#| stub
leaders = ...

# %%
#| solution: The same rescaled scores, once with the old and once with the adjusted weights.
scaled = (table - table.min()) / (table.max() - table.min())
adjusted_points = points * (table.max() - table.min())
leaders = [(scaled * w).sum(axis=1).idxmax() for w in (points, adjusted_points)]

# %%
#| check
#| step: "2"
#| core: true
#| data: tables
#| claims: [C2]
#| objective: see
#| hints:
#|   - Multiply the rescaled table of 8.8 by a set of weights, add along the rows, take idxmax().
#|   - With the adjusted weights the order is that of the fixed anchors. Which domain leads there?
#| explanation: >
#|   A silent change of scale can change who is first, although nobody changed an opinion or a
#|   fact. With weights that follow the ranges, the old order comes back.
check("8.18", leaders)

# %%
#| wrong: You exchanged the two. The first letter belongs to the weights that were kept.
leaders = ["T", "E"]

# %%
#| wrong: With the adjusted weights the order of the fixed anchors comes back. Who leads there?
leaders = ["E", "E"]

# %%
#| wrong: With the kept weights the rescaled scores lead somewhere else. Compute both.
leaders = ["T", "T"]

# %% [markdown]
# ### 8.12 Fixed anchors or the data's own range? (3 points)
# *Claim C1.* `dependence` holds three published shares of China in Russia's exports, in per cent. Score
# "added capability" from them with **fixed** anchors: a share of 0 per cent is score 0, a share of
# 50 per cent is score 100, and in between it is a straight line. Put the three scores into `fixed`, a
# series with the periods as labels. Tolerance: 0.5.

# %%
shares = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
shares = shares[(shares["flow"] == "exports") & shares["claimant"].isin(["OEC", "Bruegel, wiiw"])]
dependence = shares[shares["period"] != "pre-2022"].set_index("period")["pct"]
dependence

# %%
#| stub
fixed = ...

# %%
#| solution: The line goes through (0, 0) and (50, 100).
fixed = dependence / 50 * 100

# %%
#| check
#| step: "2"
#| tolerance: 0.5
#| unit: points
#| data: tables
#| claims: [C1]
#| objective: see
#| hints:
#|   - Which score belongs to a share of 25 per cent?
#|   - Divide by the share that gets 100 points, then multiply by 100.
#| explanation: >
#|   With fixed anchors a score keeps its meaning when a year is added. With the data's own range,
#|   100 only means "the largest of these three", and every new point can move the old scores.
check("8.12", fixed)

# %%
#| wrong: You used the lowest and highest of the three as anchors. 100 is then only the largest.
fixed = (dependence - dependence.min()) / (dependence.max() - dependence.min()) * 100

# %%
#| wrong: You divided by the largest of the three. The anchors are fixed at 0 and 50 per cent.
fixed = dependence / dependence.max() * 100

# %% [markdown]
# ### 8.7 Which is larger? (1 point)
# *Claim C1.* Can the geometric value of a domain be larger than its additive value, with the same
# weights? Set `larger` to one of these words:
#
# - `"never"`: it is smaller or equal, whatever the scores;
# - `"sometimes"`: it depends on the scores;
# - `"always"`: it is larger unless all scores are equal.

# %%
#| stub
larger = ...

# %%
#| solution: The geometric mean is at most the arithmetic mean.
larger = "never"

# %%
#| check
#| step: "3"
#| core: true
#| data: none
#| claims: [C1]
#| objective: compute
#| choices: [never, sometimes, always]
#| hints:
#|   - Try two scores by hand, for example 1 and 100 with equal weights. Then 50 and 50.
#| explanation: >
#|   The two are equal only if all scores of a domain are equal; otherwise the geometric value is
#|   smaller. The gap says how uneven a domain's profile is.
check("8.7", larger)

# %%
#| wrong: Take 1 and 100, then 40 and 60, then 50 and 50. Do you find a pair where the product wins?
larger = "sometimes"

# %%
#| wrong: It is the other way round. Take the scores 1 and 100 with equal weights: 50.5 and 10.
larger = "always"

# %% [markdown]
# ### 8.15 Which domain is most uneven? (3 points)
# *Claims C1, C2.* `placebo` holds the most likely scores of the sheet for the alliance of the United
# States and Japan. For each domain, by how many points is the geometric value (each score to the power
# of its weight, all multiplied) below the additive value (the sum of weight times score)? Use
# `weights`. Put the five differences into `loss`, a series with the domains as labels. Tolerance: 0.1.

# %%
placebo = (
    load("judgements")
    .query("sheet == 'us-japan'")
    .pivot(index="domain", columns="criterion", values="mode")
)
placebo

# %%
#| stub
loss = ...

# %%
#| solution: Two values for each row, and their difference.
additive = (placebo * weights).sum(axis=1)
geometric = (placebo**weights).prod(axis=1)
loss = additive - geometric

# %%
#| check
#| step: "3"
#| tolerance: 0.1
#| unit: points
#| data: tables
#| claims: [C1, C2]
#| objective: compute
#| hints:
#|   - pandas multiplies column by column if the labels fit. Try placebo * weights.
#|   - placebo**weights raises each column to its weight; prod(axis=1) multiplies along the row.
#|   - Subtract the geometric from the additive value.
#| explanation: >
#|   The loss is large where one score is very low: here the impact. Multiplying lets
#|   closeness make up for harmlessness far less.
check("8.15", loss)

# %%
#| wrong: You subtracted the other way round. The question asks how far the geometric value is below.
loss = (placebo**weights).prod(axis=1) - (placebo * weights).sum(axis=1)

# %%
#| wrong: You used the reference sheet. The question asks for the placebo.
loss = (table * weights).sum(axis=1) - (table**weights).prod(axis=1)

# %%
#| wrong: You gave every criterion the same weight. Use the weights of the course.
loss = placebo.mean(axis=1) - placebo.prod(axis=1) ** (1 / 6)

# %%
#| wrong: You added down the columns. Add and multiply along the rows, with axis=1.
loss = (placebo * weights).sum() - (placebo**weights).prod()

# %%
#| wrong: These are the additive values. Subtract the geometric ones.
loss = (placebo * weights).sum(axis=1)

# %% [markdown]
# ### 8.16 No weights can do it (3 points)
# *Claim C2.* A domain is **dominated** if another one scores at least as high on every criterion and
# higher on one. In `placebo`, which domains are dominated? Put their letters into `dominated`, as a set
# such as `{"M"}`. (You can see it on the board too: choose the US–Japan sheet under *Start from*.)

# %%
#| stub
dominated = ...

# %%
#| solution: Compare each row with each other row, criterion by criterion.
dominated = {
    domain
    for domain in placebo.index
    if any(
        (placebo.loc[d] >= placebo.loc[domain]).all()
        and (placebo.loc[d] > placebo.loc[domain]).any()
        for d in placebo.index
    )
}

# %%
#| check
#| step: "4"
#| core: true
#| data: tables
#| claims: [C2]
#| objective: detect
#| hints:
#|   - For two domains, (placebo.loc["T"] >= placebo.loc["F"]).all() says whether T is never lower.
#|   - Go through all pairs. A domain that leads rarely need not be dominated.
#| explanation: >
#|   Weights are no argument against dominance; only other scores are. A domain that comes first in
#|   no draw need not be dominated: a rare corner of the weights can still favour it.
check("8.16", dominated)

# %%
#| wrong: You took every domain that is not first at the reference weights. Other weights may favour it.
dominated = {d for d in placebo.index if d != (placebo * weights).sum(axis=1).idxmax()}

# %%
#| wrong: You listed the domains that dominate another one. The question asks for those below.
dominated = {"M", "E", "T"}

# %%
#| wrong: You used the reference sheet. Look at the placebo.
dominated = {"D", "F", "M"}

# %%
#| wrong: E is first in hardly any draw, but no other domain is at least as high on every criterion.
dominated = {"D", "E", "F"}

# %% [markdown]
# ### 8.19 Put it first (2 points)
# *Claims C1, C2.* Open the board of lesson 8 with the sheet *convenience* (*Start from*). Technology is first. Press *Economic sustainment* under *Put it first: what must change?*
# How many points may the swing in **irreversibility** have at most, if it alone is moved, for economy to
# be level with technology? Put the number into `points_left`. Tolerance: 0.5.
#
# (Without the board: `from alignment.widgets import WeighingBoard`, then
# `WeighingBoard(preset="convenience").put_first("E")` lists the same.)

# %%
convenience = (
    load("judgements")
    .query("sheet == 'convenience'")
    .pivot(index="domain", columns="criterion", values="mode")
)

# %%
#| stub
points_left = ...

# %%
#| solution: Economy and technology are level where the sum of points times difference is zero.
difference = convenience.loc["T"] - convenience.loc["E"]
others = (points * difference).drop("E").sum()
points_left = -others / difference["E"]

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.5
#| unit: points
#| data: tables
#| claims: [C1, C2]
#| objective: see
#| hints:
#|   - On the board, read the sentence below the names. It gives one number for each slider that can do it.
#|   - By hand, the sum over all criteria of points times (score of T minus score of E) must be zero.
#| explanation: >
#|   One number names the belief that the order rests on. Whoever thinks that irreversibility is
#|   worth less than this has a different first place, with the same scores.
check("8.19", points_left)

# %%
#| wrong: This is the number for the reference sheet. Choose the marriage of convenience.
difference = table.loc["T"] - table.loc["E"]
points_left = -(points * difference).drop("E").sum() / difference["E"]

# %%
#| wrong: This is the slider of immediacy. The question asks for irreversibility.
difference = convenience.loc["T"] - convenience.loc["E"]
points_left = -(points * difference).drop("D").sum() / difference["D"]

# %%
#| wrong: This is how far the slider must move. The question asks where it must stand.
difference = convenience.loc["T"] - convenience.loc["E"]
points_left = points["E"] + (points * difference).drop("E").sum() / difference["E"]

# %%
#| wrong: This is where the slider stands now.
points_left = points["E"]

# %% [markdown]
# ### 8.20 How probable would it have to be? (2 points)
# *Claim C2.* `risks` holds one dated event per domain, with a probability and an impact (illustrative);
# the expected impact is their product. The event of the military domain is improbable. From which
# probability on would the military domain have the **highest** expected impact of all, if everything
# else stays? Put it, between 0 and 1, into `p_needed`. Tolerance: 0.005.

# %%
risks = load("risk_judgements").set_index("domain")
for domain, row in risks.iterrows():
    print(f"{domain} {row['event']}: p {row['p_mode']}, impact {row['impact_mode']:.0f}")

# %%
#| stub
p_needed = ...

# %%
#| solution: Its product must reach the highest product of the others.
expected = risks["p_mode"] * risks["impact_mode"]
p_needed = expected.drop("M").max() / risks["impact_mode"]["M"]

# %%
#| check
#| step: "7"
#| tolerance: 0.005
#| data: tables
#| claims: [C2]
#| objective: see
#| hints:
#|   - Multiply the two columns. Which domain is first now, and with which product?
#|   - Probability times the impact of the military event must be as large as that.
#| explanation: >
#|   A threshold is easier to argue about than a probability. Ask first whether the event is more
#|   probable than this, and then how much more.
check("8.20", p_needed)

# %%
#| wrong: You divided by the impact of the domain that leads. Divide by that of the military event.
expected = risks["p_mode"] * risks["impact_mode"]
p_needed = expected.max() / risks["impact_mode"][expected.idxmax()]

# %%
#| wrong: This is the product that must be reached. Divide it by the impact of the military event.
p_needed = (risks["p_mode"] * risks["impact_mode"]).max()

# %%
#| wrong: This is by how much it must rise. The question asks from which probability on.
expected = risks["p_mode"] * risks["impact_mode"]
p_needed = expected.max() / risks["impact_mode"]["M"] - risks["p_mode"]["M"]

# %% [markdown]
# ### 8.11 Why a domain moves (1 point)
# *Claim C2.* In the reference set the military domain ranks lower by expected impact than by additive
# value. What is the best explanation? Set `why` to one of these words:
#
# - `"event"`: the event chosen for it is improbable; another event would give another place;
# - `"weaker"`: military cooperation is less important than the value model says;
# - `"error"`: two correct methods must give the same order, so one was computed wrongly.

# %%
#| stub
why = ...

# %%
#| solution: The product speaks about the event that was written down.
why = "event"

# %%
#| check
#| step: "7"
#| data: none
#| claims: [C2]
#| objective: see
#| choices: [event, weaker, error]
#| hints:
#|   - Read the event of domain M in the table above. Would joint patrols be as improbable?
#| explanation: >
#|   A risk needs an event with a date. Choose war and the probability is small; choose more joint
#|   patrols and it is large, with a small impact. The place of a domain depends on that choice.
check("8.11", why)

# %%
#| wrong: The scores of the domain have not changed. What did change is the question.
why = "weaker"

# %%
#| wrong: The two methods answer different questions, so they may disagree without an error.
why = "error"

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: which belief puts which domain first, how sure you are of
# that belief, and what no weighing can tell you.
