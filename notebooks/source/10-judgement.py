# %% [markdown]
# # Lesson 10. Judgement: group, forecast, memo
#
# **Question of the day.** What can you tell a decision maker that is clear, honest about doubt, and
# can later be found right or wrong?
#
# The reading ends with predictions and advice. The alignment "will test" a new administration (claim
# C6), rifts "could emerge over time" (claim C23), and Washington should prevent "further deepening"
# (claim C25). The first can be held against what came after. The second can never be wrong as it
# stands. The third is a wish. In this lesson a group judges, you forecast, and you write a memo.

# %%
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

panel = load("panel").pivot(index="panellist", columns="round", values="score")

# %% [markdown]
# First look: five people score one domain. They see the median and anonymous reasons, and score again.
# This is a small **Delphi** panel. It is **synthetic**: the people and their scores are invented.

# %%
fig = go.Figure().update_layout(title="Five people, two rounds: did they come closer?")
fig = fig.update_xaxes(title="Round").update_yaxes(title="Score (points, 0 to 100)")
for person, row in panel.iterrows():
    fig.add_scatter(x=["first", "second"], y=row, name=f"person {person}")
middle = panel.median()
style = {"width": 5, "color": theme.INK, "dash": "solid"}
fig = fig.add_scatter(x=["first", "second"], y=middle, name="median", line=style, mode="lines")
caveat = (
    "That people agree more does not mean that they are right; they may have followed the median."
)
finding = f"The median moved from {middle[1]:.0f} to {middle[2]:.0f}, the most extreme person most."
present(fig, finding=finding, caveat=caveat, sources=["panel"])

# %% [markdown]
# ## What you will be able to do
#
# - **Conduct** a panel in two rounds, and **quantify** how far people disagree.
# - **Forecast** with a base rate, lock a probability, and **score** it.
# - **Communicate** likelihood and confidence in separate sentences.
# - **Revise** a memo after a premortem.
#
# **Minutes:** 90 with the exercises, 60 without; the memo is homework. **You need:** lesson 9.
# **Claims of the reading tested here:** C6 (a test for a new administration), C23 (rifts), and what
# became of C3, C13, C14, C16, C24. C9, C22, C25, C26 and C28 get a place of their own at the end.
#
# **How old are these numbers?** The record ends in mid-2026; the newest dated event found is of 27 June
# 2026. If you read this later, check first which open questions have been answered.
#
# ## Data card
#
# The table of questions holds two sets: past ones, as one could have asked them at the end of January
# 2025, and open ones. Each has a date, a source that decides it, and a rule if that source is silent.

# %%
print(cite("questions"))

# %% [markdown]
# ## Step 1. What a group knows
#
# The **median** is the middle score, and half of all scores lie within the **interquartile range**
# (IQR). Neither is moved much by one extreme person; the mean is.

# %%
summary = panel.agg(["mean", "median"]).T
summary["IQR"] = panel.quantile(0.75) - panel.quantile(0.25)
summary.round(1)

# %% [markdown]
# Who moved, and in which direction? Ask the extremes for their reasons before you look at a mean.

# %%
moved = (panel[2] - panel[1]).rename("moved")
reasons = load("panel").query("round == 1").set_index("panellist")["reason"]
pd.concat([moved, reasons], axis=1)

# %% [markdown]
# **Quick check.** Half of a class gives very low scores, the other half very high ones. What is wrong
# with reporting the mean?
#
# <details><summary>Show the answer</summary>
# Nobody holds it. Two camps are a finding: report both, and what divides them.
# </details>

# %% [markdown]
# Do several rankings agree? **Kendall's W** is 1 if all rankings are the same, and 0 if they cancel
# out. It compares the sums of ranks with what full agreement would give.

# %%
ranks = load("panel_ranks").pivot(index="panellist", columns="domain", values="rank")
judges, items = ranks.shape
spread = ((ranks.sum() - ranks.sum().mean()) ** 2).sum()
w = 12 * spread / (judges**2 * (items**3 - items))
print(f"W = {w:.3f}")
ranks

# %% [markdown]
# ## Step 2. Words for probabilities
#
# "Could" fits every outcome. US intelligence analysts use seven terms with fixed ranges
# ([ICD 203](https://fas.org/irp/dni/icd/icd-203.pdf)). Neighbouring ranges share their boundary; in
# this course a boundary belongs to the range above it.

# %%
starts = [1, 5, 20, 45, 55, 80, 95]
terms = "almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely"
terms = pd.Series([*terms.split(", "), "almost certain"], index=starts, name="term from (%)")
terms

# %% [markdown]
# Two more rules. Stay with one list of terms. And never put a **likelihood** (of an event) and a level
# of **confidence** (in your sources and your reasoning) into the same sentence.
#
# **Quick check.** "We have high confidence that a contract is unlikely." Correct it.
#
# <details><summary>Show one way</summary>
# "A contract by that date is unlikely. Our confidence is moderate: the reports come from one of the
# two sides only." The second sentence names the basis.
# </details>

# %% [markdown]
# ## Step 3. Begin with a base rate
#
# Before you think about a case, ask how often such things happened. In which of the years before 2025
# was there at least one joint air patrol?

# %%
events = load("joint_exercises")
patrols = events[events["patrol"] & events["kind"].eq("air")]
years = range(2019, 2025)
happened = [int((patrols["start"].dt.year == year).sum()) for year in years]
dict(zip(years, happened, strict=True))

# %% [markdown]
# Every year had one. Does that make it certain? The **rule of succession** adds one case of each kind
# to what was seen, so that it never says never.

# %%
seen, total = sum(count > 0 for count in happened), len(happened)
print(
    f"{seen} of {total} years: plain share {seen / total:.2f}, with the rule {(seen + 1) / (total + 2):.3f}"
)

# %% [markdown]
# ## Step 4. The forecast card
#
# Now it is your turn. **Lock** a probability first; only then does the card show what happened. The
# date is the end of January 2025 for questions R1 to R11: try to think from there. N1 to N9 are
# open. What you lock is kept in `my-work/` and cannot be changed. Do this before you read on.

# %%
from alignment.widgets import ForecastCard

questions = load("questions")
card = ForecastCard(questions)
card

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own number, and run it.

# %%
# card.lock("N1", 50, base="how often it rose before", why="my reason in one line")
card.score()["forecasts"]

# %% [markdown]
# ## Step 5. Score a forecaster
#
# Our table holds an **invented forecaster**. One past question cannot be decided, because its source
# changed its method. It is dropped, and that is said. The **Brier score** is the mean squared distance
# between probability and outcome (1 or 0).

# %%
past = questions.query("set == 'past' and support != 'method changed'")
p, happened = past["forecast"], past["outcome"].astype(float)
brier = ((p - happened) ** 2).mean()
print(f"{len(past)} questions, Brier score {brier:.3f}")

# %% [markdown]
# Some publications add up both outcomes, "yes" and "no", so their scores are twice as large. Say which
# form you use. And compare with simple rivals: whoever always says one half, and whoever knows the
# base rate of the set and always says that.

# %%
base = happened.mean()
rival = base * (1 - base)
skill = 1 - brier / rival
print(f"both outcomes {2 * brier:.2f}, always one half {0.5**2:.2f}")
print(f"base rate {base:.2f}: score {rival:.2f}, so skill {skill:.2f}")

# %% [markdown]
# Ten questions are few. We draw ten of them again and again, with replacement, and look how far the
# score moves.

# %%
rng = np.random.default_rng(10)
picks = rng.integers(0, len(past), size=(10_000, len(past)))
again = ((p - happened) ** 2).to_numpy()[picks].mean(axis=1)
low, high = np.quantile(again, [0.05, 0.95])
print(f"nine in ten samples: {low:.2f} to {high:.2f}")

# %% [markdown]
# The range reaches beyond the score of a rival. With so few questions nobody can tell skill from luck.
#
# Is the forecaster **calibrated**: do things said with some probability happen as often as that? We
# gather the forecasts into three groups.

# %%
group = pd.cut(p, [0, 0.34, 0.66, 1], labels=["low", "middle", "high"])
said = past.assign(happened=happened).groupby(group, observed=True)
calibration = said.agg(n=("id", "size"), said=("forecast", "mean"), came=("happened", "mean"))
calibration.round(2)

# %% [markdown]
# On the dotted line words and world agree. The numbers are counts of questions.

# %%
fig = go.Figure().update_layout(title="Did it happen as often as it was said?")
fig = fig.update_xaxes(title="Mean probability said (share of 1)", range=[0, 1])
fig = fig.update_yaxes(title="Share that happened (share of 1)", range=[-0.08, 1.1])
line = {"dash": "dot", "color": theme.GREY}
fig = fig.add_scatter(x=[0, 1], y=[0, 1], mode="lines", line=line, name="perfect calibration")
style = {"mode": "markers+text", "textposition": "top center", "marker": {"size": 14}}
fig = fig.add_scatter(
    x=calibration["said"], y=calibration["came"], text=calibration["n"], name="forecasts", **style
)

# %% [markdown]
# Read the counts before the points.

# %%
smallest = calibration["n"].min()
present(
    fig,
    finding=f"The groups hold {smallest} to {calibration['n'].max()} questions each: too few to "
    "judge calibration.",
    caveat="One forecaster, invented, on one set of questions that somebody chose.",
    table=calibration.round(2),
    sources=["questions"],
)

# %% [markdown]
# A Brier score has three parts. **Reliability**: how far the probabilities are from the frequencies (0
# is best). **Resolution**: how well the forecasts tell cases apart (more is better). **Uncertainty**:
# how hard the questions were. We let every forecast say the mean of its group; then the parts add up.

# %%
n, said, came = (calibration[column] for column in ("n", "said", "came"))
reliability = (n * (said - came) ** 2).sum() / n.sum()
resolution = (n * (came - base) ** 2).sum() / n.sum()
parts = {"reliability": reliability, "minus resolution": -resolution, "uncertainty": rival}
grouped = sum(parts.values())
pd.Series(parts | {"score of the groups": grouped}).round(4)

# %% [markdown]
# From left to right: each part starts where the one before it ended.

# %%
fig = go.Figure(go.Waterfall(x=[*parts, "score"], y=[*parts.values(), grouped]))
fig = fig.update_traces(measure=["relative"] * 3 + ["total"], connector_line_color=theme.GREY)
fig = fig.update_traces(increasing_marker_color=theme.VERMILLION, totals_marker_color=theme.BLUE)
fig = fig.update_traces(decreasing_marker_color=theme.GREEN)
fig = fig.update_layout(title="Where does the score come from?")
fig = fig.update_xaxes(title="Part").update_yaxes(title="Squared error (share of 1)")

# %% [markdown]
# Which part would you trust least?

# %%
present(
    fig,
    finding=f"Uncertainty ({rival:.2f}) is the largest part; resolution takes {resolution:.2f} off, "
    f"reliability adds {reliability:.2f}.",
    caveat="Three groups of a few questions: another ten questions would give other parts.",
    table=pd.Series(parts | {"score": grouped}, name="value").round(4),
    sources=["questions"],
)

# %% [markdown]
# **Quick check.** A forecaster says one half to everything. What is the resolution?
#
# <details><summary>Show the answer</summary>
# Zero: there is one group only, and its frequency is the base rate. Such a forecaster tells nothing
# apart.
# </details>

# %% [markdown]
# ## Step 6. What happened after the reading
#
# The reading summarises a paper of December 2024. If the alignment deepens (claim C3), more of it
# should be seen in 2025 than in 2024. We compare four series. Two of them are small counts.

# %%
trade = load("trade").set_index("year")["total"]
gas = load("gas_pipeline").set_index("year")["bcm"]
by_year = events.groupby([events["start"].dt.year, "patrol"]).size().unstack(fill_value=0)
record = pd.DataFrame({"trade": trade, "gas by pipeline": gas}).loc[[2024, 2025]]
record["exercises"], record["patrols"] = by_year[False], by_year[True]
record = record.T
record["change (%)"] = (record[2025] / record[2024] - 1) * 100
record.round(1)

# %% [markdown]
# And the beginning of 2026. The periods of the table do not match: five months of 2025, four of 2026.
# So we compare what was traded per month.

# %%
periods = load("trade_periods")
early = periods[(periods["start"].dt.month <= 4) & (periods["start"].dt.year >= 2025)]
sums = early.groupby(early["start"].dt.year)[["months", "exports", "imports"]].sum()
per_month = (sums["exports"] + sums["imports"]) / sums["months"]
spring_change = (per_month[2026] / per_month[2025] - 1) * 100
print(
    f"{per_month[2025]:.1f} -> {per_month[2026]:.1f} billion a month, {spring_change:+.0f} per cent"
)

# %% [markdown]
# One figure, one scale. Bars from counts below ten are hollow: one event more would change them much.

# %%
change = record["change (%)"].copy()
change["trade, early 2026"] = spring_change
change = change[["trade", "trade, early 2026", "gas by pipeline", "exercises", "patrols"]]
fill = [
    "rgba(0, 0, 0, 0)" if name in ("exercises", "patrols") else theme.BLUE for name in change.index
]
fig = go.Figure(go.Bar(x=change, y=change.index, orientation="h", marker_color=fill))
fig = fig.update_traces(marker_line={"color": theme.BLUE, "width": 2})
fig = fig.update_traces(text=change.round(0), textposition="outside")
fig = fig.update_layout(title="Deeper or not? Change on a year before")
fig = fig.update_xaxes(title="Change (per cent)", range=[-70, 45])
fig = fig.update_yaxes(title="Series", autorange="reversed")

# %% [markdown]
# Choose one bar and you have a headline. Which headline would be honest?

# %%
present(
    fig,
    finding="Gas deliveries rose, trade fell and then rose; exercises and patrols were fewer than in "
    "2024, the year with most of them, well within chance.",
    caveat="Two years and few events: a change is not a trend, and values move with prices.",
    table=record.round(1).reset_index(),
    sources=["trade", "trade_periods", "gas_pipeline", "joint_exercises"],
)

# %% [markdown]
# Some claims are answered by an event and not by a series. How did the United States vote on texts
# about Ukraine (claim C6), and which side do the newest dated events speak for (claims C3 and C23)?

# %%
votes = load("ukraine_tallies")
votes[votes["date"] >= "2023-01-01"][["text", "date", "USA", "CHN", "RUS"]].reset_index(drop=True)

# %% [markdown]
# A scoreboard of dated events since 2025. Not every event is for or against a claim.

# %%
since = load("timeline").query("start >= '2025-01-01'")
since["category"].value_counts().reindex(["alignment", "rift", "grievance"])

# %% [markdown]
# These are the ones coded as a rift. Which would make claim C23 true? The reading does not say.

# %%
for _, row in since.query("category == 'rift'").iterrows():
    print(f"{row['date']}: {row['event']}")

# %% [markdown]
# Other claims in one line each: C13, new routes: the pipeline ran above its design capacity in 2025, and
# a second one still had no contract with a price. C14, finance: rouble and yuan settle almost all
# trade of the two by their own account, while lesson 7 shows how small the yuan is elsewhere. C16: see
# the hollow bars, and lesson 3. C24, North Korea: China trades, Russia receives arms and troops
# (tables `north_korea` and `arms_transfers`).

# %% [markdown]
# ## Step 7. A premortem
#
# Imagine that it is December 2028 and your judgement has proved badly wrong. It *has* happened. Why?
# People find more reasons this way than when they ask what might go wrong. Sort each reason: was it the
# wrong **event**, the wrong **mechanism**, wrong **data**, or wrong **values**?

# %%
from alignment.widgets import PremortemBoard

premortem = PremortemBoard()
premortem

# %% [markdown]
# The same in a code cell. An empty kind is a hint: what do you not like to think about?

# %%
# premortem.add("wrong data", "customs revised the year we built on", sign="a new vintage")
premortem.missing()

# %% [markdown]
# ## Step 8. The memo
#
# Write to one named office holder: bottom line; ranking with ranges; the three strongest pieces of
# evidence and the strongest against; assumptions; what would change your mind; at least three options
# with costs, one of them "do less"; a dissent; sources. The linter looks at the form only. It does
# not know whether you are right.

# %%
from alignment.widgets import MemoLinter

memo = MemoLinter()
memo

# %% [markdown]
# It works on any text. Here is a bad memo in three sentences, and what the linter asks about it.

# %%
bad = """China's support sustains the war. A priced gas contract is very likely (60 %), and we say so
with high confidence. Trade reached 228.1 billion dollars."""
for _, finding in MemoLinter(bad).findings().iterrows():
    print(f"{finding['kind']}: {finding['advice']}")

# %% [markdown]
# A causal verb is not forbidden. But a sentence that names a cause needs a comparison: what would be
# different without it?
#
# **Quick check.** Correct the first sentence of the bad memo so that it claims no more than lesson 4 showed.
#
# <details><summary>Show one way</summary>
# "Russia's trade with China grew after 2021 while its trade with Europe shrank. What Russia could
# have bought and sold elsewhere is not known." Both sentences can be checked.
# </details>

# %% [markdown]
# ## What no table decides
#
# Some claims of the reading cannot be tested, only argued. C25 (prevent further deepening), C26 (keep
# channels open) and C28 (an order that benefits all parties) say what *should* be done; they need
# values, feasibility, and a look at what they cost. C9 (a risk of being drawn into a war) can only be
# asked as a dated question. C22 says what Beijing thinks; that needs Chinese texts and not votes. C25
# and C26 may also conflict: name one week in which you could not do both.
#
# ## The other side of the table
#
# Others forecast too, and some look back at their own record.
#
# - **Beijing.** Xiao Bin of the Chinese Association of Social Sciences wrote in January 2025 that the
#   war was unlikely to end on the timetable of the new US president
#   ([China-US Focus](https://chinausfocus.com/tags/us-russia-relations)).
# - **Moscow.** Authors of the Valdai Club listed which of their own forecasts for 2018 came true, and
#   which events they had not foreseen
#   ([Valdai Club](https://valdaiclub.com/a/highlights/uncertainties-2019/)).
# - **Manila.** Richard Heydarian asked in December 2024 whether a BRICS summit in Russia marked a turning
#   point in how far the world accepts an order led by the United States
#   ([China-US Focus](https://chinausfocus.com/tags/us-russia-relations)).
# - **A critic in the United States.** John Mueller argues that each threat that was taken seriously in
#   the last decades was then inflated
#   ([Cato Institute](https://www.cato.org/study/assessing-international-threats-during-after-cold-war)).
#
# **Turn the frame round.** Write the bottom line of the memo that an adviser in Beijing, Moscow or New
# Delhi would write about the same events. Draw lots for the capital. Which of your sentences could
# stay as they are?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** After the reading trade fell for a year and then grew again, gas deliveries rose,
#   and the US vote on Ukraine texts changed more than once.
# - **Mixed.** Deepening: some series rose and others fell. Rifts: friction is on record, a break is not.
# - **Not settled here.** Whether the alignment lasts. N1 to N9 are dated so that somebody can find out.
#
# Confidence is high for votes and trade totals, and low for counts of events. It is low for every
# statement about motives.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 10 (its link stands at the end of this page), then write the memo.
#
# **Discuss.** Where was the class most overconfident? Did the reading age well? What would its authors
# change? Is it fair to score a forecast when the question was chosen afterwards?
#
# **Read.** Intelligence Community Directive ICD 203 (2015); Mellers and others on forecasting
# tournaments (2014); Tetlock and Gardner, *Superforecasting* (2015); Klein on the premortem (2007);
# Rowe and Wright on the Delphi method (1999); Bradley and others on the error of a Brier score
# ([2008](https://journals.ametsoc.org/view/journals/wefo/23/5/2007waf2007049_1.xml)); the authors of
# the paper behind the reading, in their own conversation of March 2025
# ([Brookings](https://www.brookings.edu/articles/china-and-russias-strategic-relationship-amid-a-shifting-geopolitical-landscape/)).
