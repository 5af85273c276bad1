# %% [markdown]
# # Lesson 10. Judgement: group, forecast, memo
#
# **Question of the day.** What can you tell a decision maker that is clear, honest about doubt, and
# can later be found right or wrong?
#
# The reading also predicts and advises. The alignment "will test" a new administration (claim C6),
# rifts "could emerge over time" (claim C23), and Washington should prevent "further deepening" (claim
# C25). The first can be compared with what happened later. The second can never be found wrong: "could" fits
# every outcome, and it has no date. The third is a wish. In this lesson a group judges, you forecast, and you
# write a memo.
#
# First look: five people score one domain. They see the **median** (the middle score) of all five and
# anonymous reasons, and score again. This is a small **Delphi** panel. It is **synthetic**: the people
# and their scores are invented.

# %%
import numpy as np
import pandas as pd
import plotly.express as px
from IPython.display import display

from alignment import widgets
from alignment.charts import present
from alignment.methods.groups import kendalls_w
from alignment.tables import load
from alignment.widgets import predict, reveal

panel = load("panel").pivot(index="panellist", columns="round", values="score")

# %% tags=["picture"]
both = pd.concat([panel.median().to_frame("median").T, panel]).rename_axis("person")
long = both.reset_index().melt("person", var_name="round", value_name="score")
labels = {"round": "Round", "score": "Score (points, 0 to 100)", "person": "Person"}
fig = px.line(long, x="round", y="score", color="person", markers=True, labels=labels)
fig.update_xaxes(tickvals=[1, 2], ticktext=["first", "second"], range=[0.9, 2.1])
fig.update_traces(line_width=9, selector={"name": "median"})
middle = panel.median()
present(
    fig,
    finding=f"The median moved from {middle[1]:.0f} to {middle[2]:.0f}; the most extreme person moved most.",
    caveat="That people agree more does not make them right; they may have followed the median. The thin "
    "line of C lies on the thick one of the median: C gave the middle score both times.",
    sources=["panel"],
)

# %% [markdown]
# ## What you will be able to do
#
# - **Conduct** a panel in two rounds, and **quantify** how far people disagree.
# - **Forecast** with a base rate, lock a probability, and **score** it.
# - **Communicate** likelihood and confidence in separate sentences.
# - **Revise** a memo after a premortem.
#
# The memo is homework. **You need:** lesson 9.
# **Claims of the reading tested here:** C6 (a test for a new administration), C23 (rifts), and what
# became of C3, C13, C14, C16, C24. C9, C22, C25, C26 and C28 get a place of their own at the end.
#
# **How old are these numbers?** The newest event of the timeline is of 27 June
# 2026. If you read this later, check first which open questions have been answered.
#
# ## Data card
#
# This course wrote the forecast questions. Each has a date, a source that decides it, and a rule if
# that source is missing.
#
# ## Step 1. What a group knows
#
# The median is the row `50%` of the first table. Half of all scores lie between the rows `25%` and
# `75%`; the distance between these two rows is the **interquartile range** (IQR). One extreme person hardly
# moves the median or the IQR, but moves the mean. Before you use a mean, ask extreme people for their
# reasons. The second table shows who moved how far, and everybody's first reason.

# %%
display(panel.describe().round(1))
reasons = load("panel").query("round == 1").set_index("panellist")["reason"]
pd.concat([(panel[2] - panel[1]).rename("moved"), reasons], axis=1)

# %% [markdown]
# **Quick check.** Half of a class gives very low scores, the other half very high ones. What is wrong
# with reporting the mean?
#
# <details><summary>Show the answer</summary>
# Nobody holds it. Two camps are a finding: report both, and what divides them.
# </details>

# %% [markdown]
# Three **other** people, P1 to P3, rank the five domains. Do they agree? **Kendall's W** adds up the
# ranks of each domain. If all rankings are the same, these sums lie as far apart as they can, and W is
# 1. If the rankings cancel each other out, the sums are equal, and W is 0.
#
# The letters: **M** military-operational, **E** economic
# sustainment, **D** diplomatic and Global South, **T** technology and defence industry, **F** financial
# order. Rank 1 is the largest challenge.

# %%
ranks = load("panel_ranks").pivot(index="panellist", columns="domain", values="rank")
print(f"W = {kendalls_w(ranks):.3f}")
ranks

# %% [markdown]
# W = 0.844 is near 1: the three agree on most of the order.
#
# ## Step 2. Words for probabilities
#
# "Could" fits every outcome. US intelligence analysts use seven terms with fixed ranges, in per cent
# ([ICD 203](https://fas.org/irp/dni/icd/icd-203.pdf)). Neighbouring ranges have a boundary in common;
# in this course it belongs to the range above it.

# %%
display(load("likelihood_words"))

# %% [markdown]
# So 20 per cent is *unlikely*. Two more rules. Use one list of terms only. And never put a
# **likelihood** (of an event) and a level of **confidence** (in your sources and your reasoning) into
# the same sentence.
#
# **Quick check.** "We have high confidence that a contract is unlikely." Correct it.
#
# <details><summary>Show one way</summary>
# "A contract by that date is unlikely. Our confidence is moderate: the reports come from one of the
# two sides only." The second sentence names the basis.
# </details>
#
# ## Step 3. Begin with a base rate
#
# Before you think about a case, ask how often such things happened. In how many of the years before
# 2025 was there at least one joint air patrol? And if there was one in every year, is the next one
# certain? The **rule of succession** adds two years to those that were seen, one with a patrol and one
# without. So its result is never exactly 0 or 1.

# %%
air = load("joint_exercises").query("patrol and kind == 'air'")["start"].dt.year
years = air.value_counts().reindex(range(2019, 2025), fill_value=0)  # change this: begin in 2014
seen, total = (years > 0).sum(), len(years)  # years with a patrol; all years
print(f"{years.to_dict()}: share {seen / total:.2f}, by the rule {(seen + 1) / (total + 2):.3f}")

# %% [markdown]
# Change 2019 to 2014 in the code: five years without a patrol are added. Which years are like the one
# you ask about?

# %% [markdown]
# ## Step 4. The forecast card
#
# The card holds past questions, R1 to R11, put as one could have asked them in January 2025, and open
# ones, N1 to N9. One past question, R8, cannot be decided, because its source changed its method. We
# drop it; ten remain. (R2 and R11 ask about the same event, with two dates.) Guess first, without
# seeing the ten, how many came true. The answer stands below the card.

# %% tags=["predict"]
predict("p10-1")

# %% [markdown]
# **Lock** a probability; only then does the card show what happened. What you lock is kept in
# `my-work/` and cannot be changed. **Before you read on, lock R1 to R11 without R8, and two of N1 to
# N9.** For R1 to R11, say what you would have said at the end of January 2025. This is mostly practice:
# you may know the outcome (**hindsight**). Of the ten outcomes, eight were visible in earlier lessons
# and one stood in a folded table; the table below the card says where (`shown_in`, `shown_as`). Only R9
# is new. The real test is N1 to N9.

# %%
card = widgets.ForecastCard(load("questions"))
card  # in code: card.lock("N1", 50, base="how often it rose before", why="one line")

# %% tags=["result"]
past = load("questions").query("set == 'past' and support != 'method changed'").set_index("id")
happened = past["outcome"].astype(float)  # 1 for yes, 0 for no
display(past[["shown_in", "shown_as"]].T.fillna("not shown"))
reveal("p10-1")

# %% [markdown]
# A good place to stop for today: what you locked is kept.
#
# ## Step 5. Score a forecaster, and yourself
#
# Take the distance between probability and outcome (1 if the event happens, 0 if not), and square it.
# The **Brier score** is the mean of these squares; lower is better. Say 70 per cent: if the event
# happens, your square is `(1 - 0.7) ** 2 = 0.09`; if not, it is `(0 - 0.7) ** 2 = 0.49`. Some
# publications add the squares for yes and for no; their scores are twice as large.
#
# The table below has four columns: you, an **invented forecaster**, and two simple rivals. One rival
# always says one half. The other knows the base rate (the share of the ten that came true) and always
# says that. `count` is the number of questions, `mean` the Brier score. The lower rows hold the
# questions whose outcome was not visible before: too few for a verdict. Your column is empty until you
# lock some.

# %% tags=["result"]
said = pd.DataFrame({"you": card.scored()["probability"], "invented": past["forecast"]}, past.index)
said["one half"], said["base rate"] = 0.5, happened.mean()
squared = said.astype(float).sub(happened, axis=0) ** 2  # in each row: minus the outcome, squared
parts = {"all ten": squared, "not visible before": squared[past["shown_as"] != "visible"]}
pd.concat({name: part.agg(["count", "mean"]) for name, part in parts.items()}).round(2)

# %% [markdown]
# Ten questions are few. How different would the score be with other questions like these? We draw ten
# questions at random from these ten, so that some come twice and others not at all, and score them.
# Doing this many times is **resampling** with replacement.

# %% tags=["predict"]
predict("p10-3")

# %% tags=["result"]
picks = np.random.default_rng(10).integers(0, 10, size=(10_000, 10))  # a row: ten questions
again = squared["invented"].to_numpy()[picks].mean(axis=1)  # the Brier score of each row
low, high = np.quantile(again, [0.05, 0.95])
print(f"one sample in twenty scores below {low:.2f}, one in twenty above {high:.2f}")
reveal("p10-3")

# %% [markdown]
# Is the forecaster better than the rival who says the base rate? Both answer the same questions, and an
# easy sample is easy for both, so their scores go up and down together. Two separate ranges would not
# show how often one beats the other. So we resample the **difference** of the two squares, question by
# question.

# %% tags=["predict"]
predict("p10-2")

# %% tags=["result"]
lead = squared["base rate"] - squared["invented"]  # above 0: better than the rival
again = lead.to_numpy()[picks].mean(axis=1)
print(f"the invented forecaster is better in {(again > 0).mean():.0%} of the samples")
reveal("p10-2")

# %% tags=["result", "picture"]
resampled = {}
for who in ["you", "invented"]:
    gain = (squared["base rate"] - squared[who]).dropna().to_numpy()
    if len(gain) >= 5:
        rows = np.random.default_rng(10).integers(0, len(gain), size=(10_000, len(gain)))
        resampled[who] = gain[rows].mean(axis=1)
long = pd.DataFrame(resampled).melt(var_name="forecaster", value_name="lead")
labels = {"lead": "Lead over the rival (in Brier scores)", "forecaster": "Forecaster"}
fig = px.histogram(long, x="lead", color="forecaster", barmode="overlay", labels=labels)
bins = {"start": -1, "end": 1, "size": 0.02}  # so that no bar stands across zero
fig.update_yaxes(title="Samples (count)").update_traces(marker_opacity=0.7, xbins=bins)
fig.update_layout(bargap=0.06).add_vline(x=0, line_dash="dot")
table = pd.DataFrame(resampled).quantile([0.05, 0.5, 0.95]).rename_axis("quantile").round(3)
present(
    fig,
    finding="Right of zero a forecaster beats the rival: the invented one does so in most samples, but "
    "not in all.",
    caveat="The questions may be badly chosen; and the rival's base rate was known only afterwards. Your bars, if "
    "you locked five or more, rest on hindsight. Where two colours overlap they mix.",
    table=table.reset_index(),
    sources=["questions"],
)

# %% [markdown]
# Some samples lie left of zero: can ten questions tell skill from luck?
#
# If a forecaster is **calibrated**, about seven in ten of the things that she calls 70 per cent likely
# happen, and so on. Ten questions are too few to see that. But you have locked guesses in every lesson,
# most of them with a range that should hold the right value eight times in ten. How many of yours did?
# Guess first.

# %% tags=["predict"]
predict("p10-4")

# %% tags=["result"]
reveal("p10-4")
widgets.calibration()

# %% [markdown]
# **Quick check.** A forecaster says one half to everything. Can she be calibrated? Is she useful?
#
# <details><summary>Show the answer</summary>
# She is calibrated if half of the things happen. She is of no use: she never says that one case is more
# likely than another. The Brier score can be split into such parts: **reliability** (how far the
# probabilities are from the frequencies), **resolution** (how well they tell cases apart) and
# **uncertainty** (how hard the questions were). In set 10 you can compute these parts.
# </details>
#
# ## Step 6. What happened after the reading
#
# The reading summarises a paper of December 2024. If the alignment deepens (claim C3), more of it
# should be seen in 2025 than in 2024. The figure compares four series; exercises and patrols are small
# counts. Beside each bar stand its two values: trade in billion dollars, gas in billion cubic metres.
# Trade has a second bar: January and February of 2026, compared with the same months of **2024**: for 2025 our
# table has only one sum, January to May.

# %% tags=["picture"]
early = load("trade_periods").query("end.dt.month <= 2")  # January and February
early = early.groupby(early["start"].dt.year)[["exports", "imports"]].sum().sum(axis=1)
events = load("joint_exercises")
counts = events.groupby([events["start"].dt.year, "patrol"]).size().unstack(fill_value=0)
record = pd.DataFrame({"trade": load("trade").set_index("year")["total"]}).loc[[2024, 2025]]
record["trade, Jan-Feb, 2024 to 2026"] = [early[2024], early[2026]]
record["gas by pipeline"] = load("gas_pipeline").set_index("year")["bcm"]
record["exercises"], record["patrols"] = counts[False], counts[True]
bars = record.T.assign(change=(record.loc[2025] / record.loc[2024] - 1) * 100).round(1)
bars = bars.rename_axis("series").reset_index().rename(columns={2024: "before", 2025: "after"})
bars["kind"] = ["amount", "amount", "amount", "small count", "small count"]
bars["said"] = bars.apply(lambda row: f"{row['before']:.0f} to {row['after']:.0f}", axis=1)
labels = {"change": "Change from 2024 (per cent)", "series": "Series", "kind": ""}
look = {"color": "kind", "pattern_shape": "kind", "orientation": "h", "labels": labels}
fig = px.bar(bars, x="change", y="series", text="said", range_x=[-65, 45], **look)
fig.update_traces(textposition="outside").update_yaxes(autorange="reversed")
present(
    fig,
    finding="In 2025 pipeline gas rose and trade fell; exercises and patrols were fewer than in 2024, the "
    "year with the most of them. Trade of early 2026 lay a little above that of the same months of 2024.",
    caveat="A change between two years is not a trend, and values move with prices and seasons. "
    "Lesson 3 shows how far counts this small move by chance.",
    table=bars[["series", "before", "after", "change"]],
    sources=["trade", "trade_periods", "gas_pipeline", "joint_exercises"],
)

# %% [markdown]
# Choose one bar and you have a headline. Which headline would be honest?
#
# How did the United States vote on texts about Ukraine (claim C6)? Step 3 of
# [lesson 6](lesson-06-diplomatic.ipynb) lists it: yes until the end of 2024; since then it has voted
# yes, voted no and abstained.
#
# Do the newest dated events speak for deepening (C3) or for rifts (C23)? Our timeline sorts them. From
# January 2025 it holds every talk of the two presidents in person or by video, every yearly meeting of the
# heads of government, every exercise or patrol of `joint_exercises`, and every package of EU sanctions.
# We chose the rest by hand, so the counts depend on us.
#
# The categories:
#
# - *alignment*: a meeting or a step that brings the two closer; *military*: an exercise or a patrol;
# - *grievance*: a complaint or an act, of one or both, against third parties, such as a joint veto;
# - *friction*: one of the two publicly acts against goods or people of the other, or disputes a map;
# - *rift*: more than friction, such as a recalled ambassador or sanctions by name;
# - *break*: the end of a treaty or of relations; *context*: the rest.
#
# Below the counts stand the events coded as friction, rift or break. Would any of them make claim C23
# true? The reading does not say what counts as a rift.

# %%
pd.set_option("display.max_colwidth", None)  # show whole sentences
since = load("timeline").query("start >= '2025-01-01'").set_index("date")
kinds = ["alignment", "grievance", "military", "context", "friction", "rift", "break"]
display(since["category"].value_counts().reindex(kinds, fill_value=0).to_frame())
since[since["category"].isin(kinds[4:])][["category", "event"]]  # friction, rift, break

# %% [markdown]
# Four other claims, one by one:
#
# - **C13, new routes.** The gas pipeline ran above its design capacity in 2025, says Gazprom (table
#   `timeline`); for a second one there was still no contract with a price.
# - **C14, finance.** Almost all trade between the two is paid in rouble and yuan, say Russian officials
#   (table `ach_items`, e13); lesson 7 shows how small the yuan is elsewhere.
# - **C16, exercises.** See the striped bars of the figure, and lesson 3.
# - **C24, North Korea.** China trades with it; Russia receives its arms and troops (tables
#   `north_korea` and `arms_transfers`).
#
# ## Step 7. A premortem
#
# Imagine that it is December 2028 and your judgement has proved badly wrong. It *has* happened. Why?
# People often find more reasons this way than when they ask what might go wrong. Sort each reason: was
# it the wrong **event**, the wrong **mechanism**, wrong **data**, or wrong **values**? If a kind stays
# empty, ask: what do you not like to think about?

# %%
widgets.PremortemBoard()

# %% [markdown]
# ## Step 8. The memo
#
# Write 900 to 1200 words to one named office holder: bottom line; ranking with ranges; the three
# strongest pieces of evidence and the strongest against; assumptions; what would change your mind; at
# least three options with costs, among them one that does less and one that does more than today; a
# dissent (the strongest view against yours); sources. The **checker** below (`MemoLinter`) is a program
# that looks at the form only, such as a cause without a comparison or a number without a source. It
# does not know whether you are right.

# %%
widgets.MemoLinter()

# %% [markdown]
# Here is a bad memo in four sentences, and what the checker asks about it. The checker says nothing
# about the fourth sentence: what would you ask?

# %%
bad = """China's support sustains the war. A priced gas contract is very likely (60 %), and we say so
with high confidence. Trade reached 228.1 billion dollars. The partnership is a marriage of convenience
and will certainly fade after the war."""
print(*widgets.MemoLinter(bad).findings()["advice"], sep="\n")

# %% [markdown]
# A verb that names a cause is not forbidden. But its sentence needs a comparison: what would be
# different without the cause?
#
# **Quick check.** Correct the first sentence of the bad memo so that it claims no more than lesson 4
# showed.
#
# <details><summary>Show one way</summary>
# "Russia's trade with China grew from 2021 to 2024, while the European Union paid less for its oil, gas and
# coal. What Russia could have bought and sold elsewhere is not known." Both sentences can be checked.
# </details>
#
# ## The class together
#
# You learn alone? Go on to *Your dossier*.
#
# Where do honest people differ: in values or in facts? If your teacher has collected the class, load
# the class file and see. Without a file, the panel shows an invented class.

# %%
widgets.ClassPanel()

# %% [markdown]
# With one press you write your own file for the class. It holds numbers only: scores, weights, guesses,
# forecasts. Your teacher could still open it and see whose upload it is.

# %%
widgets.ForTheClass()

# %% [markdown]
# ## Your dossier
#
# Everything you said in this course on one page: scores, notes, weights, guesses, forecasts, memo.

# %%
widgets.dossier()

# %% [markdown]
# ## What no table decides
#
# Some claims of the reading cannot be tested, only argued. C25 (prevent further deepening), C26 (keep
# channels open) and C28 (an order that benefits all parties) say what *should* be done; to judge them
# one must weigh values, feasibility and costs. C9 (a risk of being drawn into a war) can be tested only as a
# question with a date. C22 says what Beijing thinks: to test it one needs Chinese texts; votes do not
# show it. C25 and C26 may also conflict: name a week in which Washington could not do both at once.
#
# ## The other side of the table
#
# Others judge too, and some said beforehand what would show them wrong.
#
# - **Washington, a voice that sees limits.** The yearly report of the Pentagon of December 2025 says
#   that the two deepen their partnership, almost certainly to counter the United States, but distrust
#   on both sides holds it back ([Bloomberg via
#   NDTV](https://www.ndtv.com/world-news/china-in-historic-military-buildup-us-increasingly-vulnerable-pentagon-report-9926963)).
# - **Kyiv.** In January 2023 Yurii Poita said that the attempts to make China influence Russia had failed,
#   and that the view was gaining ground in Ukraine that China cannot be a strategic partner
#   ([New Geopolitics Research Network](https://www.newgeopolitics.org/2023/01/30/how-did-relations-between-ukraine-and-china-change-after-february-24/)).
# - **Moscow.** In 2013 Dmitri Trenin judged that a military alliance was neither realistic nor needed: a
#   judgement that can be checked today ([Carnegie Moscow Center](https://carnegiemoscow.org/2013/09/06/china-russia-relations/)).
# - **Stockholm.** A Swedish institute puts three futures of the relation in order, from the most to the
#   least likely: more of the same, a worsening in the long run, a full military alliance. It names
#   signs of the last two futures
#   ([Swedish National China Centre, 2024](https://kinacentrum.se/zh/publications/future-scenarios-of-russia-china-relations-not-great-not-terrible/)).
#
# **Change the point of view.** Write the bottom line of the memo that an adviser in Beijing, Moscow,
# Kyiv or Tokyo would write about the same events. Which of your sentences could stay as they are?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** In 2025 trade fell and pipeline gas rose, and the US vote on Ukraine texts changed
#   more than once.
# - **Mixed.** Deepening: some series rose and others fell; trade of early 2026 looks higher than that
#   of early 2024, but two months are no trend. Rifts: our list has friction, but no rift and no break.
# - **Not settled here.** Whether the alignment lasts. N1 to N9 have dates, so that somebody can find out.
#
# Confidence is high for votes and for yearly totals of trade, low for counts of events, and low for
# every statement about motives.
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
