# %% [markdown]
# # Lesson 9. How sure can we be of a ranking?
#
# **Question of the day.** Two careful people rank the domains differently. Do they want different
# things, or do they know different things?
#
# The reading says that the alignment has "significant implications" for US interests (claim C1), in
# several domains at once (claim C2). Lesson 8 turned such a sentence into a ranking. A ranking looks
# exact. In this lesson you find out how much of it is left when weights and scores change.
#
# You need one idea of lesson 8. Each domain has a score from 0 to 100 on each of six criteria, and each
# criterion has a weight. Scores times weights, added up, are the domain's **value**. The **reference**
# scores and weights here are illustrative: examples, not findings.

# %%
import numpy as np
import pandas as pd
import plotly.express as px

from alignment.charts import DIVERGING, DOMAINS, present
from alignment.methods import ranges
from alignment.records import load_sheets
from alignment.tables import load
from alignment.widgets import DistributionLab, predict, reveal, seen

scores = load("judgements").query("sheet == 'reference'")
wide = scores.pivot(index="domain", columns="criterion").loc[["M", "E", "D", "T", "F"]]
# three tables: a row is a domain, a column a criterion
low, table, high = wide["low"], wide["mode"], wide["high"]
criteria = load("criteria").set_index("criterion")["name"]
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
weights = points / points.sum()

# %% [markdown]
# **First look.** Nobody tells us which criterion matters more. Picture ten thousand people, each with a
# **weight set**: six weights that add up to 1 (`dirichlet` draws them). For each set `draws @ table.T`
# computes the value of each domain. In each set we rank the five domains; then we count the places.

# %%
rng = np.random.default_rng(9)
draws = pd.DataFrame(rng.dirichlet(np.ones(6), size=10_000), columns=table.columns)
places = (draws @ table.T).rank(axis=1, ascending=False)  # in each row: 1 is the highest value
# for each domain: in which share of the sets it has place 1, 2 and so on
shares = places.apply(pd.Series.value_counts, normalize=True).fillna(0).T

# %% tags=["picture"]
names = load("domains").set_index("domain")["name"]
bars = (
    shares.rename(index=names).rename_axis("domain").reset_index().melt("domain", var_name="place")
)
bars["place"] = "place " + bars["place"].astype(int).astype(str)
labels = {"value": "Share of weight sets (per cent)", "domain": "Domain", "place": "Place"}
blues = px.colors.sequential.Blues[::-2]
look = {"color": "place", "color_discrete_sequence": blues, "text_auto": ".0%", "labels": labels}
fig = px.bar(bars, x="value", y="domain", orientation="h", **look)
fig.update_traces(marker_line_width=1, textposition="inside")
fig.update_layout(uniformtext={"minsize": 11, "mode": "hide"})  # no number where it does not fit
fig.update_xaxes(tickformat=".0%").update_yaxes(autorange="reversed")
present(
    fig,
    finding="Technology and economy take the first two places in nearly all weight sets; which is first stays open.",
    caveat="A share of weight sets is not the probability that a threat is real, or that it is the largest.",
    table=shares.round(2),
    sources=["judgements"],
)

# %% [markdown]
# ## What you will be able to do
#
# - **Simulate** what follows when weights or scores are uncertain, and say how exact the count is.
# - **Interpret** a share of random draws without taking it for the chance of an event.
# - **Compute** how far one weight must move before another domain comes first.
# - **Separate** disagreement about values from lack of knowledge about facts.
# - **Detect** indicators that count the same thing several times.
#
# **You need:** from lesson 8 only what stands at the top here (its second model, probability times impact, comes
# up once, at the end). Your own sheets help. **Claims
# of the reading tested here:** C1 (significant implications) and C2 (several domains). No table can
# settle C1: it is an evaluation. We test how firmly such a judgement stands.
#
# **How old are these numbers?** Scores and weights are illustrative and have no date. The yearly
# indicators of step 5 end in 2024.
#
# ## Data card
#
# Each score has a lowest, a most likely and a highest value. This range says what its author does not
# know. The range is a judgement too; most people make it too narrow. Three rules help:
#
# - *Most likely:* your best single score; the right one is as likely above it as below it.
# - *Lowest:* so low that you see only one chance in ten that the right score lies below it.
# - *Highest:* so high that you see only one chance in ten that the right score lies above it.
#
# ## Step 1. How exact is the count?
#
# Economy came first in about half of the weight sets. Other random sets would give a slightly different share;
# only endlessly many would give the true one. The **standard error** says how far off a share of `n` sets
# usually is: the square root of `share * (1 - share) / n`. In nineteen of twenty simulations the share
# lies within two standard errors of the true one (the cell has the exact factor).

# %% tags=["predict"]
predict("p9-1")

# %% tags=["result"]
share = shares.loc["E", 1]
for n in [100, 400, 1600, 6400]:  # change this: other numbers of draws
    print(f"{n:5d} draws: {share:.2f} ± {1.96 * np.sqrt(share * (1 - share) / n):.3f}")
reveal("p9-1")

# %% [markdown]
# This is only the error of counting: with enough draws it becomes as small as you like. It does not say
# whether the scores are right.
#
# **Quick check.** With another seed (the 9 in `default_rng(9)`) you get a share that differs in the
# third digit. Was one of the two runs wrong?
#
# <details><summary>Show the answer</summary>
# No. Both estimate the same share, with an error you can compute. Print the seed and as many digits
# as the error allows. With ten thousand draws the second digit may be off by one; the third says little.
# </details>
#
# ## Step 2. Which weights lead where?
#
# Take the weight sets in which economy came first. Average the weight of each criterion over them:
# these are economy's **central weights**. If all six criteria counted alike, each weight would be one
# sixth. The table shows how far each central weight lies above or below that. Column E is economy, T
# technology. (`idxmax` names the domain with the highest value.)

# %%
first = (draws @ table.T).idxmax(axis=1)
central = draws.groupby(first).mean()  # a mean for each domain that is first
(central - 1 / 6).rename(columns=criteria).T.round(2) + 0  # + 0 turns -0.00 into 0.00

# %% [markdown]
# For economy the weight of irreversibility is *low*, that of immediacy high. For technology it is the
# other way round.
#
# These are means; perhaps nobody holds them. So in the next figure every mark is one
# weight set. Its place shows the weights of immediacy (across) and irreversibility (up), the two that decide
# most. What is left of 1 goes to the other four, in the proportions of the reference weights.

# %% tags=["picture"]
steps = [(d / 20, e / 20) for d in range(21) for e in range(21 - d)]
grid = pd.DataFrame(steps, columns=["D", "E"])
rest = weights.drop(["D", "E"]) / weights.drop(["D", "E"]).sum()
full = pd.DataFrame(np.outer(1 - grid["D"] - grid["E"], rest), columns=rest.index).join(grid)
grid["first"] = (full[table.columns] @ table.T).round(6).idxmax(axis=1).map(names)
grid.loc[len(grid)] = [weights["D"], weights["E"], "reference weights"]
labels = {"D": "Weight of immediacy (share of 1)", "E": "Weight of irreversibility (share of 1)"}
look = {"color": "first", "symbol": "first", "color_discrete_map": DOMAINS, "labels": labels}
fig = px.scatter(grid, x="D", y="E", height=520, **look)
fig.update_traces(marker_size=9).update_traces(
    marker={"size": 22, "color": "white", "line_width": 3}, selector={"name": "reference weights"}
)
present(
    fig,
    finding="Technology is first where irreversibility weighs about as much as immediacy, or more.",
    caveat="Only two of six weights move freely, and all scores stay at their most likely values.",
    table=pd.crosstab(grid["E"].round(2).rename("marks at irreversibility"), grid["first"]),
    sources=["judgements", "swing_points"],
)

# %% [markdown]
# **Quick check.** A colleague says: "The reference weights lie in the area of technology, so technology
# is the larger threat." What would you answer?
#
# <details><summary>Show the answer</summary>
# The white mark says where *these* weights lie. The map says which beliefs lead to which answer. It turns
# a dispute about the result into a question about a belief: how much does it count that something
# cannot be undone?
# </details>
#
# ## Step 3. How far must one weight move?
#
# Until now all weights were allowed. From here on we start at the **reference weights**, the large
# white mark above, where technology leads economy. The **gap** is technology's value minus economy's.
# It is a sum over the criteria: weight times difference of the two scores. The cell takes out one criterion at a
# time: what is the gap if only this one counts, and what if only the other five do?

# %%
difference = table.loc["T"] - table.loc["E"]
gap = (difference * weights).sum()
# without one criterion; divided, so that the other five weights add up to 1 again
others = (gap - difference * weights) / (1 - weights)
# here D is the criterion immediacy, not a domain
print(f"gap {gap:.2f}; immediacy alone {difference['D']:.0f}, the other five {others['D']:.2f}")

# %% [markdown]
# If only immediacy counted, technology would be 20 points behind. If only the other five counted, in
# their old proportions, it would be 5.08 ahead. Now give immediacy the weight `w` and the five together
# the rest, `1 - w`. The gap is then `(1 - w) * 5.08 - w * 20`. At one `w` it is zero: this is the
# **crossing**, where first place changes. In each row, `difference` is the gap if only this criterion
# counted, `others` the gap if only the other five did, `now` the reference weight.

# %%
crossing = others / (others - difference)  # the w at which the gap is zero
parts = pd.DataFrame({"difference": difference, "others": others, "now": weights})
parts.assign(crossing=crossing).rename(criteria).round(2)

# %% [markdown]
# Immediacy has the weight 0.11 now and its crossing at 0.20: above 0.20 economy is first.
# Irreversibility has 0.16 now and its crossing at 0.08: below 0.08 economy is first. In the figure a
# dotted line joins `now` and `crossing`: where it is short, a small change of opinion changes first
# place.

# %% tags=["picture"]
order = (crossing - weights).abs().sort_values().index
near = [criteria[letter].lower() for letter in order[:2]]
stability = pd.DataFrame({"now": weights, "crossing": crossing})
ways = stability.loc[order].rename(index=criteria).rename_axis("criterion").reset_index()
labels = {"value": "Weight (share of 1)", "criterion": "Criterion", "variable": "Weight"}
long = ways.melt("criterion")
fig = px.line(long, x="value", y="criterion", line_group="criterion", labels=labels)
fig.update_traces(line_color="grey", line_dash="dot", showlegend=False)
look = {"color": "variable", "symbol": "variable", "labels": labels}
fig.add_traces(
    px.scatter(long, x="value", y="criterion", **look).update_traces(marker_size=12).data
)
present(
    fig,
    finding=f"Two weights need the smallest move to change first place: {near[0]} and {near[1]}.",
    caveat="One weight moves at a time; two small moves together can do what one cannot.",
    table=ways.round(3),
    sources=["judgements", "swing_points", "criteria"],
)

# %% [markdown]
# A crossing of 1 means: this weight alone cannot put economy first.
#
# ## Step 4. Not knowing the scores
#
# ### One score at a time
#
# Now the weights stay. Technology and economy have twelve scores. One at a time moves to its lowest and
# to its highest value; the other eleven stay. A higher score of economy makes the gap smaller. The
# picture of such moves, widest bar on top, is called a **tornado chart**.

# %% tags=["predict"]
predict("p9-2")

# %% tags=["result", "picture"]
seen("p9-2")
sign = pd.Series({"T": 1, "E": -1})  # a higher score of economy closes the gap
ends = pd.DataFrame()
for end, scores_there in {"at its lowest": low, "at its highest": high}.items():
    moves = (scores_there - table).loc[["T", "E"]] * weights
    ends[end] = gap + moves.mul(sign, axis=0).stack()
order = (ends["at its highest"] - ends["at its lowest"]).abs().sort_values(ascending=False).index
bars = ends.loc[order].reset_index()
domain = bars["domain"].map(names).str.split().str[0]
bars["score"] = domain + ": " + bars["criterion"].map(criteria)
long = bars.melt("score", list(ends), var_name="score is", value_name="gap")
long["move"] = long["gap"] - gap
labels = {"move": "Gap between technology and economy (points)", "score": "Score that moves"}
look = {"color": "score is", "orientation": "h", "labels": labels, "height": 620}
fig = px.bar(long, x="move", y="score", base=[gap] * len(long), **look)
fig.update_layout(barmode="overlay").add_vline(x=0, line_dash="dot")
fig.update_yaxes(autorange="reversed")
present(
    fig,
    finding="A bar that reaches zero belongs to a score that can change first place alone.",
    caveat="All bars start at the gap with no score moved. Each range leaves out one chance in ten at each end, and "
    "several scores together move the gap further.",
    table=bars[["score", "at its lowest", "at its highest"]].round(2),
    sources=["judgements", "swing_points"],
)

# %% tags=["result"]
# the lower of the two gaps of a score; below 0 economy is first
print((ends.min(axis=1) < 0).sum(), "of", len(ends), "scores, moved alone, put economy first")
reveal("p9-2")

# %% [markdown]
# ### All scores at once
#
# Now all scores move at once, and the weights stay. Each score is drawn at random, by its own three
# numbers:
#
# - half of the draws lie above the most likely score, half below;
# - one in ten lies below the lowest score, one in ten above the highest;
# - scores far from the most likely one are rarer; none lies below 0 or above 100 (so an end at 0 or 100 is a
#   limit).
#
# The shape is called a **double triangle**: two half-triangles back to back. `drawn` holds 10,000 tables
# of scores, each with five domains and six criteria.

# %%
# rng.random draws a number for each score; deviates gives it the shape of the double triangle
drawn = ranges.drawn_scores(low, table, high, ranges.deviates(rng.random((10_000, 5, 6))))
gaps = drawn[:, 3] - drawn[:, 1]  # technology (row 3, counted from 0) minus economy (row 1)
ahead = (gaps @ weights > 0).mean()  # the share of the tables in which the gap is above 0
print(f"scores drawn, weights fixed: technology ahead in {ahead:.2f} of the draws")

# %% [markdown]
# ### Weights at random, then both
#
# Now the other way round: the scores stay at their most likely values, and the weights are drawn around
# the reference weights. The **concentration** says how close: 6 is loose, 60 is firm. In each line the
# first share is with weights drawn, the second with weights and scores drawn.

# %%
for concentration in [6, 60, 300]:  # change this: other concentrations
    around = rng.dirichlet(concentration * weights, size=10_000)
    alone = (around @ difference > 0).mean()  # only weights drawn
    both = ((gaps * around).sum(axis=1) > 0).mean()  # one weight set for each table of scores
    print(f"concentration {concentration}: ahead in {alone:.2f} (weights drawn), {both:.2f} (both)")

# %% [markdown]
# A share near one half means much doubt about which of the two is ahead. With only the scores drawn,
# technology's share was 0.60. With only the weights drawn, near the reference, it was 0.67 or more:
# less doubt. So near the reference most of the doubt comes from the scores, and better facts would help
# most. Now let any weights count (first figure): economy had 53 and technology 47 per cent, the most doubt of
# all. There what people care about (weights) decides more than facts (scores).
#
# The draws treat each score as a judgement of its own. If you judged all scores of one domain too high,
# the errors add up: the doubt is larger than shown. If you judged all domains too high on one criterion,
# the errors cancel out in the gap: the doubt is smaller than shown.
#
# ## The distribution lab
#
# Here you can do all of this with switches. **Freeze the scores**, and only the doubt about values
# (weights) is left. **Freeze the weights**, and only the doubt about facts (scores) is left. The short
# orange line shows the error of the count; `c` is the concentration. The lab counts first places among
# all five domains, so with the reference scores its shares are a little lower than in the cells above.
# It takes your own scores where you gave some; then its shares can be very different.

# %%
DistributionLab(scores, points, sheets=load_sheets())  # without sheets: reference scores only

# %% [markdown]
# Choose another shape in the menu *Scores*. How much do the shares change? In each shape one draw in
# ten lies below the lowest score and one in ten above the highest. So the lowest and the highest score
# are not hard limits.
#
# **Quick check.** Two people use the same scores with the same ranges, but each freezes weights of
# their own. She finds technology first in most draws; he finds economy first. What should they talk
# about?
#
# <details><summary>Show the answer</summary>
# About values: their weights. They need no new data. If their weights were alike and their scores
# differed, they should compare evidence notes instead.
# </details>

# %% [markdown]
# ## Step 5. Four indicators, how many facts?
#
# Scores rest on indicators. Here are yearly figures: trade, joint military events, arms deliveries and
# closeness of positions in the United Nations. If all four say the same, they may be one witness heard
# four times. The cell computes the **correlation** of each pair. Picture each year as a point: one indicator
# across, the other up. The correlation is 1 if all points lie on a rising straight line, -1 on a falling one,
# and near 0 if they show no direction. The first table compares **levels**, the yearly figures themselves.

# %%
yearly = load("indicators_yearly").set_index("year")[["trade", "events", "arms", "closeness"]]
levels = yearly.corr()
levels.round(2)

# %% tags=["predict"]
predict("p9-3")

# %% tags=["result"]
changes = yearly.diff().corr()  # change this: diff(2), changes over two years
print(changes.round(2))
reveal("p9-3")

# %% tags=["result", "picture"]
fig = px.imshow(
    np.stack([levels, changes]),
    facet_col=0,
    facet_col_wrap=1,
    x=list(levels),
    y=list(levels),
    zmin=-1,
    zmax=1,
    color_continuous_scale=DIVERGING,
    text_auto=".2f",
    aspect="auto",
    height=560,
    labels={"x": "Indicator", "y": "Indicator", "color": "Correlation"},
)
for side in fig.layout.annotations:
    side.text = side.text.replace("facet_col=0", "levels").replace("facet_col=1", "yearly changes")
fig.update_coloraxes(showscale=False)
present(
    fig,
    finding="Levels move together or in opposite directions; yearly changes hardly do either.",
    caveat="Ten years are few: two series that both rise are correlated even if neither affects the other.",
    table=pd.concat({"levels": levels, "changes": changes}).round(2).reset_index(),
    sources=["indicators_yearly"],
)

# %% [markdown]
# How many indicators is such a table worth? The **effective number** says it: 1 if all four always move together
# (or exactly opposite), 4 if each moves on its own. (The cell computes it from the *eigenvalues* of the table: it
# squares their sum, and divides by the sum of their squares.)

# %%
for name, correlations in {"levels": levels, "yearly changes": changes}.items():
    size = np.linalg.eigvalsh(correlations)  # the eigenvalues
    print(f"{name}: worth {size.sum() ** 2 / (size**2).sum():.2f} of {len(levels)} indicators")

# %% [markdown]
# In levels the four are worth about two, in yearly changes more than three. Perhaps only trends make
# the levels correlate; ten years cannot show whether this is so.
#
# **Quick check.** You add joint patrols as a fifth indicator. Patrols are a part of joint events. Does
# the effective number rise by one?
#
# <details><summary>Show the answer</summary>
# No. It hardly rises, or it even falls: the new column repeats an old one, so what the two have in
# common weighs more. Add it to the columns and see; {question 9.13} asks what the fall means.
# </details>
#
# ## Words for it: likelihood and confidence
#
# A **likelihood** is about an event. **Confidence** is about the basis of your judgement. This course
# uses three levels of confidence: high, moderate, low. A ranking gets one from each column; the lowest
# counts.
#
# | confidence | sources | logic | does the order hold? |
# |---|---|---|---|
# | high | at least two independent ones | few untested assumptions | in at least 90 of 100 draws, and in both models of lesson 8 (weighted sum; probability times impact) |
# | moderate | credible, but indirect or partly interested | some key assumptions | in 60 to 90 of 100 draws |
# | low | single, anonymous or relayed | many assumptions | in fewer than 60 of 100 draws, or the two models give different orders |
#
# With all scores drawn, how often do economy and technology fill the first two places? They do when
# both are above the best of the other three. We count once with the reference weights, and once with the weight
# sets of the first figure, one for each table of scores.

# %%
# draws: the weight sets of the first figure, one for each table of scores. [:, None]: the same six
# weights for all five domains of a table; sum(axis=2): add up the six products of each domain
any_weights = (drawn * draws.to_numpy()[:, None]).sum(axis=2)
for name, values in {"reference": drawn @ weights.to_numpy(), "any": any_weights}.items():
    # the lower of economy (column 1) and technology (3); the highest of the other three
    weaker, best_other = values[:, [1, 3]].min(axis=1), values[:, [0, 2, 4]].max(axis=1)
    print(f"{name} weights: the pair leads in {(weaker > best_other).mean():.0%} of the draws")

# %% [markdown]
# The scores here are illustrative, so these counts say nothing about the world. Your own sheets and
# notes may.
#
# ## The other side of the table
#
# Others disagree about this relationship too, over values or over facts.
#
# - **Washington, a voice that sees a limited threat.** Christopher Chivvis and Jack Keating write that
#   China, Iran, North Korea and Russia each threaten American interests, but largely alone; their ties
#   run between two of them at a time. The threat could grow, they write, with a transfer of
#   nuclear technology, or joint action in a crisis
#   ([Carnegie Endowment, October 2024](https://carnegieendowment.org/research/2024/10/cooperation-between-china-iran-north-korea-and-russia-current-and-potential-future-threats-to-america?lang=en)).
# - **Beijing.** Feng Yujun of Peking University expects Russia to lose its war, and stresses how much
#   China and Russia differ
#   ([Espreso, April 2024](https://global.espreso.tv/world-news-beijing-doesnt-believe-in-russias-victory-over-ukraine)).
# - **Moscow.** Authors of the Valdai Club, a forum close to the Russian state, list which of their
#   forecasts for 2018 came true, and which events they had not foreseen. The list is about world
#   politics in general and says nothing about this relationship
#   ([Valdai Club, 2019](https://valdaiclub.com/a/highlights/uncertainties-2019/)).
# - **Taipei.** Foreign Minister Joseph Wu said that China has an interest in supporting Russia, and that
#   help for Ukraine shows the resolve Taiwan needs
#   ([Liga, May 2024](https://news.liga.net/en/politics/news/glava-mid-tayvanya-demokratii-mogut-stat-silnee-moskvy-i-pekina-podderzhivaya-ukrainu)).
#
# No voice here gives a range. Which range would you ask each of the four for?
#
# **Change the point of view.** An analyst in Beijing scores "the threat from US alliances to China's
# interests", with a lowest and a highest value for each score. Which of her ranges would be wider than
# yours, and which narrower? Would you call her doubt ignorance and your own doubt caution? Ask the same
# about an analyst in Kyiv who scores the alignment.
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported, for these scores.** At the most likely scores, economy and technology fill the
#   first two places under nearly all weights.
# - **Mixed.** Which of them is first depends on the weights of immediacy and irreversibility, and on
#   the scores of both domains for impact, added capability and irreversibility. The levels of the
#   indicators are correlated; their yearly changes hardly are.
# - **Not settled here.** Whether the scores are right, and whether "significant" is the right word.
#
# Confidence in the arithmetic is high. For these illustrative scores, by the draws alone, confidence is
# moderate that economy and technology lead: the pair keeps both places in most draws, but in fewer than
# "high" asks for. Confidence is low that technology leads economy. It leads in about six of ten draws, and the
# second model of lesson 8 has the other order: by the weighted sum, as here, technology is first; by probability
# times impact, economy is.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 09; its link stands at the end of this page.
#
# **Discuss.** Which disagreement in your class is about values, and which about facts? When does it
# matter for a decision that first place is nearly even? Who should choose the weights?
#
# **Read.** Lahdelma and Salminen on rank acceptability (2001); Tervonen and Lahdelma on computing it
# ([2007](https://doi.org/10.1016/j.ejor.2005.12.037)); Triantaphyllou and Sánchez on crossings (1997); Mazurek and Strzałka on which
# weights make an alternative the best
# ([PLOS ONE, 2022](https://journals.plos.org/plosone/article?id=10.1371%2Fjournal.pone.0268950)).
