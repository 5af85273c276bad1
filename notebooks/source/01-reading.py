# %% [markdown]
# # Lesson 1. The reading: claims, sources, drift
#
# **Question of the day.** What exactly does this text say, who says it, and what could show that it
# is wrong?
#
# The course starts from one short news summary:
# ["U.S.-China-Russia relations pose challenge for Trump administration"](https://thefederalnewswire.com/stories/666965693-u-s-china-russia-relations-pose-challenge-for-trump-administration).
# Read it before you go on. A **claim** is a statement that somebody could deny. We split the text
# into claims and number them. C1, for example, says that the relationship has "significant
# implications" for the interests of the United States. C10 says that China "has supplied Russia
# with industrial inputs". These two are very different kinds of statement. In this lesson you learn
# to tell kinds of claims apart, before any of them goes to the data.
#
# The next cell loads what the lesson needs. Run a cell with Shift+Enter.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

pd.set_option("display.max_colwidth", None)  # show whole sentences
claims = load("claims")
main = claims["type"].str.split(",").str[0]

# %% [markdown]
# First look: what kinds of claims stand in which paragraph? P1 is the first paragraph of the
# reading, P9 the last. The main type of a claim is the first word in its column `type`.

# %%
counts = pd.crosstab(claims["paragraph"], main)[main.value_counts().index]
fig = go.Figure().update_layout(title="What kinds of claims does the reading make?")
fig = fig.update_layout(barmode="stack", yaxis_title="Claims (number)")
fig = fig.update_xaxes(title="Paragraph of the reading")
for kind, shape in zip(counts, ["", "/", "x", ".", "-", "+", "|", "\\"], strict=True):
    look = {"shape": shape, "fillmode": "overlay", "fgcolor": "white", "solidity": 0.2}
    fig.add_bar(x=counts.index, y=counts[kind], name=kind, marker_pattern=look)
causal, normative = counts["causal"], counts["normative"]
finding = f"{causal.sum()} of {len(claims)} claims say what brings about what, {causal['P3']} of "
finding += f"them in P3; all {normative.sum()} claims about what should be done stand in P8 and P9."
caveat = "A paragraph with many claims is not better supported; a claim is not evidence."
present(fig, finding=finding, caveat=caveat, table=counts, sources=["claims"])

# %% [markdown]
# Open the fold under the figure to read the figure in words and the numbers behind it. One coder
# made this picture. You will see soon that another careful coder gets a slightly different one.
#
# ## What you will be able to do
#
# - **Identify** the claims in a text and **classify** them by type.
# - **Distinguish** a claim from its source.
# - **Trace** how a summary changes what it summarises.
# - **Formulate** what we should see if a claim were false.
# - **Evaluate** a source with an interest without dismissing it.
#
# **Minutes:** 75 with the exercises, 45 without. **You need:** lesson 00.
# **Claims of the reading treated here:** all of them, from C1 to C28.
#
# **How old are these numbers?** The reading summarises a paper of December 2024. This course looks
# back at it from mid-2026. Nothing dated after mid-2026 was found.

# %% [markdown]
# ## Data card
#
# The table `claims` holds the reading in our own words, with a few words of the original beside
# each claim. It was made for this course: the split into claims and every label are judgements. The
# next cell prints how to cite it.

# %%
print(cite("claims"))

# %% [markdown]
# ## Step 1. Eight kinds of claims
#
# The kind matters because it decides what could show a claim wrong. Here is one claim of each main
# type.

# %%
one_each = claims.assign(main=main).drop_duplicates("main")
one_each.set_index("main")[["id", "claim", "phrase"]]

# %% [markdown]
# - **Descriptive**: says what is. You can count or measure it.
# - **Causal**: says that one thing brings about another. You need a comparison with a world
#   without the first thing.
# - **Predictive**: says what will be. You need a date.
# - **Conditional**: says what will be *if* somebody does something. You need the condition to
#   come true.
# - **Intent**: says what somebody wants. Acts alone rarely show it.
# - **Attribution**: says what somebody thinks. You need a statement by that person.
# - **Evaluative**: says how large or how bad. You need a scale.
# - **Normative**: says what should be done. Data alone can never settle it.
#
# How often does each type occur?

# %%
main.value_counts()

# %% [markdown]
# The type column often holds a second word. Look at the claims that carry the word *intent*
# anywhere.

# %%
claims[claims["type"].str.contains("intent")].set_index("id")[["claim", "type"]]

# %% [markdown]
# **Quick check.** How many figures (numbers that measure something) does the reading contain?
#
# <details><summary>Show the answer</summary>
# None. The paper behind it is a policy paper with data. In the summary not one figure is left. So
# nothing in the reading can be checked as it stands: each claim must first be made precise.
# </details>

# %% [markdown]
# ## Step 2. What could show it wrong?
#
# A claim can be tested if we can say beforehand what we should see if it were **false**. The column
# `testable` holds one coder's answer. We keep its first word and count.

# %%
answer = claims["testable"].str.split(",").str[0]
answer.value_counts()

# %% [markdown]
# What share of all claims can public data test now? The word must be *yes*; *partly* is not yes.

# %%
testable = answer == "yes"
share = testable.sum() / len(claims)
print(f"{testable.sum()} of {len(claims)} claims: a share of {share:.2f}")

# %% [markdown]
# Is it the important claims that can be tested? The column `importance` says, from 1 to 5, how much
# the conclusion of the reading rests on the claim. It is **illustrative**: one teacher's judgement.
# Claims with the same two labels stand together, at most three side by side.

# %%
levels = ["no", "weakly", "by forecast only", "partly", "yes"]
cell = claims.assign(row=answer.map(levels.index)).groupby(["row", "importance"])["id"]
place, wide = cell.cumcount(), cell.transform("size").clip(upper=3)
x = claims["importance"] + 0.27 * (place % 3 - (wide - 1) / 2)
y = answer.map(levels.index) + 0.42 * (place // 3)

# %% [markdown]
# Each circle is one claim. The filled ones can be tested now **and** have an importance of 4 or 5.

# %%
first = testable & (claims["importance"] >= 4)
fig = go.Figure().update_layout(title="Which important claims can be tested?", height=540)
for name, part in {"test these first": first, "other claims": ~first}.items():
    fig.add_scatter(x=x[part], y=y[part], text=claims["id"][part], mode="markers+text", name=name)
    fig.data[-1].marker.update(symbol="circle-open", size=33, color=theme.INK, line_width=1)
fig.data[0].update(textfont_color="white", marker={"symbol": "circle", "color": theme.BLUE})

# %% [markdown]
# The axes get words for the levels, and no lines that would cross the numbers.

# %%
fig = fig.update_xaxes(title="Importance for the conclusion (points, illustrative)", dtick=1)
fig = fig.update_xaxes(range=[0.4, 5.6], showgrid=False, zeroline=False)
fig = fig.update_yaxes(title="Testable with public data?", range=[-0.5, 4.6], showgrid=False)
fig = fig.update_yaxes(tickvals=list(range(5)), ticktext=levels, zeroline=False)

# %% [markdown]
# The claims in the upper right corner deserve the first test. The next cell also writes the grid in
# words, for readers who do not see it.

# %%
grid = claims.groupby([answer, "importance"])["id"].agg(", ".join)
words = "; ".join(f"{level}, importance {points}: {ids}" for (level, points), ids in grid.items())
present(
    fig,
    finding=f"Only {first.sum()} of {testable.sum()} testable claims have an importance of 4 or "
    f"more: {', '.join(claims['id'][first])}.",
    caveat="Importance is one teacher's illustrative judgement, and what cannot be tested may still "
    "be true.",
    table=claims[["id", "claim", "testable", "importance"]],
    sources=["claims"],
    alt=f"Grid of all claims by two labels: can it be tested, and how important is it? {words}.",
)

# %% [markdown]
# Now the hard part: say what we should see if the claim were false. Compare two sentences about C23,
# which says that "potential rifts could emerge over time".
#
# - *Relations may become worse at some point.* Nothing that happens can show this wrong.
# - *By 31 December 2027 one of the two governments publicly ends the treaty of 2001, by its foreign
#   ministry's own website.* This has an event, a date, a source and a rule.
#
# **Quick check.** Which word in "could emerge over time" makes the claim impossible to refute?
#
# <details><summary>Show the answer</summary>
# Two do. "Could" allows that nothing happens, and "over time" never ends. Remove one and the other
# still protects the claim.
# </details>

# %% [markdown]
# ## Step 3. Two careful readers, two codings
#
# Is C7 ("plays a critical role in sustaining") causal, because of *sustaining*? Or is it evaluative,
# because of *critical*? Both answers can be defended. The table `claim_codings` holds two possible
# codings. **Neither is a key.** Here are the claims on which they differ.

# %%
codings = load("claim_codings")
differ = codings[codings["first"] != codings["second"]]
differ.merge(claims[["id", "phrase"]]).set_index("id")

# %% [markdown]
# On what share of the claims do they agree?

# %%
same = (codings["first"] == codings["second"]).mean()
print(f"same main type: {same:.2f}")

# %% [markdown]
# Some agreement comes by chance: if both call half of all claims causal, they often meet. Cohen's
# **kappa** takes this away. We multiply, for each type, how often the two coders use it; the sum is
# the agreement to expect by chance. Kappa is 1 for full agreement and 0 for no more than chance.


# %%
def kappa(first: pd.Series, second: pd.Series) -> float:
    """Agreement beyond chance of two codings of the same claims."""
    same = (first == second).mean()
    shares = first.value_counts(normalize=True) * second.value_counts(normalize=True)
    by_chance = shares.sum()
    return (same - by_chance) / (1 - by_chance)


print(f"kappa of the two codings: {kappa(codings['first'], codings['second']):.2f}")

# %% [markdown]
# Is that high or low? A number of agreement says nothing without others beside it. We add two
# pairs: the two codings of table `drift`, which you meet in step 4; and coding one beside a coder
# who calls **everything** descriptive.

# %%
drift = load("drift")
one = codings["first"]
pairs = {
    "claims: one and two": (one, codings["second"]),
    "drift: one and two": (drift["kind"], drift["second_kind"]),
    "claims: one and “all descriptive”": (one, pd.Series("descriptive", one.index)),
}
rows = {name: {"same": (a == b).mean(), "kappa": kappa(a, b)} for name, (a, b) in pairs.items()}
agreement = pd.DataFrame(rows).T.astype(float).round(2)
agreement

# %% [markdown]
# We draw both measures for each pair.

# %%
fig = go.Figure().update_layout(title="How far do two codings agree?", barmode="group")
for measure, shape in [("same", ""), ("kappa", "/")]:
    value = agreement[measure]
    fig.add_bar(y=agreement.index, x=value, orientation="h", name=measure, text=value)
    fig.data[-1].update(marker_pattern_shape=shape, textposition="outside", cliponaxis=False)
fig = fig.update_xaxes(title="Agreement (share, and kappa; 1 = full)", range=[0, 1.05])
fig = fig.update_yaxes(title="Pair of codings", autorange="reversed")

# %% [markdown]
# Compare the two bars of the third pair.

# %%
lazy = agreement.loc["claims: one and “all descriptive”"]
present(
    fig,
    finding=f"The two codings of the claims agree well beyond chance (kappa "
    f"{agreement['kappa'].iloc[0]:.2f}); a coder who calls everything descriptive agrees on a "
    f"share of {lazy['same']:.2f}, but has a kappa of {lazy['kappa']:.2f}.",
    caveat="Agreement is not truth: two readers can share the same error.",
    table=agreement,
    sources=["claim_codings", "drift"],
)

# %% [markdown]
# **Quick check.** The drift table has only seven rows. Why should you not trust its kappa much?
#
# <details><summary>Show the answer</summary>
# With seven rows one changed label moves the agreement by one seventh. The value describes these
# seven rows. It says little about how two readers would code the next text.
# </details>

# %% [markdown]
# ## The claim sorter
#
# Now it is your turn. Take the claims one by one. Choose a type, a domain and an interest, and write
# what would show the claim wrong. Two other codings of a claim appear **after** you have chosen, so
# that they do not lead you. Nobody grades this. Your choices are kept in `my-work/`.
#
# The letters V1 to V6 stand for interests that American writers often call vital: homeland and
# nuclear stability, security of allies in Europe, balance in the Indo-Pacific, trade and finance,
# staying out of a great-power war, and rules and influence. There is no neutral list; whether the
# last one is vital is disputed.

# %%
from alignment.widgets import ClaimSorter

sorter = ClaimSorter(kappa)
sorter

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own words, and run it. The second line
# compares you with the two codings; with fewer than five claims there is nothing to compare.

# %%
# sorter.code("C7", type="causal", false_if="Russia keeps its output without trade with China")
sorter.compare()

# %% [markdown]
# ## Step 4. From the paper to the reading
#
# The reading is not the paper. The chain has several links: a paper by five authors, a summary, a
# news item without an author's name, and our table. The
# authors spoke about their paper later
# ([Brookings, March 2025](https://www.brookings.edu/articles/china-and-russias-strategic-relationship-amid-a-shifting-geopolitical-landscape/)).
# Another, independent summary exists
# ([Russia Matters](https://www.russiamatters.org/analysis/china-russia-relationship-and-threats-vital-us-interests)).
# Seven points of it stand beside what the reading makes of them.

# %%
drift.set_index("row")[["point", "summary", "reading"]]

# %% [markdown]
# What kind of change is each row? Again two codings, and none is a key.

# %%
drift.set_index("row")[["point", "kind", "second_kind"]]

# %% [markdown]
# Look at row 3. The independent summary says that Beijing will not join a **bloc** of four. The
# reading says that its **relations** with North Korea "remain cautious" (claim C24). The word
# caution is kept, but its object has changed. And look at rows 1 and 4. What is missing are the
# limits of American means, and Russia as an actor with a will of its own. Nobody has to intend such
# a loss: a summary must be short.
#
# How much is left after several retellings? **Suppose** that each step keeps a point with the same
# chance, independently of the other steps. Then the chances multiply. The three values below are
# assumptions, not measurements.

# %%
steps = pd.Index(range(6), name="step")
left = pd.DataFrame({keep: keep**steps for keep in (0.95, 0.9, 0.8)}, index=steps)
left.round(3)

# %% [markdown]
# We draw the three assumptions. Hollow markers mean that nothing here was observed.

# %%
fig = go.Figure().update_layout(title="What is left of a point after several retellings?")
for keep in left:
    fig.add_scatter(x=steps, y=left[keep], name=f"each step keeps {keep}", mode="lines+markers")
hollow = [f"{symbol}-open" for symbol in ("circle", "square", "diamond")]
for trace, symbol in zip(fig.data, hollow, strict=True):
    trace.marker.update(symbol=symbol, size=10)
fig = fig.update_xaxes(title="Steps from the original (number)", dtick=1)
fig = fig.update_yaxes(title="Chance that the point is kept (share)", range=[0, 1.05])

# %% [markdown]
# Three steps lead from the paper to the file that we use.

# %%
present(
    fig,
    finding=f"If each step keeps a point with a chance of 0.8, three steps keep it with a chance "
    f"of {left.loc[3, 0.8]:.3f}.",
    caveat="The chances are assumed, and real steps are not independent: what is dull is dropped "
    "by everybody.",
    table=left.round(3),
    sources=["drift"],
)

# %% [markdown]
# **Quick check.** The news site that carries the reading is little known. What do professional fact
# checkers do first?
#
# <details><summary>Show the answer</summary>
# They leave the page. They open new tabs and read what others say about the publisher. This is
# called <b>lateral reading</b>
# (<a href="https://cor.inquirygroup.org/research/lateral-reading-and-the-nature-of-expertise/">Wineburg
# and McGrew</a>). Try it: who owns the site, and does it belong to a group of sites? Write down
# what you could confirm and what you could not.
# </details>

# %% [markdown]
# ## Step 5. How good are our own facts?
#
# The rule is the same for us. For this course, facts were collected page by page, and each row got a
# label: *high* (printed on the page and consistent with others), *medium* (rounded, second-hand or
# from one source) or *low*. The table counts the labels by file. What share is low?

# %%
facts = load("fact_confidence").set_index("file")
labels = facts[["high", "medium", "low"]]
total = labels.sum()
print(f"{total['low']} of {total.sum()} rows are low: {total['low'] / total.sum():.3f}")

# %% [markdown]
# We divide by all rows. The mean of the shares of the files would be something else: it lets a
# file with seven rows count as much as the largest one.

# %%
low_share = labels["low"] / labels.sum(axis=1)
print(f"mean over files {low_share.mean():.3f}, worst file {low_share.idxmax()}")

# %% [markdown]
# One bar per file shows both: how many rows it has, and how sure we are of them.

# %%
order = labels.loc[labels.sum(axis=1).sort_values().index]
fig = go.Figure().update_layout(title="How sure are we of the facts collected for this course?")
for label, shape in [("high", ""), ("medium", "/"), ("low", "x")]:
    fig.add_bar(y=order.index, x=order[label], name=label, orientation="h")
    fig.data[-1].marker.pattern.shape = shape
fig = fig.update_layout(barmode="stack", height=660)
fig = fig.update_xaxes(title="Rows (number)").update_yaxes(title="File of facts")

# %% [markdown]
# The label belongs to a row, not to a publisher.

# %%
present(
    fig,
    finding=f"{total['low']} of {total.sum()} rows carry the label low; the share is largest in "
    f"{low_share.idxmax()} ({low_share.max():.2f}).",
    caveat="A label says how well a fact was read and confirmed, not whether the fact is important.",
    table=labels,
    sources=["fact_confidence"],
)

# %% [markdown]
# ## The other side of the table
#
# The reading's second paragraph says that "shared grievances" and "perceived threats" drive the
# partnership (claims C4 and C5). The same relationship is described differently elsewhere. Official
# statements are evidence of a position, not of a fact; the rule is the same for every government.
#
# - **Beijing.** The foreign ministry calls the relationship one without alliance, without
#   confrontation and not aimed at any third party
#   ([People's Daily, March 2022](http://en.people.cn/n3/2022/0331/c90000-10078204.html)).
# - **Moscow.** The joint statement of February 2022 presents the two as partners who resist attempts
#   to divide the world into blocs
#   ([Kremlin](http://en.kremlin.ru/supplement/5770)). The Russian scholar Artyom Lukin calls the
#   relationship an entente
#   ([International Politics, 2021](https://doi.org/10.1057/s41311-020-00251-7)).
# - **Delhi.** Indian analysts ask how far Russia has become a junior partner, and what that means
#   for India
#   ([The Straits Times, April 2023](https://www.straitstimes.com/asia/south-asia/tighter-ties-between-china-and-russia-worry-india)).
# - **A critic in the United States.** Mueller argues that the United States has judged foreign
#   threats too high for decades
#   ([Cato Institute](https://www.cato.org/study/assessing-international-threats-during-after-cold-war)).
#
# **Turn the frame round.** Rewrite the reading's second paragraph as Xinhua, as TASS, and as an
# Indian newspaper might; keep the facts. Then write this sentence and classify it: "The
# partnership of the United States and Japan has significant implications for China's interests."
# Which type is it? What would show it wrong? Is your answer the same as for C1?

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** The reading makes many claims, few of them can be tested with public data
#   now, and it holds no figure. What a summary of a summary says is not always what the paper
#   says.
# - **Mixed.** Types of claims: two codings agree beyond chance, but differ on several important
#   claims, C7 among them.
# - **Not settled here.** Whether any claim is true. And the normative claims C25, C26 and C28 can be
#   argued, but not tested.
#
# Confidence: high that the text says what the table says, moderate for the types, low for the
# column `importance`.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 01; its link stands at the end of this page.
#
# **Discuss.** Does it matter whether a person or a machine wrote the summary? What would you lose if
# you only ever read summaries? Is a policy paper of a think tank "biased", and is that a reason not
# to use it? What did the words "incoming administration" make the authors stress?
#
# **Read.** Wineburg and McGrew on lateral reading
# ([summary](https://cor.inquirygroup.org/research/lateral-reading-and-the-nature-of-expertise/));
# the independent summary
# ([Russia Matters](https://www.russiamatters.org/analysis/china-russia-relationship-and-threats-vital-us-interests));
# Toulmin, *The Uses of Argument*; Heuer, *Psychology of Intelligence Analysis* (1999).
