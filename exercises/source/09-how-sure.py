# %% [markdown]
# # Exercises 9: how sure can we be?
#
# Fourteen short questions on draws, crossings, ranges and indicators. They follow lesson 09. You
# can stop at any time; your progress is kept.
#
# All scores and weights in this set are **illustrative**: they show the methods and are not findings.
# Nobody grades which domain you think matters most.
#
# **Objectives.** You will be able to:
#
# - **simulate** and say how exact a count is;
# - **interpret** shares of draws and central weights;
# - **compute** crossings and ranges of weights;
# - **separate** doubt about values from doubt about facts;
# - **detect** indicators that count one thing several times.
#
# Each question serves claim C1 (significant implications) or C2 (several domains).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `weights` holds the reference weights of the six criteria. `low`, `table` and `high` hold the
# lowest, most likely and highest scores, one row per domain and one column per criterion. Some letters
# mean two things: in the rows, D is diplomatic, E economic, F financial, M military and T technology; in
# the columns, A to F are the six criteria of the score sheet.

# %%
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
weights = points / points.sum()
judgements = load("judgements").query("sheet == 'reference'")
low, table, high = (
    judgements.pivot(index="domain", columns="criterion", values=column)
    for column in ("low", "mode", "high")
)
table

# %% [markdown]
# ### 9.1 How many draws? (2 points)
# *Claim C1.* The half-width of a band that holds 95 of 100 repetitions is `z` (below) times the
# standard error of the share: the root of `share * (1 - share) / n`. Write a function
# `draws_needed(half_width)` that returns how many draws give this half-width in the **worst case**:
# the share for which the error is largest. Do not round. The check tries five half-widths; the cell
# shows one of them. Tolerance: 1.

# %%
from alignment.checks import fresh

z = 1.96
widths = fresh("9.1", low=0.01, high=0.2, size=1)
widths[0]


# %%
#| stub
def draws_needed(half_width):
    return ...


# %%
#| solution: The error is largest for a share of one half; solve for n.
def draws_needed(half_width):
    return z**2 * 0.5 * (1 - 0.5) / half_width**2


# %%
#| check
#| step: "1"
#| core: true
#| tolerance: 1
#| data: inputs
#| claims: [C1]
#| objective: simulate
#| hints:
#|   - For which share between 0 and 1 is share * (1 - share) largest?
#|   - Write half_width = z * (0.25 / n) ** 0.5, square both sides and solve for n.
#| explanation: >
#|   The number of draws grows with the square of the precision. Half the width costs four times the
#|   draws. More draws make the count exact; they do not make the scores right.
check("9.1", draws_needed, on=widths)


# %%
#| wrong: You left out share times (1 - share). In the worst case it is one quarter.
def draws_needed(half_width):
    return (z / half_width) ** 2


# %%
#| wrong: You used the half-width as the full width. The band reaches this far on each side.
def draws_needed(half_width):
    return z**2 * 0.25 / (2 * half_width) ** 2


# %%
#| wrong: Square the half-width too. Half the width costs four times the draws, not twice.
def draws_needed(half_width):
    return z**2 * 0.25 / half_width


# %%
#| wrong: You used the share of one domain. The worst case is the share for which the error is largest.
def draws_needed(half_width):
    return z**2 * 0.527 * (1 - 0.527) / half_width**2


# %% [markdown]
# ### 9.2 Shares without a computer (3 points)
# *Claim C1.* There are only two criteria. The first has the weight `w`, the second `1 - w`, and every `w`
# from 0 to 1 is equally likely. Alternative A scores 1 on the first criterion and 0 on the second, B
# scores 0 and 1, and C scores `c` on both; `c` lies between one half and one. On paper, draw the value of
# each alternative as a line over `w`. For which share of all `w` is A first, for which B, for which C?
# Write a function `shares_first(c)` that returns these three shares in a list. Tolerance: 0.001.

# %%
levels = fresh("9.2", low=0.52, high=0.98, size=1)
levels[0]


# %%
#| stub
def shares_first(c):
    return ...


# %%
#| solution: A leads where w is above c, B where 1 - w is above c, C in between.
def shares_first(c):
    return [1 - c, 1 - c, 2 * c - 1]


# %%
#| check
#| step: "2"
#| tolerance: 0.001
#| data: inputs
#| claims: [C1]
#| objective: simulate
#| hints:
#|   - The value of A is w, the value of B is 1 - w. What is the value of C?
#|   - A is first where w is larger than c. How long is that stretch of the line from 0 to 1?
#|   - The three shares add up to 1.
#| explanation: >
#|   The share of all weights that puts an alternative first is called its rank acceptability. Here
#|   these weights are a stretch of a line and can be measured; with six criteria one counts random
#|   draws instead.
check("9.2", shares_first, on=levels)


# %%
#| wrong: You gave each alternative a third. The regions of weights have different sizes.
def shares_first(c):
    return [1 / 3, 1 / 3, 1 / 3]


# %%
#| wrong: These are the weights for which A is behind C. A is first where w is above c.
def shares_first(c):
    return [c, c, 1 - 2 * c]


# %%
#| wrong: C is first only where it beats both others. Take off the stretches of A and of B.
def shares_first(c):
    return [(1 - c) / 2, (1 - c) / 2, c]


# %% [markdown]
# ### 9.19 Where irreversibility weighs most (2 points)
# *Claims C1, C2.* `convenience` holds the most likely scores of the sheet "marriage of convenience".
# `draws` holds 20,000 random weight sets, each as good as any other. Among the draws in which
# **irreversibility** (criterion E) has the largest weight, in what share is domain T first? Put it,
# between 0 and 1, into `share_t`. Tolerance: 0.01.

# %%
convenience = (
    load("judgements")
    .query("sheet == 'convenience'")
    .pivot(index="domain", columns="criterion", values="mode")
)
generator = np.random.default_rng(919)
drawn = generator.dirichlet(np.ones(len(weights)), size=20_000)
draws = pd.DataFrame(drawn, columns=convenience.columns)

# %%
#| stub
share_t = ...

# %%
#| solution: Keep the draws in which E is the largest weight, then count the leaders.
kept = draws[draws.idxmax(axis=1) == "E"]
share_t = ((kept @ convenience.T).idxmax(axis=1) == "T").mean()

# %%
#| check
#| step: "2"
#| tolerance: 0.01
#| data: tables
#| claims: [C1, C2]
#| objective: interpret
#| hints:
#|   - draws.idxmax(axis=1) names the criterion with the largest weight in each draw. Keep the rows with E.
#|   - kept @ convenience.T values the domains; idxmax(axis=1) names the leader of each draw.
#| explanation: >
#|   Given the belief, who leads? This is the useful direction. The other one, how often T's weight
#|   sets have this belief, is much smaller and answers another question.
check("9.19", share_t)

# %%
#| wrong: You turned the question round. Among the draws with this belief, count how often T is first.
first = (draws @ convenience.T).idxmax(axis=1)
share_t = (draws[first == "T"].idxmax(axis=1) == "E").mean()

# %%
#| wrong: This is the share over all draws. Keep only those in which E has the largest weight.
share_t = ((draws @ convenience.T).idxmax(axis=1) == "T").mean()

# %%
#| wrong: This is how often both are true. Divide by the number of draws in which E has the largest weight.
kept = draws[draws.idxmax(axis=1) == "E"]
share_t = ((kept @ convenience.T).idxmax(axis=1) == "T").sum() / len(draws)

# %%
#| wrong: You kept the draws with the smallest weight of E. Keep those with the largest.
kept = draws[draws.idxmin(axis=1) == "E"]
share_t = ((kept @ convenience.T).idxmax(axis=1) == "T").mean()

# %% [markdown]
# ### 9.4 A sentence that is true (1 point)
# *Claim C1.* In a little more than half of all weight sets one domain ranks first. Which sentence is
# true? Set `sentence` to one of these words:
#
# - `"probability"`: there is a chance of a little more than one half that this domain is the largest
#   threat;
# - `"share"`: with these scores, a little more than half of all weight sets put this domain first;
# - `"majority"`: a little more than half of all experts put this domain first;
# - `"strength"`: this domain is a little more than half as threatening as it could be.

# %%
#| stub
sentence = ...

# %%
#| solution: The draws run over weights, and nothing else varied.
sentence = "share"

# %%
#| check
#| step: "2"
#| core: true
#| data: none
#| claims: [C1]
#| objective: interpret
#| choices: [probability, share, majority, strength]
#| hints:
#|   - What was drawn at random? Events, experts, or weights?
#| explanation: >
#|   A share of draws describes the space of possible values. It says nothing about how probable an
#|   event is, and nobody was asked.
check("9.4", sentence)

# %%
#| wrong: No event was drawn. The draws are weight sets, so it is not the chance of a threat.
sentence = "probability"

# %%
#| wrong: Nobody was asked. Random weight sets are not experts.
sentence = "majority"

# %%
#| wrong: The share counts first places. It does not measure how large a value is.
sentence = "strength"

# %% [markdown]
# ### 9.15 Another pair (2 points)
# *Claims C1, C2.* Someone believes that impact (criterion C) is what counts. Move its weight while the
# five others keep their proportions, so that the sum stays 1. From which weight of impact on does the
# **military** domain have a higher additive value than the **economic** domain? Put it into
# `impact_weight`. Tolerance: 0.005.

# %%
#| stub
impact_weight = ...

# %%
#| solution: Take the gap on the five others, with weights that add up to 1. The gap on C must close it.
difference = table.loc["M"] - table.loc["E"]
rest = weights.drop("C") / weights.drop("C").sum()
others = (rest * difference.drop("C")).sum()
impact_weight = others / (others - difference["C"])

# %%
#| check
#| step: "3"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C1, C2]
#| objective: compute
#| hints:
#|   - Take C out and make the five other weights add up to 1. What is the gap on them alone?
#|   - The gap is w times the difference on C plus (1 - w) times the gap on the others. Set it to 0.
#| explanation: >
#|   So much weight on one of six criteria is a strong belief, and it can be named. Technology still
#|   stays ahead of both, because it is at least as high as the military domain everywhere.
check("9.15", impact_weight)

# %%
#| wrong: You kept the gap on all six criteria. Take out the part of the criterion that moves.
difference = table.loc["M"] - table.loc["E"]
gap = (weights * difference).sum()
impact_weight = gap / (gap - difference["C"])

# %%
#| wrong: The weights of the five others must be made to add up to 1 before you add.
difference = table.loc["M"] - table.loc["E"]
others = (weights * difference).drop("C").sum()
impact_weight = others / (others - difference["C"])

# %%
#| wrong: This is what is left for the five others. The question asks for the weight of impact.
difference = table.loc["M"] - table.loc["E"]
rest = weights.drop("C") / weights.drop("C").sum()
others = (rest * difference.drop("C")).sum()
impact_weight = 1 - others / (others - difference["C"])

# %% [markdown]
# ### 9.6 How loose is a loose belief? (2 points)
# *Claim C1.* A Dirichlet belief around `weights` with concentration `c` gives each weight `w` the
# variance `w * (1 - w) / (c + 1)`. Put the **standard deviations** for a concentration of 10 into
# `spread`, a series with the criteria as labels. Tolerance: 0.002.

# %%
#| stub
spread = ...

# %%
#| solution: The standard deviation is the root of the variance.
spread = (weights * (1 - weights) / (10 + 1)) ** 0.5

# %%
#| check
#| step: "4"
#| tolerance: 0.002
#| data: tables
#| claims: [C1]
#| objective: compute
#| hints:
#|   - Put 10 for c into the formula, then take the root.
#|   - The root of x is x ** 0.5.
#| explanation: >
#|   A concentration of 10 is a loose belief. Compare each deviation with its weight; some weights
#|   could easily be half as large again. Four times the concentration about halves the deviation.
check("9.6", spread)

# %%
#| wrong: This is the variance. The standard deviation is its root.
spread = weights * (1 - weights) / (10 + 1)

# %%
#| wrong: You divided by the concentration. The formula has the concentration plus 1.
spread = (weights * (1 - weights) / 10) ** 0.5

# %%
#| wrong: You left out (1 - w). A weight near 1 can hardly vary.
spread = (weights / (10 + 1)) ** 0.5

# %% [markdown]
# ### 9.7 Two means of one range (2 points)
# *Claim C1.* A triangular belief has the mean `(a + m + b) / 3`, a PERT belief the mean
# `(a + 4m + b) / 6`, with lowest `a`, most likely `m` and highest `b`. Write a function
# `pull(a, m, b)` that returns how far each mean lies above the most likely value, as the list
# `[triangular, PERT]`. Both formulas take `a` and `b` for hard ends: nothing lies beyond them. (The
# ranges of this course are looser; there one draw in ten lies beyond each end.) The check tries five
# ranges. Tolerance: 0.01.

# %%
ranges = [tuple(sorted(case)) for case in fresh("9.7", low=0, high=100, size=3)]
ranges[0]


# %%
#| stub
def pull(a, m, b):
    return ...


# %%
#| solution: Subtract the most likely value from each mean.
def pull(a, m, b):
    return [(a + m + b) / 3 - m, (a + 4 * m + b) / 6 - m]


# %%
#| check
#| step: "4"
#| tolerance: 0.01
#| data: inputs
#| claims: [C1]
#| objective: simulate
#| hints:
#|   - A mean below the most likely value gives a negative number.
#|   - Each entry of the list is a mean minus m.
#| explanation: >
#|   The long side of a range pulls the mean. PERT trusts the most likely value more, so the pull is
#|   exactly half as strong. A single "best guess" hides that the range is lopsided.
check("9.7", pull, on=ranges)


# %%
#| wrong: These are the means. Subtract the most likely value from each.
def pull(a, m, b):
    return [(a + m + b) / 3, (a + 4 * m + b) / 6]


# %%
#| wrong: You measured from the middle of the range. Measure from the most likely value.
def pull(a, m, b):
    return [(a + m + b) / 3 - (a + b) / 2, (a + 4 * m + b) / 6 - (a + b) / 2]


# %%
#| wrong: You took the signs away. A mean below the most likely value lies at a negative distance.
def pull(a, m, b):
    return [abs((a + m + b) / 3 - m), abs((a + 4 * m + b) / 6 - m)]


# %%
#| wrong: You changed the order. The triangular mean comes first, then PERT.
def pull(a, m, b):
    return [(a + 4 * m + b) / 6 - m, (a + m + b) / 3 - m]


# %% [markdown]
# ### 9.8 A tornado (2 points)
# *Claims C1, C2.* Each score of domain T moves from its lowest to its highest value while all others
# stay. By how many points does the additive value of T move? Put the six numbers into `swing`, a
# series with the criteria as labels. Tolerance: 0.05.

# %%
#| stub
swing = ...

# %%
#| solution: A score moves the value by its weight times its own range.
swing = weights * (high.loc["T"] - low.loc["T"])

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.05
#| unit: points
#| data: tables
#| claims: [C1, C2]
#| objective: separate
#| hints:
#|   - One score moves, so five of the six terms of the sum do not change.
#|   - The range of the scores of T is high.loc["T"] - low.loc["T"].
#| explanation: >
#|   A wide range matters only if the weight is large, and a large weight only if the range is wide.
#|   The longest bar says which fact is worth looking up first.
check("9.8", swing)

# %%
#| wrong: These are the ranges of the scores. Multiply by the weights to get points of value.
swing = high.loc["T"] - low.loc["T"]

# %%
#| wrong: You moved from the most likely to the highest score. Begin at the lowest.
swing = weights * (high.loc["T"] - table.loc["T"])

# %%
#| wrong: This is half of the range. The score moves all the way from its lowest to its highest value.
swing = weights * (high.loc["T"] - low.loc["T"]) / 2

# %%
#| wrong: This is domain E. The question asks for domain T.
swing = weights * (high.loc["E"] - low.loc["E"])

# %% [markdown]
# ### 9.17 If the scores err together (3 points)
# *Claims C1, C2.* The lesson drew each score by itself. Suppose instead that whoever scores a domain too
# high does so on **every** criterion. `scores_T` and `scores_E` hold 20,000 score sets of the two domains
# drawn in this way, one per row. Hold the weights still at `weights`. In what share of the draws has T a
# higher additive value than E? Put it into `t_above_e`. Tolerance: 0.01.

# %%
from alignment.methods import ranges

generator = np.random.default_rng(917)
scores_T, scores_E = (
    ranges.drawn_scores(
        low.loc[d],
        table.loc[d],
        high.loc[d],
        ranges.deviates(np.repeat(generator.random((20_000, 1)), 6, axis=1)),
    )
    for d in "TE"
)

# %%
#| stub
t_above_e = ...

# %%
#| solution: Value both in every draw with the same weights, and count.
t_above_e = (scores_T @ weights.to_numpy() > scores_E @ weights.to_numpy()).mean()

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.01
#| data: none
#| claims: [C1, C2]
#| objective: separate
#| hints:
#|   - scores_T @ weights.to_numpy() gives the value of T in every draw.
#|   - The mean of true and false is the share of true.
#| explanation: >
#|   Errors that go together do not cancel out, so the order is less sure than with scores drawn one
#|   by one. Whether they go together is an assumption; say which one you have made.
check("9.17", t_above_e)

# %%
#| wrong: You counted how often E is above T. The question asks for T above E.
t_above_e = (scores_T @ weights.to_numpy() < scores_E @ weights.to_numpy()).mean()

# %%
#| wrong: You gave every criterion the same weight. Use the weights of the course.
t_above_e = (scores_T.mean(axis=1) > scores_E.mean(axis=1)).mean()

# %%
#| wrong: You compared score by score. Add the weighted scores of a draw up to one value first.
t_above_e = (scores_T > scores_E).mean()

# %%
#| wrong: This is the mean gap in points. Count the draws in which the gap is above 0.
t_above_e = ((scores_T - scores_E) @ weights.to_numpy()).mean()

# %% [markdown]
# ### 9.10 Where the variance comes from (3 points)
# *Claim C1.* A triangular belief with hard ends has the variance `(a² + m² + b² - am - ab - mb) / 18`.
# (The double triangle of lesson 09, with one draw in ten beyond each end, has the same variance times a
# constant, so the shares you are asked for are the same.) With fixed
# weights and independent scores, criterion k explains the part `w_k² s_k²` of the variance of an
# additive value, where `s_k²` is the variance of its score. Compute for domain T the **share** of the
# variance that each criterion explains. Put it into `variance_share`, a series with the criteria as
# labels. Tolerance: 0.005.

# %%
#| stub
variance_share = ...

# %%
#| solution: Square the weights, multiply by the variances, divide by the sum.
a, m, b = low.loc["T"], table.loc["T"], high.loc["T"]
variance = (a**2 + m**2 + b**2 - a * m - a * b - m * b) / 18
part = weights**2 * variance
variance_share = part / part.sum()

# %%
#| check
#| step: "4"
#| tolerance: 0.005
#| data: tables
#| claims: [C1]
#| objective: separate
#| hints:
#|   - First compute the variance of each score of T from low, table and high.
#|   - A weight of 0.5 multiplies a variance by 0.25.
#|   - Divide the parts by their sum, so that the shares add up to 1.
#| explanation: >
#|   Because the weights are squared, one or two criteria usually carry most of the doubt. Such
#|   a share is called a Sobol index; for a model that only adds up it has this closed form.
check("9.10", variance_share)

# %%
#| wrong: You did not square the weights. A factor of a value is squared in its variance.
a, m, b = low.loc["T"], table.loc["T"], high.loc["T"]
variance = (a**2 + m**2 + b**2 - a * m - a * b - m * b) / 18
variance_share = weights * variance / (weights * variance).sum()

# %%
#| wrong: You left the weights out. A doubt on a criterion that hardly counts matters little.
a, m, b = low.loc["T"], table.loc["T"], high.loc["T"]
variance = (a**2 + m**2 + b**2 - a * m - a * b - m * b) / 18
variance_share = variance / variance.sum()

# %%
#| wrong: These are parts of the variance. Divide them by their sum to get shares.
a, m, b = low.loc["T"], table.loc["T"], high.loc["T"]
variance_share = weights**2 * (a**2 + m**2 + b**2 - a * m - a * b - m * b) / 18

# %% [markdown]
# ### 9.16 How much wider? (3 points)
# *Claim C1.* Somebody's ranges, meant to hold the right value eight times in ten, held it in a share
# `coverage` of all cases. If errors follow a normal curve, a range of `x` standard deviations on each
# side holds the share `2 * normal.cdf(x) - 1`. Write a function `widen(coverage)` that returns the
# **factor** by which the ranges should have been wider. The check tries five shares. Tolerance: 0.01.

# %%
from statistics import NormalDist

normal = NormalDist()
shares = fresh("9.16", low=0.2, high=0.9, size=1)
normal.inv_cdf(0.9)


# %%
#| stub
def widen(coverage):
    return ...


# %%
#| solution: The width that holds eight in ten, divided by the width that holds the coverage.
def widen(coverage):
    return normal.inv_cdf((1 + 0.8) / 2) / normal.inv_cdf((1 + coverage) / 2)


# %%
#| check
#| step: "4"
#| tolerance: 0.01
#| data: inputs
#| claims: [C1]
#| objective: separate
#| hints:
#|   - How many standard deviations on each side hold eight in ten? normal.inv_cdf(0.9) says it.
#|   - And how many hold the share coverage? Solve 2 * normal.cdf(x) - 1 = coverage for x.
#|   - The factor is the first divided by the second.
#| explanation: >
#|   Ranges that hold half of the right values must become nearly twice as wide, not only by the
#|   quotient of the shares. Try your own coverage on one of your score sheets in the lab.
check("9.16", widen, on=shares)


# %%
#| wrong: You divided the shares. Widths and shares are not in proportion under a normal curve.
def widen(coverage):
    return 0.8 / coverage


# %%
#| wrong: This is the difference of the shares. The question asks for a factor of the width.
def widen(coverage):
    return 0.8 - coverage


# %%
#| wrong: You divided the other way round. Ranges that held too little must become wider.
def widen(coverage):
    return normal.inv_cdf((1 + coverage) / 2) / normal.inv_cdf((1 + 0.8) / 2)


# %%
#| wrong: The range reaches to both sides. Half of what it misses lies below and half above.
def widen(coverage):
    return normal.inv_cdf(0.8) / normal.inv_cdf(coverage)


# %% [markdown]
# ### 9.18 "Three independent indicators" (3 points)
# *Claim C2.* A report says that three independent indicators show the alignment: `trade`, `arms` and
# `closeness`. Compute their effective number, first from the levels and then from the changes from year
# to year: the eigenvalues of the correlation table, their sum squared, divided by the sum of their
# squares. Put both into `effective`, as the list `[levels, changes]`. Tolerance: 0.01.

# %%
three = load("indicators_yearly").set_index("year")[["trade", "arms", "closeness"]]
three.head(3)

# %%
#| stub
effective = ...

# %%
#| solution: The same formula, once for the levels and once for the differences.
effective = []
for columns in (three, three.diff()):
    eigenvalues = np.linalg.eigvalsh(columns.corr())
    effective.append(eigenvalues.sum() ** 2 / (eigenvalues**2).sum())

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.01
#| data: tables
#| claims: [C2]
#| objective: detect
#| hints:
#|   - three.corr() gives the correlations, np.linalg.eigvalsh() the eigenvalues.
#|   - The square of the sum is eigenvalues.sum() ** 2. The sum of squares is (eigenvalues ** 2).sum().
#|   - three.diff() gives the changes.
#| explanation: >
#|   In levels the three share trends, and count for fewer than two. Their changes share less. A
#|   report that counts columns counts the trend several times.
check("9.18", effective)

# %%
#| wrong: You exchanged the two. The levels come first.
effective = []
for columns in (three.diff(), three):
    eigenvalues = np.linalg.eigvalsh(columns.corr())
    effective.append(eigenvalues.sum() ** 2 / (eigenvalues**2).sum())

# %%
#| wrong: This counts columns. Columns that move together do not count in full.
effective = [3, 3]

# %%
#| wrong: You used covariances, so the indicator with the largest numbers decides. Use correlations.
effective = []
for columns in (three, three.diff()):
    eigenvalues = np.linalg.eigvalsh(columns.cov())
    effective.append(eigenvalues.sum() ** 2 / (eigenvalues**2).sum())

# %%
#| wrong: You took changes in per cent. Subtract the year before and do not divide by it.
effective = []
for columns in (three, three.pct_change()):
    eigenvalues = np.linalg.eigvalsh(columns.corr())
    effective.append(eigenvalues.sum() ** 2 / (eigenvalues**2).sum())

# %% [markdown]
# ### 9.13 One more indicator (1 point)
# *Claim C2.* Someone adds joint patrols to the list. Patrols are a part of joint events, and the
# effective number falls. What does that mean? Set `meaning` to one of these words:
#
# - `"better"`: a smaller number means that the indicators agree, so the evidence is stronger;
# - `"twice"`: the new column counts again what another one counted already;
# - `"error"`: more columns can never lower the number, so it was computed wrongly.

# %%
#| stub
meaning = ...

# %%
#| solution: The common factor gets one more vote for the same fact.
meaning = "twice"

# %%
#| check
#| step: "5"
#| core: true
#| data: none
#| claims: [C2]
#| objective: detect
#| choices: [better, twice, error]
#| hints:
#|   - How much that is new does a count of patrols tell you, once you have the count of events?
#| explanation: >
#|   Agreement between two columns that count the same events is no second witness. Before you add
#|   an indicator, ask what it can see that the others cannot.
check("9.13", meaning)

# %%
#| wrong: Columns that count the same events must agree. That is not stronger evidence.
meaning = "better"

# %%
#| wrong: The number can fall. A repeated column makes the first eigenvalue larger.
meaning = "error"

# %% [markdown]
# ### 9.14 Values or facts? (1 point)
# *Claim C1.* Two people use the same scores with the same ranges. With her weights, T is first in nearly
# all draws; with his weights, E is. What would help them most? Set `remedy` to one of these words:
#
# - `"data"`: better data, so that the ranges of the scores become narrower;
# - `"draws"`: more draws, so that the shares become more exact;
# - `"values"`: a talk about what matters to each of them, and why.

# %%
#| stub
remedy = ...

# %%
#| solution: They differ in weights only, so no fact can settle it.
remedy = "values"

# %%
#| check
#| step: "The distribution lab"
#| core: true
#| data: none
#| claims: [C1]
#| objective: separate
#| choices: [data, draws, values]
#| hints:
#|   - What do the two have in common, and in what do they differ?
#| explanation: >
#|   Disagreement about values is legitimate and does not go away with data. A memo should say which
#|   value judgement its ranking rests on.
check("9.14", remedy)

# %%
#| wrong: They already agree on the scores. Better data would move both of them alike.
remedy = "data"

# %%
#| wrong: The shares are exact enough. The two differ because their weights differ.
remedy = "draws"

# %% [markdown]
# ## What you can now say
# Finish two sentences for yourself: "The ranking survives …" and "It depends on …".
