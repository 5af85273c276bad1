# %% [markdown]
# # Lesson 2. What kind of relationship? Competing hypotheses
#
# **Question of the day.** Alliance, entente, convenience, dependence, reaction: which of these does
# the evidence speak against?
#
# The reading says that a "deepening partnership" (claim C3) is driven by "shared grievances" (C4)
# and "perceived threats" (C5). It also says that the two countries' interests are "not fully
# aligned" (C20), and that "potential rifts could emerge" (C23). These are pieces of different
# pictures. A **hypothesis** is a possible answer that can turn out to be wrong. In this lesson you
# put five of them beside the same evidence, and ask what speaks **against** each.
#
# The next cell loads what the lesson needs. Run a cell with Shift+Enter.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present
from alignment.tables import cite, load

pd.set_option("display.max_colwidth", None)  # show whole sentences
events = load("timeline").query("year >= 1949 and category != 'context'")
events = events.sort_values("confidence")
friction = events["category"] == "rift"
events["height"] = events.groupby(["year", friction]).cumcount() + 1
events.loc[friction, "height"] *= -1
events["mark"] = friction.map({True: "diamond", False: "circle"})
events["mark"] += events["confidence"].map({"high": ""}).fillna("-open")

# %% [markdown]
# First look: what happened between the two since 1949? Each mark is one event. Cooperation stands
# above the line and friction below it; the events of one year are piled up. Hollow marks are events
# of which we are less sure. Point at a mark to read what it was.

# %%
fig = go.Figure().update_layout(title="Cooperation and friction since 1949", xaxis_title="Year")
fig = fig.update_yaxes(title="Events (number)", tickvals=[-3, 0, 5, 10], ticktext=[3, 0, 5, 10])
for name, part in {"cooperation": events[~friction], "friction": events[friction]}.items():
    look = {"mode": "markers", "marker_symbol": part["mark"], "marker_size": 11}
    fig.add_scatter(x=part["year"], y=part["height"], text=part["event"], name=name, **look)
tags = [(1950, "alliance", 1), (1969, "fighting", -1), (2001, "treaty", 2), (2022, "no limits", 1)]
for year, word, top in tags:
    fig.add_annotation(x=year, y=top * 1.3, text=word, ax=0, ay=-35 * top, arrowwidth=1)
told = events[["date", "event"]].sort_values("date")
finding = f"Of {len(events)} listed events, {friction.sum()} are friction; both occur to this day."
caveat = "The list was made by hand, and recent years are listed more fully: counts mean little."
present(fig, finding=finding, caveat=caveat, table=told, sources=["timeline"])

# %% [markdown]
# Open the fold under the figure to read the figure in words. There is no straight arrow from 1949 to
# today: a treaty of alliance in 1950, fighting on the border in 1969 (note 1), a new treaty in
# 2001, and a friendship with "no limits" in the joint statement of 2022. Friction goes on while
# cooperation does: in May 2026 one summit brought a joint declaration, and no contract for a gas
# pipeline. The high pile at the right end is no boom: for 2026 the list is fuller.
#
# *Note 1.* The fighting of 1969 was about an island that is called Zhenbao in China and Damansky in
# Russia. We print both names.
#
# ## What you will be able to do
#
# - **Explain** five hypotheses about the relationship.
# - **Code** how evidence fits each of them.
# - **Compute** what speaks against each, and which evidence tells them apart.
# - **Criticise** the method with what experiments found.
# - **Update** a belief step by step when evidence comes in.
#
# **Minutes:** 90 with the exercises, 50 without. **You need:** lesson 01.
# **Claims of the reading tested here:** C3 (the partnership deepens), C4 and C5 (what drives it),
# C19 (shared aims), C20 (interests differ), C21 and C22 (China's view), C23 (possible rifts).
#
# **How old are these numbers?** The list of events runs to June 2026, the items of evidence to May
# 2026, and the data on treaties to 2018. Nothing dated after mid-2026 was found.

# %% [markdown]
# ## Data card
#
# The hypotheses, the items and the codes were written for this course. The codes are
# **illustrative**: one arguable coding, not a finding. The next cell prints how to cite them.

# %%
print(cite("ach_matrix"))

# %% [markdown]
# ## Step 1. Five hypotheses
#
# Each hypothesis must say what we should see if it is true. Otherwise nothing can speak against it.

# %%
hypotheses = load("hypotheses").set_index("hypothesis")
hypotheses

# %% [markdown]
# Scholars hold each of them. For a quasi-alliance argues, for example, Korolev
# ([Asian Security](https://doi.org/10.1080/14799855.2018.1463991)); for an entente Artyom Lukin
# ([International Politics](https://doi.org/10.1057/s41311-020-00251-7)); for limits Bobo Lo, as
# reviewed in [International Affairs](https://doi.org/10.1093/ia/iix285); for unequal dependence
# Rudnik ([MERICS](https://merics.org/en/comment/china-russia-trade-asymmetrical-yet-indispensable));
# for a reaction to American pressure Yun Sun
# ([War on the Rocks](https://warontherocks.com/?p=33876)). Real authors are more careful than one
# line in a table.
#
# "Alliance" is a word with a definition. The ATOP data code what written treaties oblige states to
# do: **defence** (to fight for the other), **neutrality**, **non-aggression** (not to attack each
# other) and **consultation** (to talk in a crisis). We take the pair Russia–China.

# %%
treaties = load("alliance_obligations").query("pair == 'RUS-CHN' and year >= 1950")
treaties = treaties.set_index("year")
duties = treaties[["defence", "neutrality", "nonaggression", "consultation"]].astype(bool)
duties.loc[[1950, 1963, 1980, 2000, 2018]]

# %% [markdown]
# These were single years; a year without any duty has no row in the table, and neutrality was
# never promised. We draw one mark for **each** year in which a duty was in force.

# %%
fig = go.Figure().update_layout(title="What did treaties oblige Russia and China to do?")
for duty, symbol in zip(duties, ["circle", "diamond", "square", "cross"], strict=True):
    years = duties.index[duties[duty]]
    fig.add_scatter(x=years, y=[duty] * len(years), mode="markers", name=duty)
    fig.data[-1].marker.update(symbol=symbol, size=8)
fig = fig.update_xaxes(title="Year", range=[1948, 2020]).update_yaxes(title="Duty")
fig = fig.update_layout(showlegend=False)

# %% [markdown]
# The same as a table: each unbroken span of years with a duty gets one row.

# %%
held = duties.melt(ignore_index=False, var_name="duty").query("value").reset_index()
span = held.groupby("duty")["year"].diff().ne(1).cumsum().rename("span")
spans = held.groupby([span, "duty"])["year"].agg(["min", "max"]).droplevel("span")

# %% [markdown]
# Look at the last mark in the row *defence*, and at the last mark of all rows.

# %%
last_pact, last_row = duties.index[duties["defence"]].max(), duties.index.max()
present(
    fig,
    finding=f"The last year with a duty of defence is {last_pact}; in {last_row}, the last year of "
    "the data, the duties are non-aggression and consultation.",
    caveat="The data hold written treaties only and stop before the events of this decade; what "
    "is written is not always done.",
    table=spans,
    sources=["alliance_obligations"],
)

# %% [markdown]
# **Quick check.** Does the treaty of 2001 make China and Russia allies?
#
# <details><summary>Show the answer</summary>
# Not in the sense of these data. It obliges them not to attack each other and to consult. No clause
# obliges one to fight for the other. Whoever calls it an alliance should quote the clause, or say
# that the word is meant more loosely.
# </details>

# %% [markdown]
# ## Step 2. The evidence
#
# Fourteen items, each with a page where you can read it. They were chosen for teaching.

# %%
items = load("ach_items").set_index("item")
items[["fact", "publisher"]]

# %% [markdown]
# How well does each item fit each hypothesis? CC means very consistent, C consistent, N neither, I
# inconsistent, II very inconsistent. We put **hypotheses in rows**: in an experiment this layout
# reduced the habit of looking only for confirmation, and the usual layout did not
# ([Dhami and others, 2024](https://doi.org/10.1186/s41235-024-00560-y)).

# %%
matrix = load("ach_matrix")
codes = matrix.pivot(index="hypothesis", columns="item", values="code")[items.index]
codes

# %% [markdown]
# We turn the words into points from 2 to -2, so that we can add them up.

# %%
worth = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
points = codes.map(worth.get)
points

# %% [markdown]
# The same as a picture, with the code in each cell: blue fits, orange does not.

# %%
shades = ["#F0BC52", "#F8E3B5", "#F4F4F4", "#CFE5F3", "#8CC0E0"]
names = hypotheses.index + " " + hypotheses["name"]
fig = go.Figure(go.Heatmap(z=points, x=items.index, y=names, zmin=-2, zmax=2, text=codes))
fig = fig.update_traces(texttemplate="%{text}", textfont_color="#222222", colorscale=shades)
fig = fig.update_traces(showscale=False, xgap=2, ygap=2)

# %% [markdown]
# Short names beside the numbers of the items save you from looking back.

# %%
title = "How does each item fit each hypothesis? (illustrative codes)"
fig = fig.update_layout(title=title, height=470)
fig = fig.update_xaxes(title="Item of evidence", tickangle=-40, tickvals=items.index)
fig = fig.update_xaxes(ticktext=items.index + " " + items["short"])
fig = fig.update_yaxes(title="Hypothesis", autorange="reversed")

# %% [markdown]
# How much does an item tell us apart from its agreement with us? **Diagnosticity** is the variance
# of its codes: 0 means that it fits all hypotheses equally, and so decides nothing.

# %%
diagnosticity = points.var(ddof=0)
diagnosticity.round(2).sort_values()

# %% [markdown]
# A column of one colour carries no information, however large the number behind it is.

# %%
useless = diagnosticity.index[diagnosticity == 0]
present(
    fig,
    finding=f"Item {', '.join(useless)} ({items.loc[useless[0], 'short'].lower()}) fits all five "
    "hypotheses equally and tells none of them apart.",
    caveat="The codes are one arguable coding, and items that nobody recorded are missing.",
    table=codes,
    sources=["ach_matrix", "ach_items"],
)

# %% [markdown]
# **Quick check.** The growth of trade is the figure that is quoted most often. Why does it not help
# here?
#
# <details><summary>Show the answer</summary>
# Because every one of the five hypotheses expects it. Allies trade more, partners of convenience
# trade more, and so do dependents. Evidence helps if one hypothesis expects it and another does not.
# </details>

# %% [markdown]
# ## Step 3. What speaks against each?
#
# People like to count what fits. The method called *analysis of competing hypotheses* (ACH; Heuer,
# 1999) counts what does **not** fit: **inconsistency** adds up the negative points only.

# %%
against = (-points.clip(upper=0)).sum(axis=1)
against

# %% [markdown]
# Before you call the smallest number the winner, count the items about which a hypothesis says
# nothing (code N). And see what the net score, all points added up, would have said.

# %%
silent = (codes == "N").sum(axis=1)
summary = pd.DataFrame({"against": against, "silent": silent, "net": points.sum(axis=1)})
summary.insert(0, "name", hypotheses["name"])
summary

# %% [markdown]
# We draw inconsistency and silence side by side.

# %%
labels = summary.index + " " + summary["name"]
fig = go.Figure().update_layout(title="Little against it, or nothing said?", barmode="group")
for measure, name, shape in [("against", "points against", ""), ("silent", "items silent", "/")]:
    fig.add_bar(x=labels, y=summary[measure], name=name, text=summary[measure])
    fig.data[-1].update(marker_pattern_shape=shape, textposition="outside")
under = summary.index + "<br>" + summary["name"].str.replace(" ", "<br>", n=1)
fig = fig.update_xaxes(title="Hypothesis", tickvals=labels, ticktext=under)
fig = fig.update_yaxes(title="Points, or items (number)", range=[0, 12.5])

# %% [markdown]
# Compare the two bars of each hypothesis.

# %%
least = summary[summary["against"] == summary["against"].min()]
quiet = summary["silent"].idxmax()
present(
    fig,
    finding=f"{', '.join(least.index)} have least against them ({least['against'].iloc[0]} point "
    f"each), but {quiet} says nothing about {summary['silent'].max()} of {len(items)} items.",
    caveat="Silence is not support: a hypothesis that forbids nothing cannot be refuted.",
    table=summary,
    sources=["ach_matrix"],
)

# %% [markdown]
# **Quick check.** By the net score H2 leads clearly. Why does ACH not use the net score?
#
# <details><summary>Show the answer</summary>
# Because it rewards a hypothesis for everything that fits, also for items that fit the others just as
# well. One observation that a hypothesis forbids tells more than ten that it allows. But note the
# price: counting only what does not fit rewards silence.
# </details>

# %% [markdown]
# ## Step 4. How much hangs on one item?
#
# An analysis is only as firm as its weakest item. We take away each item in turn and look at who
# leads. First, a function that finds the leaders.


# %%
def leaders(points: pd.DataFrame, weight: pd.Series) -> set:
    """The hypotheses with the least weighted evidence against them."""
    against = (-points.clip(upper=0) * weight).sum(axis=1)
    return set(against.index[against == against.min()])


weight = items["credibility"] * items["relevance"]
print("leaders:", ", ".join(sorted(leaders(points, weight))))

# %% [markdown]
# Now the same fourteen times, each time without one item.

# %%
without = {e: leaders(points.drop(columns=e), weight.drop(e)) for e in points}
changed = {e: lead for e, lead in without.items() if lead != leaders(points, weight)}
pd.Series({e: ", ".join(sorted(lead)) for e, lead in changed.items()}, name="leaders without it")

# %% [markdown]
# Three single items decide who leads. Look at one of them, e6, on votes in the UN General Assembly.
# The next cell shows the share of texts on which two states voted the same: *strict* over all texts,
# *contested* without the texts that China, Russia, the United Kingdom and Brazil all accepted. Two
# other pairs stand beside, because no number of agreement means anything alone.

# %%
votes = load("unga_agreement").query(
    "year in [2018, 2025] and definition in ['strict', 'contested']"
)
votes = votes.pivot(index="pair", columns=["definition", "year"], values="value").round(2)
votes.loc[["CHN-RUS", "CHN-GBR", "USA-GBR"]]

# %% [markdown]
# Over all texts China and Russia agreed about as often in 2025 as in 2018. On contested texts they
# agreed less often. A coder who looks at the contested texts writes I, I, C, N, N. A coder who looks
# at all texts writes what the next cell uses. Both readings can be defended.

# %%
other = matrix.dropna(subset="other_code").set_index("hypothesis")["other_code"]
recoded = points.assign(e6=other.map(worth))
(-recoded.clip(upper=0)).sum(axis=1)

# %% [markdown]
# With this reading H2 leads alone. One contested number decides the ranking. So an honest report
# says: *this result depends on how item e6 is read.*
#
# What if we trust some items less? Two of the items rest on leaked papers. We give them half the
# credibility.

# %%
credibility = items["leaked"].map({True: 0.5, False: 1.0})
(-points.clip(upper=0) * credibility).sum(axis=1)

# %% [markdown]
# ## The matrix editor
#
# Now change the codes yourself. The button takes away the item that matters most. "Matters most"
# needs a definition, and here it is: the item without which other hypotheses lead; if there are
# several or none, the one with the highest diagnosticity.


# %%
def decisive(points: pd.DataFrame, weight: pd.Series) -> str:
    """The item whose removal changes the leaders; among several, the most diagnostic one."""
    now = leaders(points, weight)
    moving = [e for e in points if leaders(points.drop(columns=e), weight.drop(e)) != now]
    return points[moving or list(points)].var(ddof=0).idxmax()


print("matters most:", decisive(points, weight))

# %% [markdown]
# In the panel you can edit an item with the menus, take it away with its button, and turn the
# layout: do you read the table differently when the items stand in rows?

# %%
from alignment.widgets import HypothesisMatrix

editor = HypothesisMatrix(codes, items, decisive)
editor

# %% [markdown]
# The same in a code cell: take away the `#`, choose an item, and run it.

# %%
# editor.set("e6", H1="C", H2="C", H3="N", credibility=0.5)
editor.results()

# %% [markdown]
# **Does the method help?** Not as much as its fame suggests. In an experiment it gave no better
# judgements than working without it (Karvetski and Mandel, *Judgment and Decision
# Making*, 2020). Use it to show your assumptions to others, not as a machine that finds the truth.

# %% [markdown]
# ## Step 5. From evidence to belief
#
# ACH only counts. To say **how much** evidence should move you, ask of each item: how much more
# likely is it if H2 is true than if H3 is true? This is the **likelihood ratio**. **Odds** are one
# probability divided by the other; odds of 3 mean three to one. New odds are old odds times the
# ratio, again for each item. This assumes that the items are independent once we know which
# hypothesis is true.
#
# The three ratios below are **illustrative**: e3 is more likely under H2, e5 more likely under H3,
# e12 more likely under H2.

# %%
ratios = pd.Series({"e3": 3, "e5": 1 / 2, "e12": 2})
odds = 1 * ratios.prod()
print(f"odds of H2 against H3: {odds:.1f}; probability of H2: {odds / (1 + odds):.2f}")

# %% [markdown]
# The result depends on where you started. We follow three readers: one thinks H3 four times as
# likely as H2, one has no preference, one thinks H2 four times as likely.

# %%
start = {"leans to H3": 1 / 4, "no preference": 1, "leans to H2": 4}
factors = pd.Series([1, *ratios.cumprod()])
odds_by_reader = pd.DataFrame({name: prior * factors for name, prior in start.items()})
belief = (odds_by_reader / (1 + odds_by_reader)).set_index(pd.Index(["start", *ratios.index]))
belief.round(2)

# %% [markdown]
# We draw how the three beliefs move. Hollow markers mean that the ratios are assumed.

# %%
fig = go.Figure().update_layout(title="The same evidence, three starting points")
for name, symbol in zip(belief, ["circle-open", "square-open", "diamond-open"], strict=True):
    fig.add_scatter(x=belief.index, y=belief[name], name=name, mode="lines+markers")
    fig.data[-1].marker.update(symbol=symbol, size=11)
fig = fig.update_xaxes(title="After which item")
fig = fig.update_yaxes(title="Probability of H2 against H3 (share)", range=[0, 1])

# %% [markdown]
# Do the three lines meet?

# %%
gap = belief["leans to H2"] - belief["leans to H3"]
present(
    fig,
    finding=f"The same three items move all readers the same way, and the gap between the outer two "
    f"shrinks from {gap.iloc[0]:.2f} to {gap.iloc[-1]:.2f}; it does not close.",
    caveat="The ratios are assumed, only two hypotheses are compared, and the items may not be "
    "independent.",
    table=belief.round(2),
    sources=["ach_items"],
)

# %% [markdown]
# **How to say it.** Words of probability should have a meaning that everybody knows. American
# intelligence uses a list, ICD 203. Each word holds from its lower end up to the next one.

# %%
terms = ["almost no chance", "very unlikely", "unlikely", "roughly even chance"]
terms += ["likely", "very likely", "almost certain"]
icd_203 = pd.Series([1, 5, 20, 45, 55, 80, 95], index=terms, name="from (per cent)")
icd_203

# %% [markdown]
# So a probability of 55 per cent is *likely*, and 80 per cent is *very likely*. How sure you are of
# your **sources** is another matter: confidence stands in a sentence of its own.
#
# **Quick check.** A reader starts with odds of one to one, sees ratios of 3 and then of one third.
# Where does the reader end?
#
# <details><summary>Show the answer</summary>
# Where the reader began. Ratios multiply, and three times one third is one. Whoever adds them would
# think that evidence had piled up.
# </details>

# %% [markdown]
# ## The other side of the table
#
# How do the two describe themselves, and what do others see? Official statements are evidence of a
# position, not of a fact; the rule is the same for every government.
#
# - **Beijing.** The foreign minister calls the relationship a new model without alliance and without
#   confrontation ([CGTN, March 2024](https://news.cgtn.com/news/2024-03-07/Wang-Yi-China-Russia-forge-new-paradigm-of-major-country-relations-1rLQLYsMyJi/share_amp.html)).
#   The scholar Zhao Huasheng finds a partnership without alliance best, and an alliance a choice
#   that could only be forced on the two
#   ([2019](https://doi.org/10.24411/2221-3279-2019-10017)). Chinese writers do not agree among
#   themselves ([The Asan Forum](http://www.theasanforum.org/the-sino-russia-us-strategic-triangle-a-view-from-china/)).
# - **Moscow.** The scholar Alexander Lukin describes the turn to Asia as a lasting interest of
#   Russia under any leader ([Strategic Analysis, 2016](https://doi.org/10.1080/09700161.2016.1224065)).
#   A leaked paper of the security service, in contrast, sees China as a danger (item e11).
# - **Delhi.** An Indian assessment expects that Russia will regain room to move in the long term
#   ([Samvada World](https://samvadaworld.com/featured/the-china-russia-axis-realigned-assessing-risks-to-indias-strategic-autonomy-and-global-influence)).
# - **A critic in the United States.** Kavanagh and DePetris hold that ties of interest between
#   rivals of the United States are not an alliance
#   ([Defense Priorities](https://www.defensepriorities.org/opinion/the-axis-of-evil-is-overhyped)).
#
# **Turn the frame round.** Take a pair of states that you know well, for example the United States
# and Japan, and code them on the same five hypotheses as an analyst in Beijing might. Which items
# would you need? Would you accept "made by pressure from outside" as an explanation there?

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Written treaties have held no duty of defence between the two since 1980, as
#   far as the data go. The evidence quoted most often, growing trade, tells the hypotheses apart
#   least.
# - **Mixed.** With these illustrative codes most speaks against a quasi-alliance; three hypotheses
#   are tied, and which of them leads depends on single items such as e6.
# - **Not settled here.** Which hypothesis is true. H4 and H5 look good partly because they are
#   silent. Whether American pressure drives the two (C5) can be watched since 2025, when Washington
#   became milder towards both; one year is short.
#
# Confidence: high for the treaties, low for every code, and so low for the ranking.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 02; its link stands at the end of this page.
#
# **Discuss.** What evidence would make you give up your own hypothesis? Is "quasi-alliance" a
# hypothesis that can be refuted? Did the milder American policy of 2025 and 2026 refute H5?
#
# **Read.** Dhami and others on layouts and bias
# ([2024](https://doi.org/10.1186/s41235-024-00560-y)); Artyom Lukin on the entente
# ([2021](https://doi.org/10.1057/s41311-020-00251-7)); Korolev on the verge of an alliance
# ([2018](https://doi.org/10.1080/14799855.2018.1463991)); Heuer, *Psychology of Intelligence
# Analysis* (1999).
