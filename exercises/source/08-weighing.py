# %% [markdown]
# # Exercises 8: weighing
#
# Thirteen short questions on weights, values and what they can and cannot say. They follow lesson
# 08. Plan about 75 minutes. You can stop at any time; your progress is kept.
#
# All scores, weights and probabilities in this set are **illustrative**: they show the methods and
# are not findings. Nobody grades which domain you think matters most.
#
# **Objectives.** **8.1** elicit weights in three ways · **8.2** compute additive and geometric values
# · **8.3** detect inconsistency and double counting · **8.4** see what changes a ranking, and why.
#
# Each question serves claim C1 (significant implications) or C2 (several domains).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `points` holds the swing points of the reference sheet, one per criterion. `table` holds the most
# likely scores, one row per domain and one column per criterion.

# %%
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
judgements = load("judgements").query("sheet == 'reference'")
table = judgements.pivot(index="domain", columns="criterion", values="mode")
table

# %% [markdown]
# ### 8.1 From points to weights (2 points)
# *Claim C1.* Turn `points` into weights that add up to 1. Put them into `weights`, a series with the
# criteria as labels. Tolerance: 0.001.

# %%
#| stub
weights = ...

# %%
#| solution: A weight is a criterion's part of all points given.
weights = points / points.sum()

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| claims: [C1]
#| objective: 8.1
#| hints:
#|   - What do all weights together have to be?
#|   - Divide each number of points by the sum of the points. points.sum() gives it.
#| explanation: >
#|   Swing points say how the moves compare with each other; only their ratios matter. Dividing by
#|   the sum keeps the ratios and makes the weights add up to 1.
check("8.1", weights)

# %%
#| wrong: You divided by 600, as if every criterion could have 100 points. Divide by their own sum.
weights = points / 600

# %%
#| wrong: You divided by the largest number of points. The weights must add up to 1.
weights = points / points.max()

# %%
#| wrong: These weights are all equal. The points say that the swings are not worth the same.
weights = points * 0 + 1 / len(points)

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
#| tolerance: 0.001
#| data: inputs
#| claims: [C1]
#| objective: 8.1
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
#| tolerance: 0.001
#| data: inputs
#| claims: [C1]
#| objective: 8.1
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
#| solution: Three times three times three should be 27, and the person says one third.
meaning = "contradiction"

# %%
#| check
#| data: none
#| claims: [C1]
#| objective: 8.3
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
# ### 8.5 Adding up (2 points)
# *Claims C1, C2.* Compute the additive value of each domain: the sum of weight times most likely
# score, with your weights of question 8.1. Put the values into `additive`, a series with the domains
# as labels. Tolerance: 0.1.

# %%
#| stub
additive = ...

# %%
#| solution: Multiply each column by its weight and add along the row.
additive = (table * points / points.sum()).sum(axis=1)

# %%
#| check
#| tolerance: 0.1
#| data: tables
#| claims: [C1, C2]
#| objective: 8.2
#| hints:
#|   - pandas multiplies column by column if the labels fit. Try table * weights.
#|   - Add along the rows with .sum(axis=1).
#| explanation: >
#|   Adding lets a high score make up for a low one at a fixed rate. That is a choice, not a law:
#|   question 8.6 makes the other one.
check("8.5", additive)

# %%
#| wrong: This is the plain mean of the scores. Multiply by the weights before you add.
additive = table.mean(axis=1)

# %%
#| wrong: You used the points themselves. Divide them by their sum first.
additive = (table * points).sum(axis=1)

# %%
#| wrong: You used the highest scores. The question asks for the most likely ones.
highest = judgements.pivot(index="domain", columns="criterion", values="high")
additive = (highest * points / points.sum()).sum(axis=1)

# %% [markdown]
# ### 8.6 Multiplying (3 points)
# *Claims C1, C2.* Compute the geometric value of each domain: each score to the power of its weight,
# all multiplied. Put the values into `geometric`, a series with the domains as labels. Tolerance: 0.1.

# %%
#| stub
geometric = ...

# %%
#| solution: Scores to the power of the weights, multiplied along the row.
geometric = (table ** (points / points.sum())).prod(axis=1)

# %%
#| check
#| tolerance: 0.1
#| data: tables
#| claims: [C1, C2]
#| objective: 8.2
#| hints:
#|   - Two asterisks mean "to the power of". table ** weights works column by column.
#|   - Multiply along the rows with .prod(axis=1).
#| explanation: >
#|   A low score now pulls the whole value down and cannot be bought back. This fits the thought that
#|   a threat needs capability and commitment together.
check("8.6", geometric)

# %%
#| wrong: This is the additive value. Use the weight as a power and multiply.
geometric = (table * points / points.sum()).sum(axis=1)

# %%
#| wrong: You gave every criterion the same power. Use the weights of question 8.1 as powers.
geometric = table.prod(axis=1) ** (1 / table.shape[1])

# %%
#| wrong: You used points out of 100 as powers. Divide them by their own sum first.
geometric = (table ** (points / 100)).prod(axis=1)

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
#| data: none
#| claims: [C1]
#| objective: 8.2
#| choices: [never, sometimes, always]
#| hints:
#|   - Compare your answers to 8.5 and 8.6. Then try two scores by hand, for example 1 and 100.
#| explanation: >
#|   The two are equal only if all scores of a domain are equal; otherwise the geometric value is
#|   smaller. The gap says how uneven a domain's profile is.
check("8.7", larger)

# %%
#| wrong: Try a few scores by hand. Multiplying never gives more than adding, with the same weights.
larger = "sometimes"

# %%
#| wrong: It is the other way round. Look at your values of 8.5 and 8.6 again.
larger = "always"

# %% [markdown]
# ### 8.8 A silent change of scale (3 points)
# *Claim C2.* A colleague rescales each criterion so that its lowest domain gets 0 and its highest gets
# 1 (`(score - lowest) / (highest - lowest)`, column by column), keeps the weights of question 8.1, and
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
#| tolerance: 0.005
#| data: tables
#| claims: [C2]
#| objective: 8.4
#| hints:
#|   - table.min() gives the lowest score of each column.
#|   - Compute the rescaled table, then do what you did in 8.5.
#| explanation: >
#|   Rescaling turns a small difference between the domains into a full swing, while the weights
#|   still belong to the old swings. Compare which domain is first with your answer to 8.5.
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
# must be multiplied by the same factor. Adjust the weights of question 8.1 to the rescaled criteria of
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
#| tolerance: 0.001
#| data: tables
#| claims: [C2]
#| objective: 8.4
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
#| wrong: You used the ranges alone. Multiply them with the weights of question 8.1.
reach = table.max() - table.min()
adjusted = reach / reach.sum()

# %% [markdown]
# ### 8.10 Probability times impact (2 points)
# *Claim C2.* `risks` holds one dated event per domain, with a probability and an impact (illustrative).
# Compute the expected impact of each domain from the most likely values (`p_mode`, `impact_mode`). Put
# them into `expected`, a series with the domains as labels. Tolerance: 0.1.

# %%
risks = load("risk_judgements").set_index("domain")
risks[["event", "p_mode", "impact_mode"]]

# %%
#| stub
expected = ...

# %%
#| solution: An impossible harm is no risk, so the two are multiplied.
expected = risks["p_mode"] * risks["impact_mode"]

# %%
#| check
#| tolerance: 0.1
#| data: tables
#| claims: [C2]
#| objective: 8.4
#| hints:
#|   - What should come out if the probability is 0?
#|   - Multiply the two columns. pandas does it row by row.
#| explanation: >
#|   The product falls to zero if either factor does. Keep the pair as well: two events with the
#|   same product can need very different preparation.
check("8.10", expected)

# %%
#| wrong: You took the mean of probability and impact. An impossible harm would then still count.
expected = (risks["p_mode"] * 100 + risks["impact_mode"]) / 2

# %%
#| wrong: You used the highest values. The question asks for the most likely ones.
expected = risks["p_high"] * risks["impact_high"]

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
#| data: none
#| claims: [C2]
#| objective: 8.4
#| choices: [event, weaker, error]
#| hints:
#|   - Read the event of domain M in the table. Would joint patrols be as improbable?
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
#| tolerance: 0.5
#| unit: points
#| data: tables
#| claims: [C1]
#| objective: 8.4
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
# ### 8.13 How often is it first? (3 points)
# *Claims C1, C2.* `draws` holds 20,000 random weight sets without any preference, one per row, with
# the criteria as columns. In what share of them does domain E have the highest additive value of all
# domains? Put the share, between 0 and 1, into `first_share`. Tolerance: 0.02.

# %%
generator = np.random.default_rng(813)
drawn = generator.dirichlet(np.ones(len(points)), size=20_000)
draws = pd.DataFrame(drawn, columns=table.columns)

# %%
#| stub
first_share = ...

# %%
#| solution: Value every domain in every draw, then count how often E is the highest.
values = draws @ table.T
first_share = (values.idxmax(axis=1) == "E").mean()

# %%
#| check
#| tolerance: 0.02
#| data: tables
#| claims: [C1, C2]
#| objective: 8.4
#| hints:
#|   - draws @ table.T multiplies each weight set with each domain's scores and adds up.
#|   - idxmax(axis=1) names the column with the highest value in each row.
#|   - The mean of true and false is the share of true.
#| explanation: >
#|   This share speaks about weights, not about the world. Right is "in this share of all weight sets
#|   domain E ranks first"; wrong is "domain E is the largest threat with this probability".
check("8.13", first_share)

# %%
#| wrong: This is the share of domain T. The question asks for domain E.
values = draws @ table.T
first_share = (values.idxmax(axis=1) == "T").mean()

# %%
#| wrong: You counted how often E is the lowest. Look for the highest value.
values = draws @ table.T
first_share = (values.idxmin(axis=1) == "E").mean()

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: which belief puts which domain first, how sure you are of
# that belief, and what no weighing can tell you.
