# %% [markdown]
# # Start here
#
# Two guesses before you read anything. China and Russia trade with each other and with everybody
# else. **Of every hundred dollars of China's trade in 2024, how many were with Russia? And of
# every hundred dollars of Russia's trade, how many were with China?**
#
# Write your two guesses into the grey cell below, in place of the two zeros. Then press
# **Shift+Enter**: the cell runs and shows the answer.

# %% tags=["guess"]
guess_china, guess_russia = 0, 0

from alignment.tables import load

china = load("trade").set_index("year")["share_of_china_pct"][2024]
shares = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
russia = shares.query("flow == 'trade'").set_index("year")["pct"][2024]
print(f"Of 100 dollars of China's trade {china:.0f} were with Russia; you said {guess_china}.")
print(f"Of 100 dollars of Russia's trade {russia:.0f} were with China; you said {guess_russia}.")

# %% [markdown]
# The same goods are a small part of one whole and a large part of the other. Nearly every dispute
# in this course is about the word after *of*. (China's customs and Russia's customs count these
# shares; read their size, not the last digit.)
#
# **The question of the course.** China and Russia work together more closely than they did for
# decades. What challenge does that pose to the interests of the United States, in which domains,
# how large is it, and how sure can anyone be?
#
# You do not have to agree with anything here. The course teaches how to judge, not what to
# conclude. Opinions are never graded; arithmetic, definitions and honest uncertainty are.
#
# The next cell loads what the rest of this page needs. Run every cell with Shift+Enter, from top
# to bottom.

# %%
import plotly.graph_objects as go

from alignment.charts import present, theme

points = load("ideal_points")

# %% [markdown]
# The table holds one number per state and year: where its votes in the UN General Assembly place
# it on a line, its **ideal point**. States that vote alike lie close together. We draw three
# states since 1991. The thin upright lines show how unsure each estimate is. Every figure in this
# course says what it shows and what it does not show.

# %%
fig = go.Figure().update_layout(title="Do China and Russia vote more alike than before?")
fig = fig.update_xaxes(title="Year").update_yaxes(title="Ideal point (no unit)")
for state, code in [("China", "CHN"), ("Russia", "RUS"), ("United States", "USA")]:
    one = points[(points["iso3"] == code) & (points["year"] >= 1991)]
    spread = {"array": one["q95"] - one["point"], "arrayminus": one["point"] - one["q5"]}
    fig.add_scatter(x=one["year"], y=one["point"], name=state, **theme.line(state))
    fig.data[-1].error_y = spread | {"width": 0, "thickness": 1}
finding = "China's and Russia's lines have come closer since 1991; that of the US lies far away."
caveat = "Voting alike is not acting together, and what comes to a vote changes every year."
present(fig, finding=finding, caveat=caveat, sources=["ideal_points"])

# %% [markdown]
# Open the fold under the figure: it holds the figure in words and the numbers behind it. The
# distance between two states in a year is the difference of their points.

# %%
wide = points.pivot(index="year", columns="iso3", values="point").loc[1991:]
distance = (wide["CHN"] - wide["RUS"]).abs()
distance.loc[[2018, 2021, 2024]].round(2)

# %% [markdown]
# Here are two more indicators over the same years: the share of UN votes on which both voted the
# same, and trade between the two.

# %%
votes = load("unga_agreement").query("definition == 'strict' and pair == 'CHN-RUS'")
trade = load("trade").set_index("year")["total"]
same = votes.set_index("year")["value"]
same.to_frame("same vote").assign(trade_bn_usd=trade).loc[[2018, 2021, 2024]].round(2)

# %% [markdown]
# From 2021 to 2024 trade grew and the two ideal points moved closer, while the share of identical
# votes fell. So is the partnership "deepening", as the reading says? In which indicator, and between
# which years? The word is not one number. That is the kind of question you will work on.
#
# ## The reading
#
# Everything starts from one short news summary of a think-tank paper:
# ["U.S.-China-Russia relations pose challenge for Trump administration"](https://thefederalnewswire.com/stories/666965693-u-s-china-russia-relations-pose-challenge-for-trump-administration).
# Read it first; it takes three minutes. The course splits it into numbered claims (C1, C2, ...) and
# takes them to data. Notice that the summary holds not a single figure.
#
# ## How a lesson works
#
# 1. A question, the claims it tests, and a chart within the first cells.
# 2. Short steps: a plain sentence, then a few lines of code that you can change.
# 3. A panel to move, and the same thing as one line of code.
# 4. Quick checks with hidden answers; nobody sees what you thought.
# 5. "The other side of the table": how Beijing, Moscow and a third capital read the same numbers.
# 6. A score sheet: what do *you* think this domain weighs? It feeds the board in lesson 8.
# 7. An exercise set that answers at once. Its link stands below the lesson's title and at the end.
#
# | lesson | question | minutes |
# |---|---|---|
# | [01 The reading](lesson-01-reading.ipynb) | What exactly does the text say, and what could show it wrong? | 75 |
# | [02 Competing hypotheses](lesson-02-hypotheses.ipynb) | What kind of relationship is it? | 90 |
# | [03 Military domain](lesson-03-military.ipynb) | More together, or only more visible? | 75 |
# | [04 Economic domain](lesson-04-economic.ipynb) | Who sustains whom? | 75 |
# | [05 Technology domain](lesson-05-technology.ipynb) | What share is it really? | 75 |
# | [06 Diplomatic domain](lesson-06-diplomatic.ipynb) | Do they vote alike, and does it matter? | 90 |
# | [07 Financial order](lesson-07-finance.ipynb) | Nearly all of what? | 60 |
# | [08 Weighing](lesson-08-weighing.ipynb) | Which domain weighs most, and for whom? | 90 |
# | [09 Uncertainty](lesson-09-how-sure.ipynb) | How sure can we be of a ranking? | 90 |
# | [10 Judgement](lesson-10-judgement.ipynb) | What do we say, and how do we find out if we were right? | 90 |
# | [11 Glossary](lesson-11-glossary.ipynb) | What do the words mean? | 15 |
#
# Each lesson runs alone, in any order.

# %% [markdown]
# ## Where your work is kept
#
# Score sheets and progress are kept on this computer, in the folder `my-work`. No name and no time
# is stored in it, and nothing is sent anywhere. Notebooks are saved where they are: use
# **File > Save** or Ctrl+S. Run the next cells again at any time to see how far you are.

# %%
from alignment import records

sheets = records.load_sheets()
print(f"Score sheets so far: {', '.join(sheets) or 'none yet'}")

# %% [markdown]
# The exercise sets: how many questions are right, and which one is next.

# %%
from alignment.checks import overview

overview()

# %% [markdown]
# Do you work on two computers, or in a browser service that forgets? Take your files with you: the
# download holds no name, and what you wrote in words only if you tick the box.

# %%
from alignment.widgets import MyWork

MyWork()

# %% [markdown]
# ## If something does not work
#
# - **A cell shows an error.** Read its last line. Often a cell above has not run: choose
#   **Run > Run All Above Selected Cell**. If a name is not known, the message says which cell makes
#   it.
# - **You changed something and want the original back.** Type `make fresh SET=04` in a terminal
#   (**File > New > Terminal**): it puts a new copy of an exercise set beside yours.
# - **A panel does not move.** Run its cell again. Below every panel the same thing stands in code.
# - **You work with the keyboard or a screen reader.** Tab moves between sliders, the arrow keys move
#   them, and every figure has a text and a table in its fold.
# - **Anything else.** Type `alignment doctor` in a terminal; it says what is missing.
#
# ## Words you will meet
#
# - **Alignment**: two states acting in the same direction, whatever the reason. "Partnership",
#   "entente", "axis" and "quasi-alliance" are names of hypotheses, not of facts.
# - **Domain**: an area in which the alignment may matter: military, economic, diplomatic,
#   technology, finance.
# - **Marginal effect**: what would be different if both states existed with the same aims, but did
#   not cooperate. This is what you judge, not China and not Russia.
# - **Illustrative**: a value chosen to show a method. It is not a finding.
#
# Contested names are used neutrally. Where parties claim different things about a territory, a
# footnote says who claims what.
