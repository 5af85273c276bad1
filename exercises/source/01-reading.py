# %% [markdown]
# # Exercises 1: the reading
#
# Twelve short questions on the claims of the reading, on two codings of them, and on how sure we are
# of our own facts. They follow lesson 01. Plan about 45 minutes. You can stop at any time; your
# progress is kept.
#
# **Objectives.** **1.1** identify and classify claims · **1.2** compare two codings and correct
# their agreement for chance · **1.3** trace how a summary changes what it summarises ·
# **1.4** say what would show a claim wrong, and how good a source is.
#
# How to classify a claim is a judgement. So the questions ask what follows from a **given** coding.
# Where you code yourself, only the form is checked: everything coded, each with a reason.

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `claims` holds the claims of the reading. In the column `type` the **first word** is the main type;
# after a comma a second type or a remark may follow.

# %%
pd.set_option("display.max_colwidth", None)
claims = load("claims").set_index("id")
claims[["paragraph", "claim", "type", "testable", "importance"]]

# %% [markdown]
# ### 1.1 How many claims of each type? (2 points)
# *Claims C7 to C22.* Paragraphs 3 to 6 of the reading hold its argument on the domains; `middle`
# holds their claims. Count the claims in `middle` by main type. Put the counts into `counts`, as a
# series with the types as labels or as a dictionary such as `{"causal": ..., "intent": ...}`.

# %%
middle = claims[claims["paragraph"].between("P3", "P6")]
middle["type"]

# %% [markdown]
# Your answer:

# %%
#| stub
counts = ...

# %%
#| solution: The main type is what stands before the first comma, so cut there and count.
counts = middle["type"].str.split(",").str[0].value_counts()

# %%
#| check
#| data: tables
#| claims: [C7, C9, C10, C15, C21, C22]
#| objective: 1.1
#| hints:
#|   - The word before the comma is the main type. Some rows have no comma.
#|   - middle["type"].str.split(",").str[0] keeps what stands before the comma.
#|   - value_counts() counts how often each word occurs.
#| explanation: >
#|   Labels with remarks look like many small groups. Only after the remark is cut off do you see
#|   how much of the argument describes, and how much says what causes what. Causal claims need
#|   other evidence than descriptions do.
check("1.1", counts)

# %%
#| wrong: You counted whole labels. "descriptive, trend" has the main type descriptive too.
counts = middle["type"].value_counts()

# %%
#| wrong: You counted the last word of each label. The main type is the first word.
counts = middle["type"].str.split(", ").str[-1].value_counts()

# %%
#| wrong: You counted the claims of the whole reading. `middle` holds those of paragraphs 3 to 6.
counts = claims["type"].str.split(",").str[0].value_counts()

# %%
#| wrong: These are shares. The question asks how many.
counts = middle["type"].str.split(",").str[0].value_counts(normalize=True)

# %% [markdown]
# ### 1.2 How much of the weight can be tested? (2 points)
# *All claims.* The column `testable` says whether public data can test a claim now. The column
# `importance` says from 1 to 5 how much of the argument rests on a claim; it is our judgement. What
# share of the importance of **all** claims lies in claims whose `testable` starts with *yes*? Put
# it into `share`, as a number between 0 and 1. Tolerance: 0.005.

# %%
#| stub
share = ...

# %%
#| solution: Add up the importance of the claims that can be tested, and divide by the sum of all.
can = claims["testable"].str.startswith("yes")
share = claims["importance"][can].sum() / claims["importance"].sum()

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C3, C6, C10, C16]
#| objective: 1.1
#| hints:
#|   - A prediction whose date has passed is marked "yes, resolved". It counts.
#|   - str.startswith("yes") gives true or false for each claim.
#|   - claims["importance"][...] with true and false in the brackets keeps the rows that are true.
#| explanation: >
#|   The base of a share must be said. Here it is every claim, also the claims about what should be
#|   done, which no data can settle. Leaving them out makes a text look easier to test than it is.
check("1.2", share)

# %%
#| wrong: You left out what is "yes, resolved". It was open once and has been tested since.
can = claims["testable"] == "yes"
share = claims["importance"][can].sum() / claims["importance"].sum()

# %%
#| wrong: "partly" is not "yes".
can = claims["testable"].str.startswith(("yes", "partly"))
share = claims["importance"][can].sum() / claims["importance"].sum()

# %%
#| wrong: You counted claims, or left the normative ones out. Add up the importance of all claims.
share = claims["testable"].str.startswith("yes").mean()

# %%
#| wrong: This is a sum of importance. Divide it by the sum of all claims.
share = claims["importance"][claims["testable"].str.startswith("yes")].sum()

# %% [markdown]
# ### 1.3 Who wants something? (2 points)
# *Claims C12, C15, C19, C21.* Which claims carry the word *intent* **anywhere** in `type`? Put their
# ids into `wanting`, as a set such as `{"C1", "C2"}`.

# %%
#| stub
wanting = ...

# %%
#| solution: A claim can report an effect and an aim at once, so look at the whole label.
wanting = set(claims.index[claims["type"].str.contains("intent")])

# %%
#| check
#| data: tables
#| claims: [C12, C15, C19, C21]
#| objective: 1.1
#| hints:
#|   - The word can stand after the comma.
#|   - str.contains("intent") looks at the whole label; claims.index[...] gives the ids.
#|   - set(...) around it makes a set.
#| explanation: >
#|   Verbs such as aim, prioritise and seek say what somebody wants. Such a statement often hides
#|   behind a statement of effect, and it needs other evidence: documents and costly acts, not
#|   outcomes alone.
check("1.3", wanting)

# %%
#| wrong: You looked at the main type only. "prioritizes" also says what someone wants.
wanting = set(claims.index[claims["type"].str.split(",").str[0] == "intent"])

# %%
#| wrong: You looked at second words only. The word can also stand first.
wanting = set(claims.index[claims["type"].str.contains(", intent")])

# %%
#| wrong: These are the causal claims. Look for the word intent.
wanting = set(claims.index[claims["type"].str.contains("causal")])

# %% [markdown]
# ### 1.4 Can the important claims be tested? (2 points)
# *All claims.* The column `importance` (illustrative, 1 to 5) says how much the conclusion of the
# reading rests on a claim. By how much is the mean importance of the claims whose `testable` starts
# with *yes* **higher** than the mean importance of all **other** claims? Put the difference into
# `difference`; it is negative if the testable claims matter less. Tolerance: 0.01.

# %%
#| stub
difference = ...

# %%
#| solution: Two means of two groups that do not overlap, and one minus the other.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][yes].mean() - claims["importance"][~yes].mean()

# %%
#| check
#| tolerance: 0.01
#| unit: points
#| data: tables
#| claims: [C1, C7, C10]
#| objective: 1.4
#| hints:
#|   - You need two means, one for each group.
#|   - The symbol ~ turns true into false, so ~yes are the others.
#| explanation: >
#|   A group must be compared with the rest, not with a whole that contains it, or the difference
#|   becomes too small. Whatever comes out, importance here is one teacher's judgement.
check("1.4", difference)

# %%
#| wrong: You subtracted the other way round. The testable claims come first.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][~yes].mean() - claims["importance"][yes].mean()

# %%
#| wrong: You compared with all claims. The testable ones are among them; compare with the others.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][yes].mean() - claims["importance"].mean()

# %%
#| wrong: You compared sums. There are fewer testable claims, so compare means.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][yes].sum() - claims["importance"][~yes].sum()

# %% [markdown]
# ### 1.5 Where two coders differ (1 point)
# *All claims.* `codings` holds the main type of each claim as two coders see it. Neither is a key.
# Put the ids of the claims on which they **differ** into the set `differ`.

# %%
codings = load("claim_codings").set_index("id")
codings.head()

# %%
#| stub
differ = ...

# %%
#| solution: Compare the two columns row by row.
differ = set(codings.index[codings["first"] != codings["second"]])

# %%
#| check
#| data: tables
#| claims: [C7, C8, C12, C21]
#| objective: 1.2
#| hints:
#|   - Two columns can be compared with != and give true or false for each row.
#|   - codings.index[...] picks the ids of the rows that are true.
#| explanation: >
#|   A list of disagreements is more useful than one number: it shows which words of the text carry
#|   two meanings, such as a word that names a cause and praises or blames at once.
check("1.5", differ)

# %%
#| wrong: These are the claims on which they agree.
differ = set(codings.index[codings["first"] == codings["second"]])

# %% [markdown]
# ### 1.6 Agreement beyond chance (3 points)
# *All claims.* Compute Cohen's **kappa** of the two columns of `codings`. First the share of equal
# labels. Then the share to expect by chance: for each type, multiply how often (as shares) the two
# coders use it, and add up. Kappa is (share minus chance) divided by (1 minus chance). Put it into
# `kappa`. Tolerance: 0.001.

# %%
#| stub
kappa = ...

# %%
#| solution: What is left of the agreement when chance is taken out, as a part of what could be left.
same = (codings["first"] == codings["second"]).mean()
one = codings["first"].value_counts(normalize=True)
two = codings["second"].value_counts(normalize=True)
chance = (one * two).sum()
kappa = (same - chance) / (1 - chance)

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| claims: [C7, C10]
#| objective: 1.2
#| hints:
#|   - value_counts(normalize=True) gives the shares in which a coder uses the types.
#|   - pandas matches the labels of two series, so you can multiply them and add up.
#|   - Now subtract chance above and below the line.
#| explanation: >
#|   Two coders who use few types often meet by accident. Kappa asks how much of the agreement that
#|   chance leaves open was reached. It still says nothing about truth: both can share an error.
check("1.6", kappa)

# %%
#| wrong: This is the share of equal labels. Take out what chance alone would give.
kappa = (codings["first"] == codings["second"]).mean()

# %%
#| wrong: You subtracted chance but did not divide by what chance leaves open, 1 minus chance.
same = (codings["first"] == codings["second"]).mean()
shares = codings["first"].value_counts(normalize=True)
kappa = same - (shares * codings["second"].value_counts(normalize=True)).sum()

# %%
#| wrong: This is the agreement to expect by chance. It is one part of kappa.
shares = codings["first"].value_counts(normalize=True)
kappa = (shares * codings["second"].value_counts(normalize=True)).sum()

# %%
#| wrong: You took all types as equally frequent. Use how often each coder uses each type.
same = (codings["first"] == codings["second"]).mean()
chance = 1 / codings["first"].nunique()
kappa = (same - chance) / (1 - chance)

# %% [markdown]
# ### 1.7 A chain of retellings (2 points)
# *Claim C24.* A point goes through three steps: from a paper to a summary, to a news item, to a
# file. The steps keep it with the chances `a`, `b` and `c`, independently of each other. Write a
# function `kept` that returns the chance that the point survives all three. The check calls it with
# the numbers in `cases`. Tolerance: 0.001.

# %%
from alignment.checks import fresh

cases = fresh("1.7", low=0.5, high=0.95, size=3)
cases[0]


# %%
#| stub
def kept(a, b, c):
    return ...


# %%
#| solution: Chances of independent steps multiply.
def kept(a, b, c):
    return a * b * c


# %%
#| check
#| tolerance: 0.001
#| data: inputs
#| claims: [C24]
#| objective: 1.3
#| hints:
#|   - Think of a hundred points. How many are left after the first step, and how many of these
#|     after the second?
#|   - Each step keeps a part of what the step before has left.
#| explanation: >
#|   A part of a part is a product. Three fairly good steps together can lose almost half of the
#|   points. Real steps are not independent, so the product is a warning and not a measurement.
check("1.7", kept, on=cases)


# %%
#| wrong: You took the mean of the three. Independent steps multiply.
def kept(a, b, c):
    return (a + b + c) / 3


# %%
#| wrong: You took the weakest step. Every step loses something, so multiply all three.
def kept(a, b, c):
    return min(a, b, c)


# %%
#| wrong: You added the losses. The second step can only lose what the first one has kept.
def kept(a, b, c):
    return 1 - (1 - a) - (1 - b) - (1 - c)


# %%
#| wrong: This is the chance that the point is lost. The question asks that it is kept.
def kept(a, b, c):
    return 1 - a * b * c


# %% [markdown]
# ### 1.8 How good are our own facts? (2 points)
# *All claims.* Facts for this course were collected page by page, and each row carries a label of
# confidence. `facts` counts the labels by file. What share of **all rows** has the label *low*? Put
# it into `low_share`, as a number between 0 and 1. Tolerance: 0.0005.

# %%
facts = load("fact_confidence").set_index("file")
facts[["high", "medium", "low"]]

# %%
#| stub
low_share = ...

# %%
#| solution: Add up first, then divide; so every row counts the same.
labels = facts[["high", "medium", "low"]].sum()
low_share = labels["low"] / labels.sum()

# %%
#| check
#| tolerance: 0.0005
#| data: tables
#| claims: [C1]
#| objective: 1.4
#| hints:
#|   - How many rows are there in all files together?
#|   - Add up the three columns first. The share comes last.
#| explanation: >
#|   The mean of the files' shares answers another question, because a file with a few rows then
#|   weighs as much as the largest one. Say whether you weigh by rows or by files.
check("1.8", low_share)

# %%
#| wrong: You counted medium as low. A medium row is rounded or second-hand, not doubtful.
labels = facts[["high", "medium", "low"]].sum()
low_share = (labels["low"] + labels["medium"]) / labels.sum()

# %%
#| wrong: You took the mean over files. Weigh by rows: add up first, then divide.
low_share = (facts["low"] / facts[["high", "medium", "low"]].sum(axis=1)).mean()

# %%
#| wrong: You took the middle file. Weigh by rows: add up first, then divide.
low_share = (facts["low"] / facts[["high", "medium", "low"]].sum(axis=1)).median()

# %%
#| wrong: You divided by the rows labelled high. The base is all rows.
low_share = facts["low"].sum() / facts["high"].sum()

# %% [markdown]
# ### 1.9 The files to check first (2 points)
# *All claims.* Compute for each file the **share** of its rows that are **not** high (medium or
# low). Put the three largest shares into `doubtful`, as a series with the names of the files as
# labels, numbers between 0 and 1. Tolerance: 0.005.

# %%
#| stub
doubtful = ...

# %%
#| solution: Divide by the rows of the file itself, then take the three largest shares.
whole = facts[["high", "medium", "low"]].sum(axis=1)
doubtful = ((facts["medium"] + facts["low"]) / whole).nlargest(3)

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C1]
#| objective: 1.4
#| hints:
#|   - Each file has its own whole, high, medium and low together.
#|   - sum(axis=1) adds up along a row.
#|   - nlargest(3) keeps the three largest values of a series with their labels.
#| explanation: >
#|   The largest file has many doubtful rows because it has many rows. A share tells you where a
#|   row picked at random is most likely to need a second look.
check("1.9", doubtful)

# %%
#| wrong: These are numbers of rows. The question asks for a share, not a count.
doubtful = (facts["medium"] + facts["low"]).nlargest(3)

# %%
#| wrong: You left out the medium rows. Not high means medium or low.
doubtful = (facts["low"] / facts[["high", "medium", "low"]].sum(axis=1)).nlargest(3)

# %%
#| wrong: You left out the low rows. Not high means medium or low.
doubtful = (facts["medium"] / facts[["high", "medium", "low"]].sum(axis=1)).nlargest(3)

# %%
#| wrong: You divided by the rows of all files. Each file has its own whole.
whole = facts[["high", "medium", "low"]].sum().sum()
doubtful = ((facts["medium"] + facts["low"]) / whole).nlargest(3)

# %% [markdown]
# ### 1.10 Draw the types (2 points)
# *Claims C7 to C22.* Draw the counts of question 1.1 as bars with plotly: one bar per main type, its
# length the number of claims. Give the figure a title that states a finding or a question, and a
# title on both axes. Write also, for readers who cannot see it, what the figure shows: at least eight
# words, with `figure.update_layout(meta={"alt": "..."})`. Put the figure into `figure`. Horizontal
# bars are fine.

# %%
from alignment.checks import forms

# %%
#| stub
figure = ...

# %%
#| solution: Bars from zero let the reader compare counts by eye.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))
figure.update_layout(
    title="What kinds of claims does the argument on the domains make?",
    xaxis_title="Main type",
    yaxis_title="Claims (number)",
    meta={"alt": "Bars that show how many claims there are of each main type."},
)

# %%
#| check
#| data: tables
#| claims: [C7, C10, C15]
#| objective: 1.1
#| hints:
#|   - go.Bar takes the labels as x and the numbers as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#|   - 'The text stands beside them: figure.update_layout(meta={"alt": "Bars of ..."}).'
#| explanation: >
#|   Types have no order, so bars are right and a line is not. The axis title says what is counted;
#|   without it a reader could take the bars for shares.
check("1.10", forms.described(figure))

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))

# %%
#| wrong: The titles are there; the text for readers who cannot see the figure is not.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))
figure.update_layout(title="Types", xaxis_title="Main type", yaxis_title="Claims (number)")

# %%
#| wrong: You drew whole labels. Cut each label at the comma first.
number = middle["type"].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))
alt = {"alt": "Bars that show how many claims there are of each type."}
figure.update_layout(
    title="Types", xaxis_title="Main type", yaxis_title="Claims (number)", meta=alt
)

# %%
#| wrong: You joined the types with a line. Types have no order, so use bars.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Scatter(x=number.index, y=number))
alt = {"alt": "Bars that show how many claims there are of each type."}
figure.update_layout(
    title="Types", xaxis_title="Main type", yaxis_title="Claims (number)", meta=alt
)

# %% [markdown]
# ### 1.11 What changed on the way? (3 points)
# *Claims C20, C24, C25.* `drift` compares seven points of an independent summary of the paper with
# the reading. Code each row with one of these words and a reason of a few words:
#
# - `"omitted"`: the point is not there any more;
# - `"weakened"`: it is there, but says less strongly or less conditionally what it said;
# - `"changed"`: something is there, but it says something else;
# - `"garbled"`: it is there, but cannot be understood;
# - `"less specific"`: a precise point has become a general phrase;
# - `"no figures"`: numbers have gone.
#
# Careful readers disagree here. The check looks at the **form** only: seven rows, known words, a
# reason each. Two other codings stand at the end of this notebook.

# %%
from alignment.checks import wording

drift = load("drift").set_index("row")
kinds = ("omitted", "weakened", "changed", "garbled", "less specific", "no figures")
drift[["point", "summary", "reading"]]

# %%
#| stub
# One row per point: (word, "reason").
coded = {1: ..., 2: ..., 3: ..., 4: ..., 5: ..., 6: ..., 7: ...}

# %%
#| solution: This is one coding with reasons; another one with reasons is as good.
coded = {
    1: ("omitted", "nothing on the limits of American means"),
    2: ("weakened", "the condition has become a general motive"),
    3: ("changed", "caution about a bloc, now about relations with one state"),
    4: ("omitted", "Russia's own will is not mentioned"),
    5: ("garbled", "the added half-sentence cannot be checked"),
    6: ("less specific", "the second aim is only a closing phrase"),
    7: ("no figures", "not one number is left"),
}

# %%
#| check
#| data: none
#| claims: [C20, C24, C25]
#| objective: 1.3
#| hints:
#|   - For each row ask first, is something there at all? Then ask whether it says the same.
#|   - One row looks like this. 3 colon, then ("changed", "the object of caution is another one").
#| explanation: >
#|   A word without a reason cannot be discussed. In row 3 something is there, so compare the
#|   object of caution on both sides. Two coders who give reasons can find out whether they differ
#|   about the text or about the word.
check("1.11", wording.codings(coded, drift.index, kinds))

# %%
#| wrong: There is no coding yet for 7.
coded = dict.fromkeys(range(1, 7), ("omitted", "the point is not there any more"))

# %%
#| wrong: The coding of 2 has no reason yet: say in a few words why.
coded = dict.fromkeys(range(1, 8), ("omitted", "the point is not there any more"))
coded[2] = ("weakened", "yes")

# %%
#| wrong: The coding of 5 needs two entries: (word, reason).
coded = dict.fromkeys(range(1, 8), ("omitted", "the point is not there any more"))
coded[5] = "garbled"

# %% [markdown]
# ### 1.12 A claim that can fail (2 points)
# *Claim C23.* The reading says that "potential rifts could emerge over time". Nothing that happens
# can show this wrong. Rewrite it as a question that can be resolved: a dictionary `question` with
# `"event"` (what happens; no *could*, *may*, *might*, *over time*), `"by_date"` (such as
# `"2028-12-31"`, after our records end), `"source"` (who would report it) and `"rule"` (what counts
# as yes, and what if the source is silent). Any event is fine; the check looks at the form only.

# %%
#| stub
question = {"event": ..., "by_date": ..., "source": ..., "rule": ...}

# %%
#| solution: An event, a date, a source and a rule leave no way out; other events are as good.
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "2028-12-31",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes; no statement by the date counts as no",
}

# %%
#| check
#| data: none
#| claims: [C23]
#| objective: 1.4
#| hints:
#|   - When would you say that the claim was wrong? Write that day down.
#|   - Name one act that somebody would report, and the page on which you would look for it.
#| explanation: >
#|   A forecast without a date can never fail, so it can never be right either. With an event, a
#|   date, a source and a rule, two people who disagree today will agree later on who was right.
check("1.12", wording.dated_question(question, after="2026-07-02"))

# %%
#| wrong: The event says 'could': when would we know that you were wrong?
question = {
    "event": "The treaty could be ended",
    "by_date": "2028-12-31",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes",
}

# %%
#| wrong: The date must be written like "2028-12-31".
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "in a few years",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes",
}

# %%
#| wrong: The part 'source' is empty.
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "2028-12-31",
    "source": "",
    "rule": "a published statement counts as yes",
}

# %% [markdown]
# ## Two other codings of the drift
# Look at these only after question 1.11. The column `same_as` says with how many of the two you
# agree. Where you differ, compare reasons. Neither is a key.

# %%
wording.beside(coded, first=drift["kind"], second=drift["second_kind"])

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what the reading claims, which of its claims can fail, and
# what got lost on the way to you.
#
# Every table can be cited: `print(cite("claims"))` prints its source and `describe("claims")` says
# what each column means.
