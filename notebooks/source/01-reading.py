# %% [markdown]
# # Lesson 1. The reading: claims, sources, drift
#
# **Question of the day.** What exactly does this text say, who says it, and what could show that it
# is wrong?
#
# The course starts from one short news summary:
# ["U.S.-China-Russia relations pose challenge for Trump administration"](https://thefederalnewswire.com/stories/666965693-u-s-china-russia-relations-pose-challenge-for-trump-administration).
# Guess first: from memory if you have read it, otherwise from its title.

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
text = ""  # one line per claim, in the order of the paragraphs
for row in claims.sort_values("paragraph", kind="stable").itertuples():
    text += f"- **{row.paragraph}** {row.id}: {row.claim}\n"
Markdown(text)

# %% [markdown]
# You will meet the numbers C1 to C32 again: later lessons bring each claim together with data that can test it,
# where there are such data. (C29 to C31 stand among lower numbers, because C29 to C32 were split off later.)

# %% tags=["result"]
# is there a digit in our words or in the quoted words of a claim?
with_digits = (claims["claim"] + claims["phrase"]).str.contains("[0-9]")
print(f"claims with a digit, in our words or in the quoted words: {with_digits.sum()}")
reveal("p1-1")

# %% [markdown]
# ## What you will be able to do
#
# - **Identify** the claims in a text and **classify** them by type.
# - **Formulate** what we should see if a claim were false.
# - **Measure** how far two careful readers agree.
# - **Trace** how a summary changes what it summarises, and **check** a source by what others say about it.
#
# **You need:** lesson 00.
# **Claims of the reading treated here:** all of them, from C1 to C32.
#
# **How old are these numbers?** The reading summarises a paper of December 2024. This course looks
# back at it from mid-2026 and holds nothing that happened after that. We opened sources until November 2026.
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
# The **type** of a claim decides what you need to test it.
#
# - **Descriptive**: says what is. You can count or measure it.
# - **Causal**: says that one thing brings about another. You need a comparison with a world
#   without the first thing.
# - **Predictive**: says what will or may be. You need a date.
# - **Conditional**: says what will be *if* something is done. The condition must come true before you can test
#   the claim.
# - **Intent**: says what somebody wants. Actions alone rarely show it.
# - **Attribution**: says what somebody thinks. You need a statement by that person.
# - **Evaluative**: says how good, bad or large something is. You need a scale.
# - **Normative**: says what should be done. Data alone can never settle it.
#
# Choose a type for C7 to C16, and write for two of these claims what would show them wrong. A **coding** is
# one reader's choice of types. Two other codings appear only **after** you have chosen, so that they do
# not lead you. Nobody grades this; your choices are kept in `my-work/`.
#
# You may leave the lists *domain* and *interest* empty. In the list *interest*, V1 to V6 are interests that
# American writers often call vital. No such list is neutral: some dispute that V6, rules and influence, is vital.
# The panel's table compares your types with the two codings. Its *kappa* is agreement beyond chance; Step 3
# explains it.

# %%
from alignment.widgets import ClaimSorter


def kappa(first, second):
    """Agreement beyond chance; Step 3 takes it apart."""
    same = (first == second).mean()
    # for each type: its share in one coding times its share in the other
    shares = first.value_counts(normalize=True) * second.value_counts(normalize=True)
    return (same - shares.sum()) / (1 - shares.sum())


sorter = ClaimSorter(kappa)
sorter

# %% [markdown]
# Or do the same from a cell: take away the `#`, put in your own words, and run it.
# `same` counts how many of your claims have the same type in that coding; `agreement` is kappa (`NaN`: too few
# claims yet).

# %%
# sorter.code("C7", type="causal", false_if="Russia keeps its output without trade with China")
sorter.compare()

# %% [markdown]
# How does the whole text look? We gave every claim a type, as one possible reading.

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
# A claim can do two things at once. For such a claim the column `type` holds a second word: another type, or a
# remark such as *trend*. Change the word in the next cell and see which claims have it.

# %%
word = "intent"  # change this: causal, evaluative, normative ...
claims[claims["type"].str.contains(word)].set_index("id")[["claim", "type"]]

# %% [markdown]
# ## Step 2. What could show it wrong?
#
# To test a claim, say beforehand what we should see if it were **false**. Take C23, "potential rifts
# could emerge over time", and compare two ways to make it precise.
#
# - *Relations may become worse at some point.* Nothing that happens can show this wrong.
# - *By 31 December 2027 one of the two recalls its ambassador or suspends a treaty, according to its
#   foreign ministry's website.* This names an event, a date and a source, so it can fail.
#
# The words of a test need rules as well. This course uses three words:
#
# - **friction**: a public measure of one government against goods or people of the other, such as a ban on
#   some goods, or a public dispute over a map;
# - a **rift**: an ambassador recalled, a treaty or visit suspended, sanctions on named persons or
#   firms, a veto against the other, experts called home, or deaths in a border clash;
# - a **break**: the end of a treaty or of relations.
#
# **Quick check.** Which words in "potential rifts could emerge over time" make the claim impossible to refute?
#
# <details><summary>Show the answer</summary>
# "Potential" and "could" allow that nothing happens, and "over time" never ends. Remove one of
# them, and the others still protect the claim.
# </details>
#
# One reader said of every claim whether public data can test it now: yes, partly, weakly, by a
# forecast only, or no.

# %% tags=["predict"]
predict("p1-3")

# %% tags=["result"]
answer = claims["testable"].str.split(",").str[0]  # the word before the comma, if there is one
print(answer.value_counts())
reveal("p1-3")

# %% [markdown]
# Can data test the important claims? The column `importance` says from 1 (little) to 5 (most)
# how much the reading's advice rests on a claim. It is **illustrative**: one teacher's judgement.

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
    finding=f"Of the {can.sum()} claims that data can test (“yes”), {(high & can).sum()} have an importance of 4 or 5 "
    f"({', '.join(claims['id'][high & can])}); of the {(~can).sum()} other claims, {(high & ~can).sum()} do.",
    caveat="Importance is one teacher's judgement; what cannot be tested may still be true.",
    table=claims[["id", "claim", "testable", "importance"]], sources=["claims"],
)  # fmt: skip

# %% [markdown]
# ## Step 3. Two careful readers, two codings
#
# Is C7 ("plays a critical role in sustaining") causal, because of *sustaining*? Or is it evaluative,
# because of *critical*? Both answers can be defended. The table `claim_codings` holds two codings of all claims.
# We wrote both, as two careful coders might see the text; no two people coded it. **Neither is the right answer.**

# %% tags=["predict"]
predict("p1-4")

# %% tags=["result"]
codings = load("claim_codings")
same = (codings["first"] == codings["second"]).mean()
print(f"share with the same type: {same:.0%}")
reveal("p1-4")

# %% [markdown]
# Some agreement comes by chance. If each coder calls half of all claims causal, both say *causal* about a
# quarter of them (½ × ½), even if neither has read a word. Add up such products for all types: the sum is
# the agreement to expect by chance. Between chance agreement and full agreement lies a distance. Cohen's
# **kappa** is the part of it that the coders covered: 0 means no better than chance, 1 full agreement.

# %%
# for each type: its share in one coding times its share in the other; then the sum
shares = codings["first"].value_counts(normalize=True)
by_chance = (shares * codings["second"].value_counts(normalize=True)).sum()
print(f"by chance {by_chance:.2f}, kappa {(same - by_chance) / (1 - by_chance):.2f}")

# %% [markdown]
# Is that high? One number means little alone. So we add a lazy coder who gives every claim the same type. (To
# choose another type for the lazy coder, open the folded code and change `lazy`.)

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
    finding=f"Coder one agrees with the lazy coder on {table.iloc[1, 1]:.2f} of the claims (kappa "
    f"{table.iloc[1, 2]:.2f}), with the second careful coder on {table.iloc[0, 1]:.2f} (kappa {table.iloc[0, 2]:.2f}).",
    caveat="Agreement is not truth: two readers can share the same error.",
    table=table, sources=["claim_codings"],
)  # fmt: skip

# %% [markdown]
# The lazy coder agrees only where coder one chose that same type. By chance one would expect just as much, so
# kappa is 0.
#
# A number says how far the two careful coders agree. A list says **where** they do not: `first` and `second` are
# their types. Read the phrases: words such as *critical* can judge and name a cause at the same time.

# %%
differ = codings[codings["first"] != codings["second"]]
differ.merge(claims[["id", "phrase"]]).set_index("id")  # with the phrase of each claim

# %% [markdown]
# ## Step 4. From the paper to the reading
#
# The reading is not the paper. First came a paper by five authors, then a news item without an author's name
# (our reading), then our table. The five authors later spoke about the paper's subject
# ([Brookings, March 2025](https://www.brookings.edu/articles/china-and-russias-strategic-relationship-amid-a-shifting-geopolitical-landscape/)).
# There is another summary of the paper, independent of the reading
# ([Russia Matters](https://www.russiamatters.org/analysis/china-russia-relationship-and-threats-vital-us-interests)).
# Compare the two on three points: `summary` is this independent summary, `reading` the news item.

# %%
drift = load("drift").set_index("row")
drift.loc[[1, 3, 4], ["point", "summary", "reading"]]

# %% [markdown]
# Look at row 3. The independent summary says that China has no interest in joining an **axis** of four.
# The reading says that China's **relations** with North Korea "remain cautious" (C24). The caution is still
# there, but it is now about something else. Row 1 has lost the limits of what Washington can do; row 4 has lost
# Russia as an actor with a will of its own. Nobody has to intend such a loss: a summary must be short. In
# question 1.11 of the exercise set you name the kind of change for every row.
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
# - **Kyiv.** Yurii Poita says that Kyiv tried to get China to influence Russia, and failed
#   ([January 2023](https://www.newgeopolitics.org/2023/01/30/how-did-relations-between-ukraine-and-china-change-after-february-24/)).
# - **Washington, two voices.** Blackwill and Fontaine call the quasi-alliance the greatest threat to
#   vital American interests in sixty years
#   ([Council on Foreign Relations, December 2024](https://www.cfr.org/report/no-limits-china-russia-relationship-and-us-foreign-policy)).
#   Mueller holds that Washington has overestimated foreign threats for decades
#   ([Cato Institute](https://www.cato.org/study/assessing-international-threats-during-after-cold-war)).
#
# **Change the point of view.** Classify this sentence: "The partnership of the United States and Japan
# has significant implications for China's interests." Which type is it? What would show it wrong? Are
# your answers the same as for C1?
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** The reading makes many claims and holds no figure. It differs in several points
#   from another summary of the same paper.
# - **Mixed.** The two codings agree beyond chance on the types, but differ on several important
#   claims, C7 among them. By one reader's count ten of the 32 claims can be tested now.
# - **Not settled here.** Whether any claim is true. One can argue about the normative claims C25, C26 and C28,
#   but not test them.
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
