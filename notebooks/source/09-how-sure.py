# %% [markdown]
# # Lesson 9. How sure can we be of a ranking?
#
# **Question of the day.** Two careful people rank the domains differently. Do they want different
# things, or do they know different things?
#
# The reading says that the alignment has "significant implications" for US interests (claim C1), in
# several domains at once (claim C2). Lesson 8 turned such a sentence into a ranking. A ranking looks
# exact. In this lesson you find out how much of it survives when weights and scores may move.

# %%
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

scores = load("judgements").query("sheet == 'reference'")
caveat = "A share of weight sets is not the probability that a threat is real, or the largest."
names = load("domains").set_index("domain")["name"]
table = scores.pivot(index="domain", columns="criterion", values="mode").loc[list("MEDTF")]

# %% [markdown]
# First look: suppose nobody tells us which criterion matters more. We draw many sets of weights, each
# as good as any other, rank the five domains in every draw, and count the places. The scores are the
# **illustrative** reference set of lesson 8; they are examples and not findings.

# %%
rng = np.random.default_rng(9)
draws = rng.dirichlet(np.ones(6), size=10_000)
values = pd.DataFrame(draws @ table.T.to_numpy(), columns=table.index)
places = values.rank(axis=1, ascending=False)
shares = places.apply(lambda place: place.value_counts(normalize=True)).fillna(0)
fig = go.Figure().update_layout(title="Which place does each domain take?", barmode="stack")
fig = fig.update_yaxes(title="Domain").update_xaxes(title="Share of weight sets (1 = all)")
for shade, (place, row) in zip([1, 0.75, 0.5, 0.25, 0.05], shares.iterrows(), strict=False):
    label, blue = f"place {place:.0f}", f"rgba(0, 114, 178, {shade})"
    fig.add_bar(x=row, y=names[row.index], orientation="h", name=label, marker_color=blue)
finding = "Technology and economy share the first two places; which of them is first stays open."
present(fig, finding=finding, caveat=caveat, table=shares.T.round(2), sources=["judgements"])

# %% [markdown]
# ## What you will be able to do
#
# - **Simulate** what follows when weights or scores are uncertain, and say how exact the count is.
# - **Interpret** shares of draws and central weights without turning them into chances of events.
# - **Compute** how far one weight must move before the first place changes hands.
# - **Separate** disagreement about values from lack of knowledge about facts.
# - **Detect** indicators that count the same thing several times.
#
# **Minutes:** 90 with the exercises, 55 without. **You need:** lesson 8. Your own sheets help.
# **Claims of the reading tested here:** C1 (significant implications) and C2 (several domains). No
# table can settle C1: it is an evaluation. What can be tested is how firmly it stands.
#
# **How old are these numbers?** Scores and weights are illustrative and have no date. The yearly
# indicators of step 6 end in 2024. Nothing dated after mid-2026 was found.

# %% [markdown]
# ## Data card
#
# Each score has a lowest, a most likely and a highest value. The range says what its author does not
# know. It is a judgement too: people tend to give ranges that are too narrow. Three questions help:
#
# - *Most likely:* your best single score; if it is wrong, it is as likely too high as too low.
# - *Lowest:* so low that you would be surprised, one time in ten, by a right score below it.
# - *Highest:* the same above.

# %%
print(cite("judgements"))

# %% [markdown]
# ## Step 1. Count, and say how exact the count is
#
# The figure above is nothing but counting. Here are the first places in numbers.

# %%
first = values.idxmax(axis=1)
first_share = first.value_counts(normalize=True)
first_share.round(3)

# %% [markdown]
# And this is how often economy (E) and technology (T) fill the first two places together.

# %%
top_two = (places[["E", "T"]] <= 2).all(axis=1).mean()
print(f"{top_two:.3f}")

# %% [markdown]
# Other random draws give slightly other shares. The **standard error** of a share says how much: it
# is the root of `share * (1 - share) / draws`. Nearly all repetitions fall within twice that error.
# We print the half-width of such a band for four numbers of draws.

# %%
b = first_share["E"]
for n in [100, 400, 1600, 10_000]:
    half_width = 1.96 * np.sqrt(b * (1 - b) / n)  # holds in about 95 of 100 repetitions
    print(f"{n:6d} draws: share of E ± {half_width:.3f}")

# %% [markdown]
# Four times as many draws halve the error. The error of the count is a small worry, and a computer
# removes it. It says nothing about whether the scores are right.
#
# **Quick check.** With another seed you get a share that differs in the third digit. Was one of the
# two runs wrong?
#
# <details><summary>Show the answer</summary>
# No. Both estimate the same share, with an error you can compute. Print the seed and as many digits
# as the error allows. With ten thousand draws the second digit is nearly safe, the third is not.
# </details>

# %% [markdown]
# ## Step 2. Which weights lead where?
#
# Look only at the draws in which economy came first. The mean of their weights is the **central
# weight** of economy. The same for technology. We print how far both depart from the neutral weight,
# one sixth.

# %%
central = pd.DataFrame(draws, columns=table.columns).groupby(first).mean()
(central - 1 / 6).loc[["E", "T"]].round(2)

# %% [markdown]
# For economy the largest departure is a *low* weight of irreversibility (criterion E), then a high one
# of immediacy (criterion D). For technology the signs turn. (Domain E, economy, only shares its letter.)
# A mean is no portrait of anybody: turn the question round. Where one criterion has the largest weight,
# who leads how often?

# %%
pd.crosstab(
    pd.DataFrame(draws, columns=table.columns).idxmax(axis=1), first, normalize="index"
).round(2)

# %% [markdown]
# We draw the two weights that decide most against each other. Every small square is one set of weights; the other
# four criteria share what is left, in the proportions of the reference points.

# %%
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
weights = points / points.sum()
weights.round(3)

# %% [markdown]
# The next cell builds the sets of weights.

# %%
steps = [(d / 20, e / 20) for d in range(21) for e in range(21 - d)]
grid = pd.DataFrame(steps, columns=["D", "E"])
rest = weights.drop(["D", "E"]) / weights.drop(["D", "E"]).sum()
full = pd.DataFrame(np.outer(1 - grid["D"] - grid["E"], rest), columns=rest.index).join(grid)

# %% [markdown]
# Rank the domains at every point of the map.

# %%
leader = (full[table.columns] @ table.T).round(6).idxmax(axis=1)
leader.map(names).value_counts()

# %% [markdown]
# Where on the map are you?

# %%
title = "With which weights is a domain first?"
fig = go.Figure().update_layout(title=title, height=560, yaxis_scaleanchor="x")
fig = fig.update_xaxes(title="Weight of immediacy (share of 1)", constrain="domain")
fig = fig.update_yaxes(title="Weight of irreversibility (share of 1)")
for domain, symbol, colour in [("T", "square", theme.BLUE), ("E", "circle", theme.VERMILLION)]:
    here = grid[leader == domain]
    mark = {"symbol": symbol, "color": colour, "size": 13}
    fig.add_scatter(x=here["D"], y=here["E"], name=names[domain], mode="markers", marker=mark)

# %% [markdown]
# A star marks the reference points.

# %%
star = {"symbol": "star", "size": 22, "color": theme.GREEN}
here = {"x": [weights["D"]], "y": [weights["E"]], "name": "reference points"}
fig = fig.add_scatter(**here, mode="markers", marker=star)

# %% [markdown]
# Now the figure with its limits.

# %%
present(
    fig,
    finding="Technology leads roughly where irreversibility counts at least as much as immediacy; "
    "economy leads where it counts less.",
    caveat="Only two of six weights move freely, and all scores stay at their most likely values.",
    table=central.loc[["E", "T"]].round(3),
    sources=["judgements", "swing_points"],
)

# %% [markdown]
# **Quick check.** A colleague says: "Your star lies in the area of technology, so technology is the
# larger threat." What would you answer?
#
# <details><summary>Show the answer</summary>
# The star says where *these* weights lie. The map says which beliefs lead to which answer. It turns
# a dispute about the result into a question about a belief: how much does it count that something
# cannot be undone?
# </details>

# %% [markdown]
# ## Step 3. How far must one weight move?
#
# Technology leads economy by a gap. We write the gap as a sum over criteria: weight times difference
# of the two scores.

# %%
difference = table.loc["T"] - table.loc["E"]
gap = (difference * weights).sum()
print(f"gap {gap:.2f} points")
difference

# %% [markdown]
# Move one weight, and let the others share the rest in their old proportions. The gap is then a
# straight line, and it is zero at one point, the **crossing**. Let `behind` be the gap on the other
# criteria alone. The crossing is `behind / (behind - difference)`.

# %%
behind = (gap - difference * weights) / (1 - weights)
crossing = behind / (behind - difference)
stability = pd.DataFrame({"now": weights, "crossing": crossing})
stability.round(3)

# %% [markdown]
# A crossing of 1 means: never, as long as anything else counts at all.

# %%
criteria = load("criteria").set_index("criterion")["name"]
fig = go.Figure().update_layout(title="How far must one weight move before economy leads?")
fig = fig.update_xaxes(title="Weight (share of 1)", range=[-0.03, 1.05])
fig = fig.update_yaxes(title="Criterion", autorange="reversed")

# %% [markdown]
# A dotted path leads from each present weight to its crossing.

# %%
for letter, row in stability.iterrows():
    path = {"color": theme.GREY, "width": 2, "dash": "dot"}
    fig.add_scatter(x=row, y=[criteria[letter]] * 2, mode="lines", line=path, showlegend=False)
for column, colour, symbol in [("now", theme.BLUE, "circle"), ("crossing", "#D55E00", "x")]:
    mark = {"color": colour, "symbol": symbol, "size": 12}
    style = {"mode": "markers", "marker": mark, "name": column}
    fig.add_scatter(x=stability[column], y=criteria[stability.index], **style)

# %% [markdown]
# Short paths are beliefs to argue about. Long paths are not worth a dispute.

# %%
distance = (crossing - weights).abs().sort_values()
present(
    fig,
    finding="The shortest ways to another first place: "
    f"{criteria[distance.index[0]].lower()} and {criteria[distance.index[1]].lower()}.",
    caveat="One weight moves at a time; two small moves together can do what one cannot.",
    table=stability.round(3),
    sources=["judgements", "swing_points", "criteria"],
)

# %% [markdown]
# ## Step 4. Ignorance of scores
#
# So far the scores stood still. Now they move from the lowest to the highest value, one at a time,
# while all others stay at their most likely values. We look at the gap, because the gap decides who is
# first. A high score of technology widens it, a high score of economy closes it.

# %%
low, high = (scores.pivot(index="domain", columns="criterion", values=v) for v in ("low", "high"))
sign = pd.Series({"T": 1, "E": -1})

# %% [markdown]
# One gap for every score at its lowest, and one at its highest.

# %%
at_low = gap + ((low - table).loc[["T", "E"]] * weights).mul(sign, axis=0).stack()
at_high = gap + ((high - table).loc[["T", "E"]] * weights).mul(sign, axis=0).stack()

# %% [markdown]
# Side by side, the widest first.

# %%
tornado = pd.DataFrame({"at its lowest": at_low, "at its highest": at_high})
tornado["swing"] = (at_high - at_low).abs()
tornado = tornado.sort_values("swing", ascending=False)
tornado.round(1).head(6)

# %% [markdown]
# Drawn with the widest bar on top, this is called a tornado.

# %%
labels = [f"{names[domain].split()[0]}: {criteria[letter]}" for domain, letter in tornado.index]
fig = go.Figure().update_layout(title="Which single score could turn the order round?")
fig = fig.update_xaxes(title="Gap between technology and economy (points)")
fig = fig.update_yaxes(title="Score that moves", autorange="reversed")
fig = fig.add_vline(x=0, line_dash="dot", line_color=theme.INK).update_layout(height=520)

# %% [markdown]
# The bars start at the gap of the most likely scores.

# %%
for end, colour in [("at its lowest", theme.SKY), ("at its highest", theme.ORANGE)]:
    bars = {"x": tornado[end] - gap, "base": gap, "y": labels, "orientation": "h"}
    fig.add_bar(**bars, name=end, marker_color=colour, offsetgroup=0)

# %% [markdown]
# Every bar that reaches the dotted line belongs to a score that can change the first place alone,
# inside its range. (One draw in ten lies beyond each end; counting those, nearly every score can.)

# %%
ends = tornado[["at its lowest", "at its highest"]]
able = int((ends.min(axis=1) < 0).sum())
present(
    fig,
    finding=f"{able} of {len(tornado)} scores can change the first place alone, inside their "
    "ranges; impact moves the gap most.",
    caveat="One score at a time: when several move together, the gap moves further.",
    table=tornado.round(2).reset_index(),
    sources=["judgements", "swing_points"],
)

# %% [markdown]
# Now all scores move at once, and the weights stay at the reference points. We draw each score from a
# **double triangle**, two half-triangles back to back: half of the draws lie above the most likely
# score and half below, one in ten below the lowest and one in ten above the highest; the farther out,
# the rarer, and nothing leaves 0 to 100.

# %%
from alignment.methods import ranges

ends = [end.loc[["T", "E"]].to_numpy() for end in (low, table, high)]
drawn = ranges.drawn_scores(*ends, ranges.deviates(rng.random((10_000, 2, 6))))
gaps = drawn[:, 0] - drawn[:, 1]
only_scores = (gaps @ weights.to_numpy() > 0).mean()
print(f"technology above economy in {only_scores:.2f} of the draws")

# %% [markdown]
# And now the other way round: scores at their most likely values, weights drawn around the points.
# The **concentration** says how firm the belief is: 6 is loose, 60 is firm.

# %%
for concentration in [6, 60, 300]:
    around = rng.dirichlet(concentration * weights, size=10_000)
    only_weights = (around @ difference.to_numpy() > 0).mean()
    print(f"concentration {concentration:3d}: {only_weights:.2f}")

# %% [markdown]
# Compare: scores alone leave technology above economy in 59 of 100 draws, loose weights alone in 67.
# The scores bring the larger doubt at every concentration, so better facts would help most here. The
# draws assume that one misjudged score says nothing about another. If the scores of one domain err
# together, the share falls to about .55; if all domains err alike on a criterion, it rises to about .63.

# %% [markdown]
# And the pair? With scores drawn from their ranges, how often do economy and technology fill the first
# two places: at the reference weights, and under any weights at all?

# %%
ends = [end.loc[table.index].to_numpy() for end in (low, table, high)]
five = ranges.drawn_scores(*ends, ranges.deviates(rng.random((10_000, 5, 6))))
for name, drawn_weights in {
    "reference weights": weights.to_numpy()[None],
    "any weights": draws,
}.items():
    drawn_values = pd.DataFrame((five * drawn_weights[:, None]).sum(axis=2), columns=table.index)
    pair = (drawn_values.rank(axis=1, ascending=False)[["E", "T"]] <= 2).all(axis=1).mean()
    print(f"{name}: the pair leads in {pair:.0%} of the draws")

# %% [markdown]
# ## The distribution lab
#
# Here you can do both. **Freeze the scores** and only values speak. **Freeze the weights** and only
# ignorance speaks. The short orange line shows the error of the count. The lab takes your own score
# sheets where it finds some; elsewhere it uses the reference set, and it says so.

# %%
from alignment import records
from alignment.widgets import DistributionLab

lab = DistributionLab(scores, points, sheets=records.load_sheets())
lab

# %% [markdown]
# The same from a cell: `lab.set(freeze_scores=True, concentration=6)`, or `draws=100`, or
# `shape="bell"`. And this is all that happens inside, for both at once, in plain arithmetic.

# %%
for concentration in [6, 60, 300]:
    around = rng.dirichlet(concentration * weights, size=10_000)
    both = ((gaps * around).sum(axis=1) > 0).mean()
    print(f"weights and scores vary, concentration {concentration:3d}: {both:.2f}")

# %% [markdown]
# The shape of the draws hardly matters as long as the three numbers mean the same: two half-triangles,
# two half-bells (`shape="bell"`) and even stretches (`shape="flat"`) differ by less than two points of
# 100. What the ends mean matters more: taken for hard limits, they would give .65 instead of .59.

# %% [markdown]
# **Quick check.** Two people use the same scores with the same ranges. Frozen at her weights, one
# finds technology first in most draws; frozen at his, the other finds economy first. What should
# they talk about?
#
# <details><summary>Show the answer</summary>
# About values: their weights. They need no new data. If their weights were alike and their scores
# differed, they should compare evidence notes instead.
# </details>

# %% [markdown]
# ## Step 5. Which belief is worth the seminar's time?
#
# A crossing moves one weight. **Sobol indices** move all swing points at once, each between half and
# one and a half of itself, and share out the variance of the gap: how much of the doubt about the
# gap would vanish if this one point were settled?

# %%
from alignment.methods import sensitivity


def gap_from_points(rows):
    return (rows / rows.sum(axis=1, keepdims=True)) @ difference.to_numpy()


found = sensitivity.sobol(gap_from_points, 0.5 * points, 1.5 * points, draws=4096, seed=9)
pd.Series(found.first, index=criteria[points.index]).round(2) + 0.0

# %% [markdown]
# The largest share belongs to the criterion on which the two domains differ most. A criterion on
# which both have the same score has no influence at all, however high its weight.

# %% [markdown]
# ## Step 6. Five indicators, how many facts?
#
# Scores rest on indicators. Here are yearly figures for the alignment: trade, joint military
# events, arms deliveries and closeness of positions in the United Nations. If they all say the same,
# four witnesses may be one witness heard four times.

# %%
yearly = load("indicators_yearly").set_index("year")
four = ["trade", "events", "arms", "closeness"]
levels = yearly[four].corr()
levels.round(2)

# %% [markdown]
# The **effective number** of indicators comes from the eigenvalues of this table: their sum, squared,
# divided by the sum of their squares. It is one if all move together and the count of columns if
# none do. We compute it for levels, and for the changes from year to year.

# %%
changes = yearly[four].diff().corr()
for name, correlations in {"levels": levels, "yearly changes": changes}.items():
    eigenvalues = np.linalg.eigvalsh(correlations)
    effective = eigenvalues.sum() ** 2 / (eigenvalues**2).sum()
    print(f"{name}: {effective:.2f} of {len(four)}")

# %% [markdown]
# Two pictures of the same indicators.

# %%
fig = go.Figure().update_layout(title="Same ten years: levels (left) and yearly changes (right)")
style = {"zmin": -1, "zmax": 1, "colorscale": "PuOr", "texttemplate": "%{z:.2f}"}
bar = {"title": "correlation"}
fig = fig.add_heatmap(z=levels, x=four, y=four, colorbar=bar, name="levels", **style)
right = {"x": four, "y": four, "xaxis": "x2", "showscale": False, "name": "yearly changes"}
fig = fig.add_heatmap(z=changes, **right, **style)

# %% [markdown]
# The two squares share one axis of names.

# %%
fig = fig.update_layout(xaxis={"domain": [0, 0.46], "title": "Levels"})
fig = fig.update_layout(xaxis2={"domain": [0.54, 1], "title": "Yearly changes"})
fig = fig.update_yaxes(title="Indicator", autorange="reversed")

# %% [markdown]
# What does that mean for claim C2, which counts domains?

# %%
pair = ("trade", "events")
present(
    fig,
    finding=f"The levels of {pair[0]} and {pair[1]} go together ({levels.loc[pair]:.2f}); their "
    f"yearly changes do not ({abs(changes.loc[pair]):.2f}).",
    caveat="Ten years, and trends: two series that both rise are always correlated, without a cause.",
    table=pd.concat({"levels": levels, "changes": changes}).round(2).reset_index(),
    sources=["indicators_yearly"],
)

# %% [markdown]
# **Quick check.** You add joint patrols as a fifth indicator. Patrols are a part of joint events. Does
# the effective number rise by one?
#
# <details><summary>Show the answer</summary>
# No. It hardly rises, or it even falls: the new column repeats an old one, so the common factor
# becomes heavier. Exercise set 09 lets you compute it.
# </details>

# %% [markdown]
# ## Words for it: likelihood and confidence
#
# A **likelihood** is about an event. **Confidence** is about the basis of your judgement. This course
# uses three levels of confidence, and for a ranking all three columns must hold.
#
# | confidence | sources | logic | does the order hold? |
# |---|---|---|---|
# | high | at least two independent ones | few untested assumptions | in at least 90 of 100 draws, and in both models |
# | moderate | credible, but indirect or partly interested | some key assumptions | in 60 to 90 of 100 draws |
# | low | single, anonymous or relayed | many assumptions | in fewer, or it turns round between models |
#
# The scores here are illustrative, so no sentence about the world gets any confidence from them. With
# your own sheets and notes it may.

# %% [markdown]
# ## The other side of the table
#
# Others disagree about the same relationship too, and for the same two reasons.
#
# - **Beijing.** Chinese scholars are far from one view: some call Russia indispensable, others a
#   reckless partner ([Sinification, 2023](https://www.sinification.com/p/china-russia-relations-since-ukraine)).
# - **Vladivostok.** Artyom Lukin ends a study of the relationship with several scenarios and not
#   with one forecast
#   ([International Politics, 2021](https://doi.org/10.1057/s41311-020-00251-7)).
# - **Seoul.** A Korean forum sorts Chinese writing into four schools, and says that
#   their influence is hard to determine
#   ([The Asan Forum](http://old.theasanforum.org/the-sino-russia-us-strategic-triangle-a-view-from-china/)).
# - **A critic in the United States.** Michael Swaine argues that estimates of threats from China are
#   often inflated because the worst reading of capabilities and aims is taken as the likely one
#   ([2022, as reprinted](https://www.strategicstudyindia.com/2022/09/threat-inflation-and-chinese-military.html)).
#
# **Turn the frame round.** An analyst in Beijing draws the first figure of this lesson for "the threat
# from US alliances to China's interests". Which of her ranges would be wider than yours, and which
# narrower? Would you call her doubt ignorance and your own doubt caution?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported, for these scores.** Economy and technology fill the first two places under
#   nearly all weights (99 of 100 sets) at the most likely scores; no weights put diplomacy or finance first.
# - **Mixed.** Which of them is first depends on immediacy against irreversibility, and on the score
#   for impact. Levels of the indicators move together; their yearly changes do not.
# - **Not settled here.** Whether the scores are right, and whether "significant" is the right word.
#
# Confidence in the arithmetic is high. That economy and technology lead: moderate, because with
# scores drawn from their ranges the pair keeps both places in about 89 of 100 draws, and in 78 if the
# weights are open too. In the order of the two it is low, close to moderate: it holds in 59 of 100
# draws and turns round between the two models of lesson 8.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 09; its link stands at the end of this page. Lesson 10 turns judgements into
# forecasts.
#
# **Discuss.** Which disagreement in your class is about values, and which about facts? When does it
# matter for a decision that first place is nearly even? Who should choose the weights?
#
# **Read.** Lahdelma and Salminen on rank acceptability (2001); Tervonen and Lahdelma on computing it
# ([2007](https://doi.org/10.1016/j.ejor.2005.12.037)); Saltelli and others on variance and
# sensitivity (2010); Triantaphyllou and Sánchez on crossings (1997); Mazurek and Strzałka on which
# weights make an alternative the best
# ([PLOS ONE, 2022](https://journals.plos.org/plosone/article?id=10.1371%2Fjournal.pone.0268950)).
