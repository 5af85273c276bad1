# %% [markdown]
# # Lesson 1. The reading: claims, sources, drift
#
# **Question of the day.** What exactly does this text say, who says it, and what could show that it
# is wrong?
#
# The course starts from one short news summary:
# ["U.S.-China-Russia relations pose challenge for Trump administration"](https://thefederalnewswire.com/stories/666965693-u-s-china-russia-relations-pose-challenge-for-trump-administration).
# First a guess, from memory if you have read it.

# %% tags=["predict"]
from alignment.widgets import predict, reveal, seen

predict("p1-1")

# %% [markdown]
# A **claim** is a statement that somebody could deny. Here is the text, split into claims
# in our own words. P1 is the first paragraph, P9 the last. Run the cell with Shift+Enter,
# and read the list once from top to bottom.

# %%
import pandas as pd
from IPython.display import Markdown

from alignment.tables import cite, load

pd.set_option("display.max_colwidth", None)  # show whole sentences
claims = load("claims")
text = ""
for row in claims.sort_values("paragraph", kind="stable").itertuples():
    text += f"- **{row.paragraph}** {row.id}: {row.claim}\n"
Markdown(text)

# %% [markdown]
# You will meet these numbers again: a claim goes to the data that can test it, if there are any.
# (C29 to C32 stand out of order: they were split off later, and no number ever changes.)

# %% tags=["result"]
with_digits = (claims["claim"] + claims["phrase"]).str.contains("[0-9]")
print(f"claims with a digit, in our words or those quoted: {with_digits.sum()}")
reveal("p1-1")

# %% [markdown]
# ## What you will be able to do
#
# - **Identify** the claims in a text and **classify** them by type.
# - **Formulate** what we should see if a claim were false.
# - **Measure** how far two careful readers agree.
# - **Trace** how a summary changes what it summarises, and **check** a source by what others say.
#
# **You need:** lesson 00.
# **Claims of the reading treated here:** all of them, from C1 to C32.
#
# **How old are these numbers?** The reading summarises a paper of December 2024. This course looks
# back at it from mid-2026. Nothing newer was collected.
#
# ## Data card
#
# The table `claims` holds the reading in our own words, with a few words of the original beside
# each claim. It was made for this course. How the text is split and how each claim is labelled are
# judgements.

# %%
print(cite("claims"))

# %% [markdown]
# ## Step 1. Sort the claims yourself
#
# The kind of a claim decides what could show it wrong.
#
# - **Descriptive**: says what is. You can count or measure it.
# - **Causal**: says that one thing brings about another. You need a comparison with a world
#   without the first thing.
# - **Predictive**: says what will be. You need a date.
# - **Conditional**: says what will be *if* somebody does something. The condition must come true.
# - **Intent**: says what somebody wants. Actions alone rarely show it.
# - **Attribution**: says what somebody thinks. You need a statement by that person.
# - **Evaluative**: says how large or how bad. You need a scale.
# - **Normative**: says what should be done. Data alone can never settle it.
#
# Choose a type for C7 to C16, and write for two of them what would show the claim wrong. Two other
# codings of a claim appear **after** you have chosen, so that they do not lead you. Nobody grades
# this; your choices are kept in `my-work/`.
#
# The lists *domain* and *interest* are extra: leave them if you like. V1 to V6 are interests that
# American writers often call vital; the list names them. No such list is neutral: whether V6, rules and
# influence, is vital is disputed. The panel's table compares you with the two codings; its kappa is
# agreement beyond chance, and Step 3 explains it.

# %%
from alignment.widgets import ClaimSorter


def kappa(first, second):
    """Agreement beyond chance; Step 3 takes it apart."""
    same = (first == second).mean()
    shares = first.value_counts(normalize=True) * second.value_counts(normalize=True)
    return (same - shares.sum()) / (1 - shares.sum())


sorter = ClaimSorter(kappa)
sorter

# %% [markdown]
# The same from a cell: take away the `#`, put in your own words, and run it.
# (`NaN` means: too few claims yet.)

# %%
# sorter.code("C7", type="causal", false_if="Russia keeps its output without trade with China")
sorter.compare()

# %% [markdown]
# How does the whole text look? One reader gave every claim a type.

# %% tags=["predict"]
predict("p1-2")

# %% tags=["result", "picture"]
import plotly.express as px

from alignment.charts import present

seen("p1-2")
main = claims["type"].str.split(",").str[0]
boxes = claims.assign(kind=main, claims=1)
fig = px.bar(
    boxes, x="claims", y="paragraph", color="kind", pattern_shape="kind", text="id", orientation="h",
    category_orders={"kind": list(main.value_counts().index),
                     "paragraph": sorted(claims["paragraph"].unique())},
    labels={"paragraph": "Paragraph of the reading", "claims": "Claims (number)", "kind": "Type"},
)  # fmt: skip
fig.update_traces(textposition="inside", insidetextanchor="middle")
causal, normative = boxes["kind"].eq("causal"), boxes["kind"].eq("normative")
where = ", ".join(sorted(set(boxes["paragraph"][normative])))
present(
    fig,
    finding=f"{causal.sum()} of {len(claims)} claims are causal; the {normative.sum()} normative ones, "
    f"about what should be done, stand in {where}.",
    caveat="Other readers would choose other types. A paragraph with many claims is not better supported.",
    table=boxes[["paragraph", "id", "kind", "claim"]], sources=["claims"],
)  # fmt: skip

# %% tags=["result"]
reveal("p1-2")

# %% [markdown]
# A claim can do two things at once. The column `type` holds a second word for such claims. Change
# the word in the next cell and see which claims carry it.

# %%
word = "intent"  # change this: causal, evaluative, normative ...
claims[claims["type"].str.contains(word)].set_index("id")[["claim", "type"]]

# %% [markdown]
# ## Step 2. What could show it wrong?
#
# A claim can be tested if we can say beforehand what we should see if it were **false**. Take C23,
# "potential rifts could emerge over time", and compare two sentences.
#
# - *Relations may become worse at some point.* Nothing that happens can show this wrong.
# - *By 31 December 2027 one of the two recalls its ambassador or suspends a treaty, according to its
#   foreign ministry's website.* This names an event, a date and a source, so it can fail.
#
# The words need rules as well. This course uses three words:
#
# - **friction**: a public measure of one government against goods, people or maps of the other;
# - a **rift**: an ambassador recalled, a treaty or visit suspended, sanctions on named persons or
#   firms, a veto against the other, experts withdrawn, or deaths in a border clash;
# - a **break**: the end of a treaty or of relations.
#
# **Quick check.** Which words in "potential rifts could emerge over time" make it impossible to refute?
#
# <details><summary>Show the answer</summary>
# "Potential" and "could" allow that nothing happens, and "over time" never ends. Remove one and the
# others still protect the claim.
# </details>
#
# One reader said of every claim whether public data can test it now: yes, partly, weakly, by a
# forecast only, or no.

# %% tags=["predict"]
predict("p1-3")

# %% tags=["result"]
answer = claims["testable"].str.split(",").str[0]
print(answer.value_counts())
reveal("p1-3")

# %% [markdown]
# Is it the important claims that can be tested? The column `importance` says from 1 to 5 how much
# the reading's conclusion rests on a claim. It is **illustrative**: one teacher's judgement.

# %% tags=["result", "picture"]
levels = ["yes", "partly", "weakly", "by forecast only", "no"]
boxes = claims.assign(answer=answer, claims=1, points=claims["importance"].astype(str))
fig = px.bar(
    boxes, x="points", y="claims", color="answer", pattern_shape="answer", text="id",
    category_orders={"answer": levels, "points": list("12345")},
    labels={"points": "Importance for the conclusion (1 to 5, illustrative)",
            "claims": "Claims (number)", "answer": "Can data test it?"},
)  # fmt: skip
fig.update_traces(textposition="inside").update_xaxes(type="category")
high, can = claims["importance"] >= 4, answer == "yes"
present(
    fig,
    finding=f"Of the {can.sum()} claims that can be tested, {(high & can).sum()} have an importance of "
    f"4 or more: {', '.join(claims['id'][high & can])}; of the other {(~can).sum()}, {(high & ~can).sum()} have.",
    caveat="Importance is one teacher's judgement; what cannot be tested may still be true.",
    table=claims[["id", "claim", "testable", "importance"]], sources=["claims"],
)  # fmt: skip

# %% [markdown]
# ## Step 3. Two careful readers, two codings
#
# Is C7 ("plays a critical role in sustaining") causal, because of *sustaining*? Or is it evaluative,
# because of *critical*? Both answers can be defended. The table `claim_codings` holds two codings of
# all claims, as two coders might see them. **Neither is a key.**

# %% tags=["predict"]
predict("p1-4")

# %% tags=["result"]
codings = load("claim_codings")
same = (codings["first"] == codings["second"]).mean()
print(f"share with the same type: {same:.0%}")
reveal("p1-4")

# %% [markdown]
# Some agreement comes by chance: if both call half of all claims causal, they often agree. Cohen's
# **kappa** takes this away. For each type, multiply the two coders' shares of that type. Add up these
# products: the sum is the agreement to expect by chance. Kappa is the agreement reached beyond chance,
# divided by the most that could be reached beyond chance: full agreement gives one, mere chance zero.

# %%
shares = codings["first"].value_counts(normalize=True)
by_chance = (shares * codings["second"].value_counts(normalize=True)).sum()
print(f"by chance {by_chance:.2f}, kappa {(same - by_chance) / (1 - by_chance):.2f}")

# %% [markdown]
# Is that high? One number for agreement means little without another to compare it with. So we add a
# lazy coder who gives every claim the same type. (To choose another type for the lazy coder, open the
# folded code and change `lazy`.)

# %% tags=["picture"]
one = codings["first"]
lazy = "descriptive"  # change this: causal, normative ...
pairs = {"the second careful coder": codings["second"], f"a lazy coder: all “{lazy}”": lazy}
rows = [
    {"pair": name, "share of equal types": (one == other).mean(),
     "kappa": kappa(one, pd.Series(other, index=one.index))}
    for name, other in pairs.items()
]  # fmt: skip
table = pd.DataFrame(rows).round(2)
fig = px.bar(
    table.melt("pair", var_name="measure"), x="value", y="pair", color="measure", text_auto=".2f",
    pattern_shape="measure", barmode="group", orientation="h",
    labels={"value": "Agreement (share, or kappa; 1 = full)", "pair": "Coder one compared with"},
)  # fmt: skip
fig.update_traces(textposition="outside").update_xaxes(range=[0, 1.1], dtick=0.5)
present(
    fig,
    finding=f"The lazy coder agrees on {table.iloc[1, 1]:.2f} of the claims, with a kappa of "
    f"{table.iloc[1, 2]:.2f}; the careful one on {table.iloc[0, 1]:.2f}, with {table.iloc[0, 2]:.2f}.",
    caveat="Agreement is not truth: two readers can share the same error.",
    table=table, sources=["claim_codings"],
)  # fmt: skip

# %% [markdown]
# A number says how far they agree. A list says **where** they do not, and why: words such as
# *critical* judge and name a cause at the same time.

# %%
differ = codings[codings["first"] != codings["second"]]
differ.merge(claims[["id", "phrase"]]).set_index("id")

# %% [markdown]
# ## Step 4. From the paper to the reading
#
# The reading is not the paper. The chain has several links: a paper by five authors, a news item
# without an author's name, and our table. The authors later spoke about its subject
# ([Brookings, March 2025](https://www.brookings.edu/articles/china-and-russias-strategic-relationship-amid-a-shifting-geopolitical-landscape/)).
# Another, independent summary exists
# ([Russia Matters](https://www.russiamatters.org/analysis/china-russia-relationship-and-threats-vital-us-interests)).
# Compare three points of it with what the reading makes of them.

# %%
drift = load("drift").set_index("row")
drift.loc[[1, 3, 4], ["point", "summary", "reading"]]

# %% [markdown]
# Look at row 3. The independent summary says that Beijing has no interest in joining an **axis** of four.
# The reading says that its **relations** with North Korea "remain cautious" (C24). The caution is still
# there, but it is now about something else. In rows 1 and 4 something is gone: the limits of American
# means, and Russia as an actor with a will of its own. Nobody has to intend such a loss. A summary must
# be short. Question 1.11 asks you to name the kind of change for every row.
#
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
#
# ## The other side of the table
#
# The reading says that "shared grievances" and "perceived threats" drive the partnership (C4, C5).
# Others describe the same relationship differently. Official statements are evidence of a position,
# not of a fact; the rule is the same for every government.
#
# - **Beijing.** The foreign ministry calls the relationship one without alliance, without
#   confrontation and not aimed at any third party
#   ([People's Daily, March 2022](http://en.people.cn/n3/2022/0331/c90000-10078204.html)).
# - **Moscow.** The joint statement of February 2022 speaks against dividing lines and exclusive blocs
#   ([Kremlin](http://en.kremlin.ru/supplement/5770)).
# - **Kyiv.** Yurii Poita says that Kyiv's attempts to have China influence Russia have failed
#   ([January 2023](https://www.newgeopolitics.org/2023/01/30/how-did-relations-between-ukraine-and-china-change-after-february-24/)).
# - **Washington, two voices.** Blackwill and Fontaine call the quasi-alliance the greatest threat to
#   vital American interests in sixty years
#   ([Council on Foreign Relations, December 2024](https://www.cfr.org/report/no-limits-china-russia-relationship-and-us-foreign-policy)).
#   Mueller holds that Washington has overestimated foreign threats for decades
#   ([Cato Institute](https://www.cato.org/study/assessing-international-threats-during-after-cold-war)).
#
# **Change the point of view.** Classify this sentence: "The partnership of the United States and Japan
# has significant implications for China's interests." Which type is it? What would show it wrong? Is
# your answer the same as for C1?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** The reading makes many claims and holds no figure. It differs in several points
#   from another summary of the same paper.
# - **Mixed.** Types of claims: two codings agree beyond chance, but differ on several important
#   claims, C7 among them. By one reader's count ten of the 32 can be tested now.
# - **Not settled here.** Whether any claim is true. The normative claims C25, C26 and C28 can be
#   argued, but not tested.
#
# Confidence: high that the text says what the table says, moderate for the types, low for the
# column `importance`.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 01; its link stands at the end of this page. Question 1.14 asks about claims of the
# kind that you sorted.
#
# **Discuss.** Does it matter whether a person or a machine wrote the summary? What would you lose if
# you only ever read summaries? Is a policy paper of a think tank "biased", and is that a reason not
# to use it?
#
# **Read.** Wineburg and McGrew on lateral reading
# ([summary](https://cor.inquirygroup.org/research/lateral-reading-and-the-nature-of-expertise/));
# the independent summary
# ([Russia Matters](https://www.russiamatters.org/analysis/china-russia-relationship-and-threats-vital-us-interests));
# Toulmin, *The Uses of Argument*; Heuer, *Psychology of Intelligence Analysis* (1999).
