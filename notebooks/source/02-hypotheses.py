# %% [markdown]
# # Lesson 2. What kind of relationship? Competing hypotheses
#
# **Question of the day.** What kind of relationship is it, and which answers does the evidence speak
# against?
#
# The reading says that a "deepening partnership" (claim C3) is driven by "shared grievances" (C4)
# and "perceived threats" (C5). It also says that the interests of the two are "not fully aligned"
# (C20), and that "potential rifts could emerge" (C23). A **hypothesis** is a possible answer that can
# turn out to be wrong. In this lesson you put five hypotheses beside the same evidence, and ask what
# speaks **against** each. Run the cells one by one: Run All shows the answers.
#
# ## First look: treaties and events
#
# "Alliance" is a word with a definition. The ATOP data list what written treaties oblige states to
# do: **defence** (to fight for the other), **neutrality** (to stay out of its wars), **non-aggression**
# (not to attack each other) and **consultation** (to talk in a crisis).

# %% tags=["predict"]
from alignment.widgets import predict, reveal, seen

predict("p2-1")

# %% tags=["result", "picture"]
import plotly.express as px

from alignment.charts import DIVERGING, present
from alignment.tables import cite, load

seen("p2-1")
treaties = load("alliance_obligations").query("pair == 'RUS-CHN' and year >= 1950")
duties = ["defence", "neutrality", "non-aggression", "consultation"]
treaties = treaties.rename(columns={"nonaggression": "non-aggression"})
held = treaties.melt("year", duties, var_name="duty").query("value == True")
fig = px.scatter(
    held, x="year", y="duty", color="duty", symbol="duty", labels={"year": "Year", "duty": "Duty"}
)
fig.update_layout(showlegend=False).update_xaxes(tickvals=[1950, 1980, 2010])
last_pact = held.loc[held["duty"] == "defence", "year"].max()
present(
    fig,
    finding=f"The last year with a duty of defence is {last_pact}; "
    f"in {held['year'].max()}, when the data end, the duties are non-aggression and consultation.",
    caveat="Only written treaties count here. Between these two states the data hold no duty of neutrality, "
    "and a duty of consultation only for 1962 to 1964 and from 2001.",
    table=held.groupby("duty")["year"].agg(["min", "max", "count"]),
    sources=["alliance_obligations"],
)

# %% tags=["result"]
reveal("p2-1")

# %% [markdown]
# **Quick check.** Does the treaty of 2001 make China and Russia allies?
#
# <details><summary>Show the answer</summary>
# Not in the sense of these data. The treaty obliges them not to attack each other and to consult. No clause
# obliges one to fight for the other. Whoever calls it an alliance should quote such a clause, or
# say that they use the word more loosely.
# </details>
#
# What has happened between the two since 1949? Three kinds of event drive them apart. **Friction** is a public
# measure of one government against goods or people of the other, or a public dispute over a map. A **rift** is an
# ambassador recalled, a treaty or visit suspended, sanctions on named persons or firms, a veto against the other,
# experts called home, or deaths in a border clash. A **break** ends a treaty or relations. Statistics, leaked
# papers and unsigned contracts are none of these.
#
# Each mark is one event, in the row of its kind; *together* holds the other events of the list, among them acts
# of one or both towards others. In the grey
# years the list holds turning points only: do not count events there.

# %% tags=["picture"]
import pandas as pd

pd.set_option("display.max_colwidth", None)  # show whole sentences
events = load("timeline").query("year >= 1949 and category not in ['context', 'history']")
apart = events["category"].isin(["friction", "rift", "break"])
events["kind"] = events["category"].where(apart, "together")
tags = {"1950-02-14": "alliance", "1969-03-02": "fighting", "2001-07-16": "treaty"}
fig = px.scatter(
    events, x="start", y="kind", color="kind", hover_name="event", height=360,
    text=events["date"].map(tags).fillna(""),
    category_orders={"kind": ["together", "friction", "rift", "break"]},
    labels={"start": "Year", "kind": "Kind of event"},
)  # fmt: skip
fig.update_traces(textposition="top center", marker={"symbol": "line-ns-open", "size": 30})
fig.update_traces(marker_line_width=2, showlegend=False)
sparse = events.query("search == 'sparse'")["start"].max()
fig.add_vrect(x0="1948-01-01", x1=sparse, fillcolor="gray", opacity=0.12, line_width=0)
last_rift = events[events["kind"].isin(["rift", "break"])]["year"].max()
present(
    fig,
    finding=f"After {last_rift} the list holds no rift and no break; the text below says what the list may have missed.",
    caveat="A list made by hand misses events; only the white years were searched closely.",
    table=events[["date", "category", "event"]], sources=["timeline"],
)  # fmt: skip

# %% [markdown]
# In 1950 the two signed a treaty of alliance. In 1969 they
# fought on the border, over an island called Zhenbao in China and Damansky in Russia. A new
# treaty came in 2001, and the joint statement of 2022 spoke of a friendship with "no limits". Friction and
# closeness go together: in July 2025 Russia banned some trucks of four Chinese makers, and in September
# China let Russians in without a visa, as a trial.
#
# There is another list. Gibler, Miller and Little (GML) count militarised disputes between states, and give each
# a level of hostility from 1 (none) to 5 (war). Level 4 is the use of force, however small.

# %% tags=["predict"]
predict("p2-4")

# %% tags=["result"]
force = load("disputes").query("dataset == 'GML' and hostility >= 4")
force = force.sort_values("year")[["year", "hostility", "fatality", "note"]]
# the last four rows
print(force.tail(4).to_string(index=False, na_rep=""))
reveal("p2-4")

# %% [markdown]
# `fatality` is a level: 0 means that no deaths are counted. GML counts any use of force, however small; our list
# counts a clash only if people died. But then it must hold every clash with deaths. By
# China's account two people died in a shooting on the border in October 1980
# ([The Christian Science Monitor](https://www.csmonitor.com/1980/1007/100716.html)), and GML counts deaths
# in 1986. Our list lacks the shooting of 1980, and perhaps a clash of 1986.
#
# ## What you will be able to do
#
# - **Explain** five hypotheses, and what each of them forbids.
# - **Code** how evidence fits each of them, before you see how others coded it.
# - **Compute** what speaks against each of them, and which evidence tells them apart.
# - **Criticise** the method: silent hypotheses, single items that decide, what experiments found.
# - **Update** a belief step by step when evidence comes in.
#
# **You need:** lesson 01.
# **Claims of the reading tested here:** C3 (the partnership deepens), C4 and C5 (what drives it),
# C19 (shared aims), C20 (interests differ), C21 and C22 (China's view), C23 (possible rifts).
#
# **How old are these numbers?** The list of events runs to June 2026, the items of evidence to May
# 2026, and the data on treaties to 2018.
#
# ## Data card
#
# The hypotheses, the items of evidence and the codes were written for this course. A **code** says how well
# an item fits a hypothesis. The codes are **illustrative**: one arguable coding, not a finding.

# %%
print(cite("ach_matrix"))

# %% [markdown]
# ## Step 1. Five hypotheses
#
# Each hypothesis must say what we should see if it is true (`expects`). Otherwise nothing can speak against it.

# %%
hypotheses = load("hypotheses").set_index("hypothesis")
hypotheses

# %% [markdown]
# The first four say how close or how unequal the tie is. Only H5 names a cause: American pressure.
# The reading names other causes too: grievances (C4), and aims that the two share (C15, C19, C32).
# The joint statement of China and Russia of February 2022 speaks of NATO's enlargement and of AUKUS (a
# pact of Australia, Britain and the United States)
# ([USC US-China Institute](https://china.usc.edu/russia-china-joint-statement-international-relations-february-4-2022)).
# A sixth hypothesis, H6, could name the shared aims. H6 would be wrong if cooperation faded as soon as
# American pressure eased.
#
# For each of the five there is a scholar who holds a view close to it. H1: Korolev
# ([Asian Security](https://doi.org/10.1080/14799855.2018.1463991)). H2: Artyom Lukin, who also accepts the
# word quasi-alliance ([International Politics](https://doi.org/10.1057/s41311-020-00251-7)). H3: Bobo Lo, as
# reviewed in [International Affairs](https://doi.org/10.1093/ia/iix285). H4: Rudnik
# ([MERICS](https://merics.org/en/comment/china-russia-trade-asymmetrical-yet-indispensable)). H5: Yun Sun
# ([War on the Rocks](https://warontherocks.com/?p=33876)). Real authors are more careful than one
# line in a table.
#
# ## Step 2. Code the evidence yourself
#
# There are fourteen items of evidence. Ask of each hypothesis: **would it have
# expected this?** Then choose a code:
#
# - **CC** very consistent: it expected just this
# - **C** consistent: it expected something like this
# - **N** neither: nothing that it says or expects bears on this item yet
# - **I** inconsistent: it expected something else
# - **II** very inconsistent: it expected the opposite
#
# Once you have coded an item for all five hypotheses, the panel shows the course's codes beside yours; the
# figure at the end of this step shows those of all items. Start with e3, e5 and e12; more if you like. Your codes
# are kept in `my-work/`.

# %%
from alignment.widgets import EvidenceCoder

coder = EvidenceCoder()
coder

# %% [markdown]
# Or do the same from a cell: take away the `#`, put in your codes, and run it. `done()` lists what you have coded.

# %%
# coder.code("e4", H1="N", H2="N", H3="N", H4="N", H5="N")
coder.done()

# %% [markdown]
# How far does an item tell the hypotheses apart? Turn each code into points: CC 2, C 1, N 0, I -1, II -2. An
# item then has five numbers, one per hypothesis. Its **diagnosticity** is their variance: how far they lie
# from their mean, squared and averaged. It is zero if the item fits all hypotheses alike.

# %% tags=["predict"]
predict("p2-2")

# %% tags=["result"]
items = load("ach_items").set_index("item")
matrix = load("ach_matrix")
# one row per hypothesis, one column per item
codes = matrix.pivot(index="hypothesis", columns="item", values="code")[items.index]
worth = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
points = codes.replace(worth).astype(int)
# the three smallest variances; ddof=0: the plain mean of the squares
print(points.var(ddof=0).sort_values().round(2).head(3))
reveal("p2-2")

# %% [markdown]
# The next figure shows the course's codes of all items (lilac: consistent, orange: inconsistent). Before you run
# it, code the items that you want to code yourself.

# %% tags=["result", "picture"]
named = points.set_axis(points.columns + " " + items["short"], axis=1).T
fig = px.imshow(
    named, aspect="auto", range_color=[-4, 4], color_continuous_scale=DIVERGING,
    labels={"x": "Hypothesis", "y": "Item of evidence", "color": "points"},
)  # fmt: skip
fig.update_traces(text=codes.T, texttemplate="%{text}", xgap=2, ygap=2)
fig.update_layout(coloraxis_showscale=False, height=470)
useless = points.columns[points.nunique() == 1]
present(
    fig,
    finding=f"Only {', '.join(useless + ' (' + items.loc[useless, 'short'].str.lower())}) fits all five hypotheses "
    "alike, so it tells none of them apart.",
    caveat="This is one coding; another coder would change some codes.",
    table=codes, sources=["ach_matrix", "ach_items"],
)  # fmt: skip

# %% [markdown]
# The growth of trade is often quoted. By our codes it does not help here: allies, partners of convenience
# and dependents would all trade more.
#
# ## Step 3. What speaks against each?
#
# The method called *analysis of competing hypotheses* (ACH; Heuer, 1999) counts what does **not** fit. Its
# `points against` add up the negative points only (`clip(upper=0)` sets positive points to 0). `items silent`
# counts the codes N: look there before you let the hypothesis with the fewest points against win.
# `net` adds up all points.

# %%
against = -points.clip(upper=0).sum(axis=1)
silent = (codes == "N").sum(axis=1)
pd.DataFrame({"points against": against, "items silent": silent, "net": points.sum(axis=1)})

# %% tags=["picture"]
both = pd.DataFrame({"points against": against, "items silent": silent})
both = both.set_index(both.index + " " + hypotheses["name"]).rename_axis("hypothesis")
fig = px.bar(
    both.reset_index().melt("hypothesis"), x="value", y="hypothesis", color="variable",
    pattern_shape="variable", barmode="group", text_auto=True, orientation="h",
    labels={"value": "Points, or items (number)", "hypothesis": "Hypothesis", "variable": "Counted"},
)  # fmt: skip
fig.update_traces(textposition="outside")
least, quiet = against.idxmin(), silent.idxmax()
present(
    fig,
    finding=f"{least} has the fewest points against it ({against.min()}); {quiet} says nothing "
    f"about {silent.max()} of {len(items)} items.",
    caveat="Silence is not support: a hypothesis that forbids nothing cannot be refuted.",
    table=both, sources=["ach_matrix"],
)  # fmt: skip

# %% [markdown]
# H5 leads: it has the fewest points against it. But H5 also says the least, so its lead is no reason to believe
# it. In part our choice of items makes H5 silent: only e14 looks at the tie before and after a sanction. After the US order of
# December 2023 Chinese banks became careful: they reacted to pressure, and we code this C for H5. One can also
# say: pressure rose, and cooperation fell. Then the code is I. Set it in the editor of step 5: which hypothesis
# leads then?
#
# **Quick check.** By `net` H2 leads. Why does ACH not use `net`?
#
# <details><summary>Show the answer</summary>
# Because `net` rewards a hypothesis for everything that fits, also for items that fit the others just as
# well. One observation that a hypothesis forbids tells more than ten that it allows. This
# has a price: counting only what does not fit rewards silence.
# </details>
#
# ## Step 4. Could H5 be tested?
#
# H5 says that American pressure holds the two together, so cooperation should weaken when pressure
# **eases** (claim C5). One could code item e12 against H5, and say: Washington has become milder towards
# both, and the two still sign declarations. But has Washington become milder? The table `us_measures` lists
# American acts of six kinds. The figure counts the acts since 20 January 2025 that the table's rule calls
# tougher or milder.

# %% tags=["picture"]
acts = load("us_measures").query("term == 'current' and direction != 'neither'")
month = pd.to_datetime(acts["date"].str[:7])
acts["half"] = (
    acts["target"]
    + month.dt.strftime(" %Y, ")
    + month.dt.month.le(6).map({True: "first half", False: "second half"})
)
count = acts.groupby(["half", "direction"]).size().unstack(fill_value=0).stack()
count = count.rename("acts").reset_index()
fig = px.bar(
    count, x="acts", y="half", color="direction", pattern_shape="direction", barmode="group",
    category_orders={"half": sorted(set(count["half"]))}, text_auto=True, orientation="h",
    labels={"half": "Towards whom, and when", "acts": "New acts in force (number)", "direction": "Direction"},
)  # fmt: skip
fig.update_traces(textposition="outside")
total = acts.groupby(["target", "direction"]).size()
present(
    fig,
    finding=f"Towards China {total['China', 'tougher']} acts were tougher and "
    f"{total['China', 'milder']} milder; towards Russia {total['Russia', 'tougher']} were tougher and "
    f"{total['Russia', 'milder']} milder.",
    caveat="Acts are counted and not weighed, and a second coder would move some.",
    table=acts[["date", "target", "direction", "measure"]], sources=["us_measures"],
)  # fmt: skip

# %% [markdown]
# One of the tougher acts towards Russia hit its two largest oil firms; another only let a licence run out. So
# whether pressure eased depends on how one weighs the acts. Since January 2026 the table holds only one
# tougher act, aid for Taiwan in a law of Congress. A few months are too short for a test, so the course
# codes e12 as N for H5. A test would need such counts for many half-years, and counts of joint events beside them.
#
# ## Step 5. How much hangs on one item?
#
# The cell takes away three items, each time only one of them: which hypothesis leads without it?


# %%
def leaders(points, weight=1):
    """The hypotheses with the fewest points against them; weight: how much an item counts."""
    against = -(points.clip(upper=0) * weight).sum(axis=1)
    return sorted(against.index[against == against.min()])  # one name, or several that are equal


taken = ["e1", "e6", "e11"]  # change this: other items
# for each item: who leads when that item is dropped
{item: leaders(points.drop(columns=item)) for item in taken}

# %% [markdown]
# Take away e1, or e11, and H5 still leads alone. Take away e6, and H2 and H5 lead together.
#
# One item can also be **read** in two ways. Item e6 is about votes in the UN: over all texts China and
# Russia agree about as often as before, on contested texts less often. Both are true, and lesson 6 shows
# how. Our table holds the codes of both readings; here are the points against each hypothesis.

# %%
# put in the code of e6 over all texts; then take its points, without the positive ones
other = matrix.dropna(subset="other_code").set_index("hypothesis")["other_code"]
reread = codes.assign(e6=other).replace(worth).astype(int).clip(upper=0)
pd.DataFrame({"e6 on contested texts": against, "e6 on all texts": -reread.sum(axis=1)})

# %% [markdown]
# If we read e6 over all texts, it no longer speaks against H2, so H2 and H5 lead together. An honest report says
# so: *who leads depends on how item e6 is read.*
#
# Now change codes yourself, or take items away. Or trust a leaked paper less: set its *credibility* (can it be
# believed?) to one half, and its points count half. *Relevance* (does it bear on the question?) works in the
# same way. The button **Take away the item that matters
# most** looks for items whose removal changes who leads. If there are several, it removes the most diagnostic of
# them; if there is none, it removes the most diagnostic of all items. In
# an experiment (Dhami, below) a table with hypotheses in rows reduced the habit of looking only for confirmation.

# %%
from alignment.widgets import HypothesisMatrix


def decisive(points, weight):
    """The item whose removal changes the leaders; among several, the most diagnostic one."""
    now = leaders(points, weight)
    # the items whose removal changes who leads
    moving = [e for e in points if leaders(points.drop(columns=e), weight.drop(e)) != now]
    candidates = moving if moving else list(points)
    return points[candidates].var(ddof=0).idxmax()


editor = HypothesisMatrix(codes, items, decisive)
editor

# %% [markdown]
# Or do the same from a cell, here for the leaked contracts: take away the `#` and run it.

# %%
# editor.set("e10", credibility=0.5)
editor.results()

# %% [markdown]
# **Does the method help?** In one experiment it did not: the probabilities that people gave
# were no more coherent (free of contradiction) with it than without it (Karvetski and Mandel,
# *Judgment and Decision Making*, 2020). Use it to show your assumptions, not as a machine that finds the truth.
#
# ## Step 6. From evidence to belief
#
# ACH only counts. **How much** should an item change what you believe? Suppose you think H2 three times as likely
# as H3: your **odds** are 3. Take an item of evidence. If H2 were true, you would have one chance in ten to see
# it; if H3 were true, two in ten. One divided by two, 1/2, is its **likelihood ratio**. Multiply the old odds by
# it to get your new odds; `odds / (1 + odds)` turns odds
# into the chance of H2 against H3.

# %%
odds = 3 * 1 / 2
print(f"odds {odds}, chance of H2 against H3 {odds / (1 + odds)}")

# %% [markdown]
# The next item multiplies the new odds, and so on. You may multiply only if the items are separate evidence. Suppose
# that H2 is true: then seeing one item must not make another more or less likely. The same must hold if H3 is true.

# %% tags=["predict"]
predict("p2-3")

# %% tags=["result"]
odds = 0.20 / 0.80
for ratio in [3, 1 / 2, 2]:  # change this: other ratios
    odds = odds * ratio
print(f"odds {odds:.2f}, chance of H2 against H3 {odds / (1 + odds):.2f}")
reveal("p2-3")

# %% [markdown]
# The result depends on where you started. Three readers start with odds of 1/4, 1 and 4 for H2, and see the same
# three items: e3 (ratio 3), e5 (1/2) and e12 (2). The ratios are **illustrative**.

# %% tags=["result", "picture"]
ratios = pd.Series({"start": 1, "e3": 3, "e5": 1 / 2, "e12": 2}).cumprod()
readers = {"leans to H3": 1 / 4, "no preference": 1, "leans to H2": 4}
odds = pd.DataFrame({name: prior * ratios for name, prior in readers.items()})
belief = (odds / (1 + odds)).rename_axis("item")
fig = px.line(
    belief.reset_index().melt("item", var_name="reader"), x="item", y="value", color="reader",
    symbol="reader", range_y=[0, 1],
    labels={"item": "After which item", "value": "Probability of H2 against H3 (share)"},
)  # fmt: skip
gap = belief["leans to H2"] - belief["leans to H3"]
present(
    fig,
    finding=f"The same items move all three readers in the same direction; the gap between the highest and "
    f"the lowest line shrinks from {gap.iloc[0]:.2f} to {gap.iloc[-1]:.2f} and does not close.",
    caveat="The ratios are assumed. Only two hypotheses are compared, and items may "
    "depend on each other.",
    table=belief.round(2), sources=["ach_items"],
)  # fmt: skip

# %% [markdown]
# **How to say it.** Words for probability should have a meaning that everybody knows. American
# intelligence uses a list, ICD 203: a word stands for a chance from `low` to `high` per cent. How sure you are of your
# **sources** is another matter. This is *confidence*, and it gets a sentence of its own.

# %%
display(load("likelihood_words"))

# %% [markdown]
# ## The other side of the table
#
# Official statements are evidence of a position, not of a fact; the rule is the same for every government.
#
# - **Beijing.** The foreign minister calls the relationship a new model without alliance and without
#   confrontation ([CGTN, March 2024](https://news.cgtn.com/news/2024-03-07/Wang-Yi-China-Russia-forge-new-paradigm-of-major-country-relations-1rLQLYsMyJi/share_amp.html)).
#   The scholar Zhao Huasheng thinks that a partnership without an alliance is best
#   ([2019](https://doi.org/10.24411/2221-3279-2019-10017)); Feng Yujun sees two very different states
#   ([2024](https://global.espreso.tv/world-news-beijing-doesnt-believe-in-russias-victory-over-ukraine)).
# - **Moscow.** The scholar Alexander Lukin in 2016 found the turn to Asia real, and in all likelihood
#   irreversible ([Strategic Analysis](https://doi.org/10.1080/09700161.2016.1224065)).
#   A leaked paper ascribed to the security service, in contrast, sees China as a danger (item e11).
# - **Tallinn.** The institute ICDS asks whether this is a military alliance without an agreement
#   ([2020](https://icds.ee/en/military-cooperation-between-russia-and-china-the-military-alliance-without-an-agreement/)).
# - **Washington, two voices.** Blackwill and Fontaine call it a quasi-alliance
#   ([Council on Foreign Relations](https://www.cfr.org/report/no-limits-china-russia-relationship-and-us-foreign-policy));
#   Kavanagh and DePetris hold that ties of interest are no alliance
#   ([Defense Priorities](https://www.defensepriorities.org/opinion/the-axis-of-evil-is-overhyped)).
#
# **Change the point of view.** Take the United States and Japan. Which of the five hypotheses might an
# analyst in Beijing choose for them? Would you accept "made by pressure from outside" as an explanation there?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Written treaties have held no duty of defence between the two after 1980, as
#   far as the data go (2018). By our codes growing trade tells the hypotheses apart least.
# - **Mixed.** With these illustrative codes the quasi-alliance (H1) has the most points against it. H5
#   has the fewest, because it forbids almost nothing that we could observe, and because of our code for e14.
# - **Not settled here.** Which hypothesis is true. Whether American pressure drives the two (C5):
#   since 2025 the acts went both ways.
#
# Confidence: high for the treaties, low for every code, and so low for the ranking.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 02 (link at the end of this page).
#
# **Discuss.** What evidence would make you give up your own hypothesis? Is "quasi-alliance" a
# hypothesis that can be refuted? What would you have to observe, and for how long, to refute H5?
#
# **Read.** Dhami and others on layouts and bias
# ([2024](https://doi.org/10.1186/s41235-024-00560-y)); Artyom Lukin on the entente
# ([2021](https://doi.org/10.1057/s41311-020-00251-7)); Korolev on the verge of an alliance
# ([2018](https://doi.org/10.1080/14799855.2018.1463991)); Heuer, *Psychology of Intelligence
# Analysis* (1999).
