# %% [markdown]
# # Lesson 8. Weighing: which domain matters most, and for whom?
#
# **Question of the day.** In which domain does the China–Russia alignment weigh most on US
# interests, and what would somebody have to believe to name another one?
#
# The reading calls the implications "significant" (claim C1) and names several domains at once (claim
# C2). "Significant" has no unit. A weighing shows what somebody must believe to call one domain more
# significant than another. It does not tell you what to believe.
#
# We begin with a reference set of scores: five domains, six criteria, 0 to 100. **It is
# illustrative**: chosen to show the methods, not found in data. Your own score sheets enter in step 5;
# other steps use ours. Run the cells one by one: Run All shows the answers.

# %%
import numpy as np
import pandas as pd
import plotly.express as px

from alignment import records
from alignment.charts import DOMAINS, present
from alignment.methods import aggregation, dominance, elicitation, ranges
from alignment.tables import load
from alignment.widgets import PairwisePanel, WeighingBoard, predict, reveal, seen

scores = load("judgements").query("sheet == 'reference'")
names = load("domains").set_index("domain")["name"]
criteria = load("criteria").set_index("criterion")

# %% tags=["picture"]
two = scores[scores["domain"].isin(["T", "E"])].copy()
two["up"], two["down"] = two["high"] - two["mode"], two["mode"] - two["low"]
two["domain"], two["criterion"] = two["domain"].map(names), two["criterion"].map(criteria["name"])
labels = {"criterion": "Criterion", "mode": "Score (points, 0 to 100)", "domain": "Domain"}
look = {"color": "domain", "color_discrete_map": DOMAINS, "labels": labels}
fig = px.scatter(two, x="mode", y="criterion", error_x="up", error_x_minus="down", **look)
fig.update_traces(marker_size=10, orientation="h").update_yaxes(autorange="reversed")
fig.update_layout(scattermode="group", scattergap=0.7)  # one above the other, none hidden
present(
    fig,
    finding="Neither economy nor technology scores higher on every criterion.",
    caveat="Three domains are left out. The scores are examples that nobody measured. Line: from the "
    "lowest to the highest score, a range of judgement; dot: the most likely score.",
    sources=["judgements"],
)

# %% [markdown]
# ## What you will be able to do
#
# - **Elicit** (ask for) weights in three ways, and say what each question really asks.
# - **Compute** additive and geometric values, and see when high scores make up for low ones.
# - **Detect** inconsistency and double counting in a judgement.
# - **Defend** weights in front of someone who disagrees, and take another's perspective.
#
# **You need:** lesson 00; the score sheets of lessons 3 to 7 help. The minutes include scoring one
# domain four times, twice in step 6 and twice at the end.
# **Claims of the reading tested here:** C1 (significant implications) and C2 (across domains). No
# table can settle C1: it is a judgement of value.
#
# **How old are these numbers?** Ours are illustrative and have no date; your sheets have one.
#
# ## Data card
#
# Each score answers one question: *because of the cooperation*, what changes on this criterion?
# Compare with a world in which both countries have the same aims but do not cooperate. How strong China
# is alone does not count. The **anchors** below say what 0 and 100 mean. Where the cooperation does the
# United States no harm, or helps it, score 0 on **impact** and say so in your evidence (a score cannot
# show a gain); score the other five as they are.

# %%
for criterion, row in criteria.iterrows():
    print(f"{criterion} {row['name']}. 0: {row['anchor_0']}; 100: {row['anchor_100']}")

# %% [markdown]
# ## Step 1. Scores in one table
#
# Domains are the rows, criteria the columns. Each cell holds the most likely score: the right score is
# as likely above it as below it. The letters **D**, **E** and **F** have two meanings: each is a
# domain and also a criterion.

# %%
order = ["M", "E", "D", "T", "F"]
table = scores.pivot(index="domain", columns="criterion", values="mode").loc[order]
table.rename(names)

# %% [markdown]
# Count each fact in one domain only. Take the goods that armies need most (the common high-priority
# list): they count under technology. Whoever counts them under the economy too raises two scores with
# one fact. This is **double counting**, and no later step can find it.
#
# ## Step 2. What is a full swing worth? Weights
#
# A **full swing** on a criterion is the way from its anchor of 0 to its anchor of 100. A weight says how
# much that swing matters to you, not how "important" the criterion sounds. Imagine a harmless case: all six
# criteria stand at 0. All will get worse, up to 100, but you may keep one at 0. Which one? Give it 100
# **swing points**. Give each of the others fewer: 50 if its swing matters half as much. The weight of a
# criterion is its points divided by the sum of all points.

# %%
points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
points["D"] = 40  # change this: the points of immediacy, 1 to 100; then put 40 back
weights = points / points.sum()
pd.DataFrame({"points": points, "weight": weights.round(2)}).rename(criteria["name"])

# %% [markdown]
# **Quick check.** You set new anchors for commitment: the way from 0 to 100 is now half as long. What
# happens to its weight?
#
# <details><summary>Show the answer</summary>
# It falls. The swing is worth half as much, so halve its points and compute the weights again. If you
# only ask "how important is commitment?", the answer stays the same: it misses the shorter swing.
# </details>

# %% [markdown]
# A second way asks only which criterion matters most, which second, and so on. Many **weight sets** (six
# weights with the sum 1) have the order that you named. The **rank-order centroid** is the average of these
# sets.

# %% tags=["predict"]
predict("p8-1")

# %% tags=["result"]
seen("p8-1")
rank = points.rank(ascending=False, method="first").astype(int)  # 1: most points, 6: fewest


def average_weight(rank):  # a short formula gives the average: (1/rank + ... + 1/6) / 6
    return sum(1 / n for n in range(rank, 7)) / 6


centroid = rank.map(average_weight)
centroid = centroid.groupby(points).transform("mean")  # criteria with equal points: same weight
centroid.rename(criteria["name"]).to_frame("weight").round(2)

# %% [markdown]
# A third way compares two swings at a time: how many times as much is one worth as the other, from 1
# (the same) to 9? This is the analytic hierarchy process (AHP). Such answers can contradict each other.
# The **consistency ratio** says how much: 0 means no contradiction. The usual limit is a tenth; for three
# criteria, as below, it is half of that.
#
# Try it:

# %%
PairwisePanel("ACE")

# %% tags=["result", "picture"]
ratio = np.maximum(1, np.round(points.to_numpy()[:, None] / points.to_numpy()[None, :]))
comparisons = pd.DataFrame(ratio / ratio.T, index=points.index, columns=points.index)
pairwise = elicitation.ahp(comparisons)
ways = pd.DataFrame({"swing points": weights, "order alone": centroid, "pairs": pairwise})
long = ways.rename(index=criteria["name"]).rename_axis("name").reset_index().melt("name")
labels = {"name": "Criterion", "value": "Weight (share of 1)", "variable": "Way"}
fig = px.scatter(long, x="value", y="name", color="variable", symbol="variable", labels=labels)
fig.update_layout(scattermode="group", scattergap=0.7).update_xaxes(range=[0, 0.6], dtick=0.2)
fig.update_traces(marker_size=11, orientation="h").update_yaxes(autorange="reversed")
present(
    fig,
    finding="The order alone puts the weights further apart than points or pairs do.",
    caveat="All three, the pairs too, are computed from our swing points, so they had to agree on the order.",
    table=ways.round(3),
    sources=["swing_points"],
    guess=("p8-1", criteria["name"]["C"]),
)

# %% [markdown]
# ## Step 3. Adding up, or multiplying?
#
# The **additive** value of a domain multiplies each score by its weight and adds up: a high score makes
# up for a low one. The **geometric** value raises each score to the power of its weight and multiplies:
# one low score pulls the value down. It fits if you think that capability *and* commitment are needed.

# %%
additive = (table * weights).sum(axis=1)
geometric = (table**weights).prod(axis=1)
pd.DataFrame({"additive": additive, "geometric": geometric}).rename(names).round(1)

# %% [markdown]
# Both belong to one family, the **power means**. A new number, which has nothing to do with the weights, says
# how much a low score counts; it is called the exponent. At 1 we add, at 0 we multiply, and far below 0 the
# lowest score decides nearly alone.

# %% tags=["picture"]
exponents = [1, 0.5, 0, -1, -2, -4, -8]
along = pd.DataFrame({p: aggregation.power_mean(table, weights, p) for p in exponents})
long = along.rename(index=names).rename_axis("domain").reset_index().melt("domain")
labels = {
    "variable": "Exponent (1 adds, 0 multiplies, far left the lowest score decides)",
    "value": "Value (points, 0 to 100)",
}
look = {"color": "domain", "color_discrete_map": DOMAINS, "labels": labels, "markers": True}
fig = px.line(long, x="variable", y="value", range_y=[0, 75], **look)
present(
    fig,
    finding="At each exponent the highest value belongs to "
    f"{' or '.join(along.idxmax().map(names).unique())}.",
    caveat="All lines rest on the same illustrative scores and weights.",
    table=along.round(1),
    sources=["judgements", "swing_points"],
)

# %% [markdown]
# **Quick check.** One domain is very high on one criterion and very low on another. A second domain is
# even throughout. Added up they are equal. Which is higher when you multiply?
#
# <details><summary>Show the answer</summary>
# The even one. When you multiply, a high score makes up less for a low one.
# </details>
#
# ## Step 4. Which weights put which domain first?
#
# Suppose nobody tells us which criterion matters more. We draw 10,000 weight sets at random, all
# equally likely, and count which domain has the highest additive value. The scores stay at their most
# likely values.

# %% tags=["predict"]
predict("p8-2")

# %% tags=["result"]
seen("p8-2")
rng = np.random.default_rng(8)
# 10,000 rows; in each row six weights that add up to 1
draws = pd.DataFrame(rng.dirichlet(np.ones(6), size=10_000), columns=table.columns)
# @ multiplies each weight by its score and adds up: one value for each draw and domain
first = (draws @ table.T).idxmax(axis=1)  # the domain with the highest value
# per cent of the sets with each domain first; 0 for a domain that never is
share = 100 * first.value_counts(normalize=True).reindex(order, fill_value=0)
share.rename(names).round(0).to_frame("per cent of weight sets")

# %% tags=["result", "picture"]
bars = share.rename(index=names).rename_axis("domain").reset_index(name="share")
labels = {"domain": "Domain", "share": "First place (per cent of weight sets)"}
look = {"color": "domain", "color_discrete_map": DOMAINS, "orientation": "h", "labels": labels}
fig = px.bar(bars, x="share", y="domain", range_x=[0, 100], text_auto=".0f", **look)
fig.update_layout(showlegend=False)
present(
    fig,
    finding="Only economy and technology ever come first; the other three never do.",
    caveat="A share of weight sets speaks about values. It is not the probability of a threat.",
    sources=["judgements"],
    guess=("p8-2", names["M"]),
)

# %% [markdown]
# What explains the result? A domain is **dominated** if some other domain scores at least as high on
# every criterion. Then no weights can put the dominated domain ahead. Whoever wants it first must argue
# about scores.

# %% tags=["result"]
for domain in order:
    # all other domains whose six scores are at least as high
    above = [d for d in order if d != domain and (table.loc[d] >= table.loc[domain]).all()]
    print(f"{names[domain]} is dominated by {', '.join(names[above]) or 'no other domain'}")

# %% [markdown]
# And which criterion helps which domain? We group the weight sets by the criterion with the largest
# weight. Each row is one group: in what share of its sets is each domain first?

# %% tags=["result"]
# for each set the criterion with the largest weight
largest = draws.idxmax(axis=1).map(criteria["name"]).rename("largest weight")
pd.crosstab(largest, first.map(names).rename("first"), normalize="index").round(2)

# %% [markdown]
# Where immediacy weighs most, economy nearly always leads; where irreversibility weighs most,
# technology nearly always does. So, with these scores, "economy or technology?" is a question about weights.
#
# **Quick check.** Someone says: "There is a fifty per cent chance that the economy is the biggest
# threat." What is wrong?
#
# <details><summary>Show the answer</summary>
# We drew weights, not states of the world. Correct is: "in about half of all weight sets the economic
# domain ranks first."
# </details>
#
# ## Step 5. The weighing board
#
# Where you gave scores of your own, the board uses them; elsewhere it uses the reference set.
#
# 1. Under *What matters*, move the sliders one by one (mouse, or Tab and arrow keys). Does first place
#    change? If not, nothing is wrong: with some scores one slider is not enough, with others not even all.
# 2. Say which domain you would put first.
# 3. Press its name under *Put it first: what must change?*

# %%
board = WeighingBoard(sheets=records.load_sheets())
board

# %% [markdown]
# The board has two tables of first places; they may put different domains first. **Places in 10,000 draws**:
# your weights stay, and every score is drawn from its range. This shows doubt about scores. **Any weights,
# most likely scores**: step 4 again, with the scores on the board. This shows disagreement about weights.
#
# The next cell recomputes the first table, **for the scores and points on your board now**, with additive
# values. Its draws are new, so the shares may differ a little. For each score, half of the draws lie above
# the most likely score (`mode`), one in ten below `low`, one in ten above `high`.

# %%
# the board's scores as three tables side by side: low, mode, high
side = board.scores.pivot(index="domain", columns="criterion").loc[order]
chances = rng.random((10_000, 5, 6))  # for each draw, domain and criterion
ends = [side[end].to_numpy(float) for end in ("low", "mode", "high")]
# turn each chance into a score: half above `mode`, one in ten beyond each end
drawn = ranges.drawn_scores(*ends, ranges.deviates(chances))
sums = drawn @ board.weights.to_numpy()  # one weighted sum for each draw and domain
winners = pd.Series(names[order].to_numpy()[sums.argmax(axis=1)])  # domain with the highest sum
winners.value_counts(normalize=True).round(2).to_frame("share of draws")

# %% [markdown]
# How wrong may your swing points be? The next cell prints a percentage. If every swing's points are
# wrong by up to that much, up or down, first place stays the same. With its dial at *additive*, the board says
# the same.

# %%
margin = dominance.margin_of_error(side["mode"], board.points)
print(dominance.whole_percent(margin), "%")  # rounded down, to be on the safe side

# %% [markdown]
# The menu *Start from* holds more sheets of ours; *Reset* brings yours back. Two sheets are opposite
# readings of the relation: *quasi-alliance* and *convenience*. Both put technology first. That is no
# agreement between two camps: one author wrote both. The *placebo* belongs to step 6.
#
# ## Step 6. A placebo: does the board see a threat everywhere?
#
# A good instrument also says when there is no threat. Our harmless case, the **placebo**, is the
# alliance of the United States and Japan, seen from Washington. It gets the same six questions; we score
# its impact near zero. We compare it with the reference set. Both are illustrative; your scores play no
# part here.

# %% tags=["predict"]
predict("p8-3")

# %% tags=["result"]
sheets = {"alignment": "reference", "placebo": "us-japan"}
values = {name: WeighingBoard(preset=sheet).values for name, sheet in sheets.items()}
# dial: the slider "May a high score make up for a low one?"; at 100 only the lowest score counts
strict = {name: WeighingBoard(preset=sheet, dial=100).values for name, sheet in sheets.items()}
# both tables side by side
both = pd.concat({"added up": pd.DataFrame(values), "lowest": pd.DataFrame(strict)}, axis=1)
print(both.rename(names).round(0))
reveal("p8-3")

# %% [markdown]
# In the columns *lowest* only a domain's lowest score counts. There the placebo must come out low,
# because we set its impact near zero. So the table shows what *added up* and *lowest* make of
# a harmless case. It does not show that the board can tell harm from closeness.
#
# **Quick check.** Somebody shows you a high additive value and calls it a threat. What do you ask?
#
# <details><summary>Show the answer</summary>
# You ask what the same instrument says about a case that is no threat. If values are high for every
# close partnership, they measure closeness.
# </details>

# %% [markdown]
# A test needs a grave case too. On the board, choose *blank sheet* under *Start from* and open
# *Scores and evidence of each domain*. A blank sheet has equal weights; the table above has the
# reference weights. To compare the two, first set the six sliders to the points of step 2 (its first table), and
# look only at the value of the domain that you score. The board's
# question still names China and Russia: put your case in their place.
#
# 1. Score the military domain of the **Tripartite Pact** of Germany, Italy and Japan, as Washington could
#    know it in 1940. Is the value high or low? Which criterion decides that? Three facts:
#    - 27 September: each promises help "with all political, economic and military means" to a partner that is
#      attacked by a state still outside both wars, the one in Europe and the one in China. Joint technical
#      commissions shall
#      meet. The pact shall run ten years ([text](https://avalon.law.yale.edu/wwii/triparti.asp)).
#    - The same day Secretary of State Hull says that the pact does not "substantially alter a situation which
#      has existed for several years", but "merely makes clear to all a relationship which has long existed in
#      effect" ([statement](http://www.ibiblio.org/pha/paw/184.html)).
#    - October: Italy attacks Greece. Tokyo's newspapers say that Japan's cabinet puts off taking a position; two
#      of them say that Japan is ready to help Italy if asked ([US
#      telegram](https://history.state.gov/historicaldocuments/frus1940v03/d440)).
# 2. Score the economic domain again, for India's trade with Russia (lesson 4). Is your score lower? Which fact
#    explains that, and which part of it is that you think of India otherwise?
#
# ## Step 7. A second model: probability times impact
#
# A threat can also be seen as an event. Probability times impact is its **expected impact**. We choose
# one dated event per domain; some events continue the present, others break with it. The numbers are
# illustrative; impact has the anchors of criterion C. Lesson 10 shows how to judge a probability.

# %%
risks = load("risk_judgements").set_index("domain").loc[order]
expected = risks["p_mode"] * risks["impact_mode"]
for domain in order:
    print(f"{names[domain]}: {risks['event'][domain]}. Expected impact {expected[domain]:.1f}")

# %% tags=["picture"]
wide = risks.rename(index=names).rename_axis("domain").reset_index()
for part in ("p", "impact"):
    wide[f"{part}_up"] = wide[f"{part}_high"] - wide[f"{part}_mode"]
    wide[f"{part}_down"] = wide[f"{part}_mode"] - wide[f"{part}_low"]
labels = {"p_mode": "Probability of the event (share of 1)", "impact_mode": "Impact (points)"}
bars = {"error_x": "p_up", "error_x_minus": "p_down"}
bars.update(error_y="impact_up", error_y_minus="impact_down")
look = {"color": "domain", "symbol": "domain", "color_discrete_map": DOMAINS, "labels": labels}
fig = px.scatter(wide, x="p_mode", y="impact_mode", range_x=[0, 1], **bars, **look)
fig.update_traces(marker_size=12)
by_risk, by_value = names[expected.idxmax()].lower(), names[additive.idxmax()].lower()
present(
    fig,
    finding="The gravest event here is unlikely, and the likely ones are less grave. Highest expected impact: "
    f"{by_risk}. Highest additive value (step 3): {by_value}.",
    caveat="Expected impact belongs to the event that we chose, not to its domain. The lines are ranges.",
    table=wide[["domain", "event", "p_mode", "impact_mode"]],
    sources=["risk_judgements", "judgements"],
)

# %% [markdown]
# ## The other side of the table
#
# Official statements are evidence of a position, not of a fact.
#
# - **Washington, a voice that sees a grave threat.** Robert Blackwill and Richard Fontaine call the
#   quasi-alliance of China and Russia the greatest threat to vital American interests in sixty years
#   ([Council on Foreign Relations, December 2024](https://www.cfr.org/report/no-limits-china-russia-relationship-and-us-foreign-policy)).
# - **Beijing.** Zhao Long sees no anti-Western alliance and no plan for one; the war harms China more
#   than it helps ([in translation, MEMRI, March 2023](https://www.memri.org/reports/chinese-international-affairs-expert-there-no-anti-west-alliance-between-russia-and-china)).
# - **Moscow.** Artyom Lukin of Vladivostok describes a quasi-alliance, or an entente. It rests on
#   geopolitics, and several futures are open
#   ([International Politics, 2020](https://doi.org/10.1057/s41311-020-00251-7)).
# - **Delhi.** India's foreign minister S. Jaishankar says that some push Moscow and Beijing together and
#   then warn of the result. Giving Russia several options makes more sense
#   ([Mint, February 2024](https://www.livemint.com/news/world/raisina-dialogue-2024-makes-sense-to-give-russia-multiple-options-jaishankar-on-russia-china-ties/amp-11708667256163.html)).
#
# None of the four says what would change its mind. Ask each of them.
#
# **Change the point of view.** On the board, choose Beijing under *Seen from* and score one domain; it now
# asks about US alliances and China's interests. Then choose Tokyo and score the same domain, now for China and
# Russia. Which scores and weights differ? Would you accept either result as a finding?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported, for these scores.** Economy and technology lead under every method tried here,
#   at the most likely scores. No weights put military, diplomacy or finance ahead.
# - **Mixed.** Which of the two is first depends on the weights, above all of immediacy and
#   irreversibility, and on scores that nobody knows exactly.
# - **Not settled here.** Whether the scores are right. They are illustrative until you replace them
#   with your own sheets.
#
# Confidence: high for the arithmetic, none for the scores.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 08; its link stands at the end of this page. It takes your weights, board and score
# sheets from here.
#
# **Discuss.** Compare your weights with a neighbour's: which difference is about values, and which
# about facts? Whose interests do your weights serve? At which value, if any, would you change policy?
#
# **Read.** UK government, *Multi-criteria analysis: a manual* (2009); Keeney and Raiffa, *Decisions
# with Multiple Objectives* (1976); Kirkwood and Sarin on what an order of weights decides (1985);
# Hazen on what any weights could put first (1986); Bana e Costa and Vansnick on the limits of the
# consistency ratio (2008).
