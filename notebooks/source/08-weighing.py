# %% [markdown]
# # Lesson 8. Weighing: which domain matters most, and for whom?
#
# **Question of the day.** If you had to say in which domain the China–Russia alignment weighs most
# on US interests, what would you say, and which belief would make you say something else?
#
# The reading calls the implications "significant" (claim C1) and names several domains at once (claim
# C2). "Significant" has no unit. A weighing makes visible what somebody must believe to call one
# domain more significant than another. It does not tell you what to believe.

# %%
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.methods import aggregation, elicitation
from alignment.tables import cite, load

names = load("domains").set_index("domain")["name"]
criteria = load("criteria").set_index("criterion")

# %% [markdown]
# We begin with a reference set of scores: five domains, six criteria, 0 to 100. **It is
# illustrative**: chosen to show the methods, not found in data. Your own sheets replace it later.

# %%
scores = load("judgements").query("sheet == 'reference'")
fig = go.Figure().update_layout(title="Two domains on six criteria, with ranges (illustrative)")
fig = fig.update_xaxes(title="Criterion").update_yaxes(title="Score (points, 0 to 100)")
fig = fig.update_layout(scattermode="group", scattergap=0.7)  # side by side, none hidden
for domain in ["T", "E"]:
    one = scores[scores["domain"] == domain]
    bars = {"array": one["high"] - one["mode"], "arrayminus": one["mode"] - one["low"]}
    style = {"mode": "markers", "marker_size": 10, "error_y": bars, "name": names[domain]}
    fig.add_scatter(x=one["criterion"].map(criteria["name"]), y=one["mode"], **style)
caveat = "These scores are examples; nobody measured them."
present(fig, finding="Neither is higher throughout.", caveat=caveat, sources=["judgements"])

# %% [markdown]
# ## What you will be able to do
#
# - **Elicit** weights in three ways and say what each question really asks.
# - **Compute** additive and geometric values by hand, and see what each lets you trade off.
# - **Detect** inconsistency and double counting in a judgement.
# - **Defend** a set of weights in front of someone who disagrees, and take another's perspective.
#
# **Minutes:** 90 with the exercises, 60 without. **You need:** lesson 00; the domain lessons help.
# **Claims of the reading tested here:** C1 (significant implications) and C2 (across domains); both
# are evaluations, so no table can settle them.
#
# **How old are these numbers?** The scores and weights here are illustrative and have no date. The
# sheets you fill in are as old as the lesson you fill them in after.
#
# ## Data card
#
# Each score answers one question: *because of the cooperation*, how bad is it on this criterion? Not
# how strong China is, and not how many warheads Russia has. If both countries existed with the same
# aims but did not cooperate, what would be different? The anchors below fix what the points mean.

# %%
criteria[["name", "anchor_0", "anchor_50", "anchor_100"]]

# %% [markdown]
# The scores come with a label and a citation like every other table.

# %%
print(cite("judgements"))

# %% [markdown]
# ## Step 1. Scores in one table
#
# Domains are the rows, criteria the columns; each cell is the most likely score. A datum may count
# in one domain only: goods on the high-priority list belong to technology, not to economy as well.

# %%
order = ["M", "E", "D", "T", "F"]
table = scores.pivot(index="domain", columns="criterion", values="mode").loc[order]
table

# %% [markdown]
# ## Step 2. What is a full swing worth? Weights
#
# A weight does not say how "important" a criterion sounds. It says how much a **full swing** on it,
# from the lowest to the highest anchor, matters to you. Imagine all criteria at their lowest. Which
# one would you move to the top first? Give it the most points, and the others points relative to it.

# %%
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
weights = points / points.sum()
weights.round(3)

# %% [markdown]
# Read two weights as a sentence: a full swing in criterion E (irreversibility) is worth as much as
# this part of a full swing in C (impact).

# %%
print(f"{weights['E'] / weights['C']:.0%} of a full swing in impact")

# %% [markdown]
# **Quick check.** You change the anchors so that criterion B can only move over half of its old
# range. What happens to its weight?
#
# <details><summary>Show the answer</summary>
# Its points must be halved before the weights are computed again: the swing is now worth half as
# much. Somebody who asks only "how important is commitment?" misses this, because the answer to
# that question does not change with the range.
# </details>
#
# A second way asks for the order only. The **rank-order centroid** turns an order into the average
# of all weight sets that have this order.

# %%
ranking = points.rank(ascending=False).astype(int)
n = len(ranking)
centroid = ranking.map(lambda r: sum(1 / j for j in range(r, n + 1)) / n)
centroid.round(3)

# %% [markdown]
# A third way compares pairs: how many times as much is one swing worth as the other, on a scale from
# 1 to 9 (the analytic hierarchy process, AHP)? Here we round the ratios of the points to whole
# numbers, as a person would answer.

# %%
ratio = np.maximum(1, np.round(points.to_numpy()[:, None] / points.to_numpy()[None, :]))
comparisons = pd.DataFrame(ratio / ratio.T, index=points.index, columns=points.index)
comparisons.round(2)

# %% [markdown]
# The weights are the main eigenvector of this matrix. The consistency ratio says how far the answers
# contradict each other; a common rule asks for less than one tenth. Low does not mean true: a person
# can be perfectly consistent and wrong.

# %%
pairwise = elicitation.ahp(comparisons)
ratio = elicitation.consistency_ratio(comparisons, random_index="saaty1980")
print(f"AHP weights {pairwise.round(3)}, consistency ratio {ratio:.3f}")

# %% [markdown]
# Try it with three criteria and your own answers. If they run in a circle, the panel says which three
# answers clash; it repairs nothing. `pairs.set("C", "A", 2)` does the same from a cell.

# %%
from alignment.widgets import PairwisePanel

pairs = PairwisePanel("ACE")
pairs

# %% [markdown]
# Three answers of the same person, side by side.

# %%
ways = pd.DataFrame({"swing": weights, "rank-order centroid": centroid, "AHP": pairwise})
fig = go.Figure().update_layout(title="One person, three questions, three sets of weights")
fig = fig.update_xaxes(title="Criterion").update_yaxes(title="Weight (share of 1)")
fig = fig.update_layout(scattermode="group", scattergap=0.7)
for way in ways:
    fig.add_scatter(
        x=criteria["name"][ways.index], y=ways[way], name=way, mode="markers", marker_size=11
    )

# %% [markdown]
# Do they agree on the order? A **rank correlation** of 1 means that two ways give the same order.

# %%
ways.rank().corr().round(2)

# %% [markdown]
# And do they agree on how steep it is?

# %%
largest = ways.max().round(2)
present(
    fig,
    finding=f"All three put C first; its weight is {largest.min():.2f} to {largest.max():.2f}.",
    caveat="Agreement in order is no proof that the person meant it: ask again tomorrow.",
    table=ways.round(3),
    sources=["swing_points"],
)

# %% [markdown]
# ## Step 3. Values: adding up
#
# The additive value of a domain is the sum of weight times score. High scores can pay for low ones.

# %%
additive = (table * weights).sum(axis=1)
additive.round(1)

# %% [markdown]
# The geometric value multiplies instead: a low score on one criterion pulls the whole value down.
# It fits the thought "capability **and** commitment are both needed".

# %%
geometric = np.exp((np.log(table) * weights).sum(axis=1))
geometric.round(1)

# %% [markdown]
# Between adding and taking the minimum lies a whole family, the power means. We let the exponent run
# from 1 (additive) over 0 (geometric) to strongly negative (the worst criterion decides).

# %%
exponents = [1, 0.5, 0, -1, -2, -4, -8]
along = pd.DataFrame({p: aggregation.power_mean(table, weights, p) for p in exponents})
along.round(0)

# %% [markdown]
# How much may one criterion make up for another? Read the figure from left to right.

# %%
fig = go.Figure().update_layout(title="Does the ranking survive when nothing may be made up for?")
fig = fig.update_xaxes(title="Exponent (right: additive, left: the lowest score decides)")
fig = fig.update_yaxes(title="Value (points, 0 to 100)", rangemode="tozero")
for domain in order:
    fig.add_scatter(x=exponents, y=along.loc[domain], name=names[domain], mode="lines+markers")

# %% [markdown]
# Who is first at each exponent?

# %%
leaders = along.idxmax().map(names).unique()
present(
    fig,
    finding=f"First along the whole line: {' and '.join(leaders)}.",
    caveat="All lines rest on the same illustrative scores.",
    table=along.round(1).reset_index(),
    sources=["judgements", "swing_points", "domains"],
)

# %% [markdown]
# **Quick check.** One domain is very high on one criterion and very low on another. A second domain is
# even throughout. Added up they are equal. Which is higher when you multiply?
#
# <details><summary>Show the answer</summary>
# The even one. When you multiply, the low score of the uneven one cannot be bought back.
# </details>

# %% [markdown]
# ## Step 4. The weighing board
#
# Now it is your turn. Move the swing sliders with the mouse or, after Tab, with the arrow keys. The
# ranking, its ranges and the rank acceptability follow: the share of many random draws, from your
# ranges (one in ten beyond each end), in which a domain takes each place. The board uses your own
# score sheets where you have filled them in, and the reference set, labelled illustrative, elsewhere.
# Under *Start from* lie three more sheets: two opposite readings, and the US–Japan alliance as a
# placebo. Then choose a domain you believe in and press its name under *Put it first: what must
# change?*

# %%
from alignment import records
from alignment.widgets import WeighingBoard

board = WeighingBoard(sheets=records.load_sheets())
board

# %% [markdown]
# The board can also be moved from a cell: `board.set(points={"D": 100})` moves one slider, and
# `board.values`, `board.ranking` and `board.rank_acceptability` hold what it shows;
# `board.put_first("E")` lists what must change. And this is all that happens inside, in plain
# arithmetic: change a number and run the cell again.

# %%
mine = points.copy()
mine["D"] = 100  # a full swing in immediacy now counts as much as one in impact
values = (table * (mine / mine.sum())).sum(axis=1)
values.sort_values(ascending=False).round(0)

# %% [markdown]
# What the board's draws do, in Python. First **your weights, scores vary**: the reference points stay,
# every score is drawn from its range. Half of the draws lie above the most likely score and half below,
# one in ten below the lowest and one in ten above the highest.

# %%
from alignment.methods import ranges

rng = np.random.default_rng(8)
ends = [
    scores.pivot(index="domain", columns="criterion", values=v) for v in ("low", "mode", "high")
]
distances = ranges.deviates(rng.random((10_000, 5, 6)))
drawn = ranges.drawn_scores(*[end.loc[order].to_numpy() for end in ends], distances)
leader = pd.Series((drawn @ weights.to_numpy()).argmax(axis=1)).map(dict(enumerate(order)))
leader.value_counts(normalize=True).round(2)

# %% [markdown]
# Then **any weights, scores fixed**: weights drawn without any preference, scores at the most likely.

# %%
draws = pd.DataFrame(rng.dirichlet(np.ones(len(weights)), size=10_000), columns=table.columns)
first = (draws @ table.T).idxmax(axis=1)
first.value_counts(normalize=True).round(2)

# %% [markdown]
# Two counts of first places, two questions. At the reference weights technology is first more often;
# over all weights economy is. The first count is about ignorance of scores at stated weights, the
# second about weights alone; the weights make the difference. Neither is the probability that a
# threat "is real".
#
# **With which weights** does a domain come first? The mean of the weights in the draws in which it
# came first is its **central weight**. By itself it says little; compare it with the neutral weight,
# one sixth.

# %%
central = draws.groupby(first).mean()
(central - 1 / 6).loc[["E", "T"]].round(2)

# %% [markdown]
# Economy-led draws are marked by *low* irreversibility more than by high immediacy. Turn the question
# round: among the draws in which one criterion has the largest weight, who leads how often?

# %%
pd.crosstab(draws.idxmax(axis=1), first, normalize="index").round(2)

# %% [markdown]
# Where immediacy (D) has the largest weight, economy is first in about 95 of 100 weight sets. Where
# irreversibility (E) has it, technology is first in 99. Military, diplomacy and finance are missing
# from the table. Is that chance? Look for a domain that is **dominated**: another one scores at least
# as high on every criterion.

# %%
for domain in order:
    never_lower = [d for d in order if d != domain and (table.loc[d] >= table.loc[domain]).all()]
    print(names[domain], "<=", [names[d] for d in never_lower])

# %% [markdown]
# No weights put a dominated domain ahead; only other scores could. Whoever believes in one of them has
# to argue about scores. (A domain can also be beaten by two others together; the board tests that too.)
#
# And between the first two? In the order of the reference swings, technology is never below economy,
# whatever the numbers. The board also prints by how much every swing may be off before first place
# changes: the lead in points, divided by the sum of all differences, counted without their signs.

# %%
lead = points * (table.loc["T"] - table.loc["E"])
print(f"{lead.sum() / lead.abs().sum():.0%}")

# %% [markdown]
# Try it on the board: drag one slider until first place changes, and say aloud with which weights you
# now agree.
#
# **Quick check.** Someone says: "There is a fifty per cent chance that the economy is the biggest
# threat." What is wrong?
#
# <details><summary>Show the answer</summary>
# These draws run over weights, not over states of the world. Correct is: "in about half of all weight
# sets the economic domain ranks first." That is about values, not about events.
# </details>

# %% [markdown]
# ## A placebo: does the board see a threat everywhere?
#
# A good instrument also says when there is nothing to see. The board holds a sheet for a **placebo**:
# the alliance of the United States and Japan, seen from Washington, with the same six questions. It is
# an alliance with a treaty, and its impact on US interests is scored near zero. Choose it under
# *Start from*, or do it in a cell. These scores are illustrative too.

# %%
placebo = WeighingBoard(preset="us-japan")
both = pd.DataFrame({"alignment": WeighingBoard().values, "placebo": placebo.values})
both.rename(names).round(0)

# %% [markdown]
# A close alliance that harms nobody here gets values like these, because capability, commitment and
# immediacy can make up for an impact of nearly zero. Now nothing may be made up for: the lowest
# score counts.

# %%
placebo.set(dial=100)
strict = pd.DataFrame({"alignment": WeighingBoard(dial=100).values, "placebo": placebo.values})
strict.rename(names).round(0)

# %% [markdown]
# **Quick check.** Somebody shows you a high additive value and calls it a threat. What do you ask?
#
# <details><summary>Show the answer</summary>
# What the same instrument says about a case that is no threat. Values that are high for every close
# partnership measure closeness. Ask also whether impact may be made up for at all.
# </details>
#
# ## Step 5. A second model: probability times impact
#
# Some people think of a threat as an event that may happen, with a probability and an impact. This
# needs a dated event per domain. Again the numbers are illustrative.

# %%
risks = load("risk_judgements").set_index("domain").loc[order]
risks[["event", "p_mode", "impact_mode"]]

# %% [markdown]
# The expected impact multiplies the two, because an impossible harm is no risk.

# %%
expected = risks["p_mode"] * risks["impact_mode"]
expected.round(1)

# %% [markdown]
# We keep the pair and draw the ranges of both. The dotted curve joins all points with the same
# product as the highest one.

# %%
fig = go.Figure().update_layout(title="Two uncertain numbers per domain, not one colour")
fig = fig.update_xaxes(title="Probability of the stated event (share of 1)", range=[0, 1])
fig = fig.update_yaxes(title="Impact if it happens (points, 0 to 100)", range=[0, 105])
for domain, one in risks.iterrows():
    x, y = [one["p_mode"]], [one["impact_mode"]]
    wide = {"array": [one["p_high"] - x[0]], "arrayminus": [x[0] - one["p_low"]]}
    tall = {"array": [one["impact_high"] - y[0]], "arrayminus": [y[0] - one["impact_low"]]}
    label = {"mode": "markers+text", "text": [domain], "textposition": "top right"}
    fig.add_scatter(x=x, y=y, name=names[domain], error_x=wide, error_y=tall, **label)
curve = np.linspace(expected.max() / 100, 1)
style = {"mode": "lines", "line": {"dash": "dot", "color": theme.GREY}}
fig = fig.add_scatter(x=curve, y=expected.max() / curve, name="same product", **style)

# %% [markdown]
# Compare this order with the one of the value model.

# %%
present(
    fig,
    finding="Order by probability times impact: "
    + ", ".join(expected.sort_values(ascending=False).index)
    + "; order by additive value: "
    + ", ".join(additive.sort_values(ascending=False).index)
    + ".",
    caveat="A domain moves because of the event that was chosen for it, not because of the domain.",
    table=risks[["event", "p_mode", "impact_mode"]].reset_index(),
    sources=["risk_judgements", "judgements"],
)

# %% [markdown]
# ## The other side of the table
#
# The board can be turned round: from Beijing the same criteria can be applied to the alliances of the
# United States. Official statements are evidence of a position, not of a fact.
#
# - **Beijing.** Officials call the relation neither an alliance nor directed at anyone
#   ([Xinhua, February 2025](http://en.people.cn/n3/2025/0215/c90000-20277148.html)).
# - **Moscow and Vladivostok.** Artyom Lukin describes an entente that rests on geopolitics: close, but
#   without the duty to fight ([International Politics, 2021](https://doi.org/10.1057/s41311-020-00251-7)).
# - **Delhi.** Nandan Unnikrishnan asks whether Russia is becoming the junior partner, because that is
#   what would matter for India
#   ([The Straits Times, April 2023](https://www.straitstimes.com/asia/south-asia/tighter-ties-between-china-and-russia-worry-india)).
# - **A critic in the United States.** John Mueller argues that threats have been exaggerated for
#   decades ([Cato Institute](https://www.cato.org/study/assessing-international-threats-during-after-cold-war)).
#
# **Turn the frame round.** Fill the board once as an adviser in Beijing who judges "the threat from
# the US alliance system to China's interests", with the same criteria. Which scores change, and
# which weights? Would you accept the result as a finding about the United States?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported, for these scores.** Economy and technology lead under every method tried here,
#   at the most likely scores. With the reference order of swings technology is never below economy.
# - **Mixed.** Which of the two is first depends on how much immediacy and irreversibility count, and
#   on scores that nobody knows exactly.
# - **Not settled here.** Whether the scores are right. They are illustrative until you replace them
#   with your own sheets and notes.
#
# Confidence: high for the arithmetic; none is claimed for the scores.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 08; its link stands at the end of this page. Next comes lesson 9, on how sure one
# can be.
# Compare your weights with a neighbour's: which difference is about values, and which about facts?
#
# **Discuss.** Whose interests are the weights? Should "leadership" be an interest at all? Is there a
# value at which you would change policy?
#
# **Read.** UK government, *Multi-criteria analysis: a manual* (2009); Keeney and Raiffa, *Decisions with
# Multiple Objectives* (1976); Belton and Gear on rank reversal (1983); Bana e Costa and Vansnick on
# the limits of the consistency ratio (2008); Cox on coloured risk matrices (2008).
