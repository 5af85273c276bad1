# %% [markdown]
# # Start here
#
# Two guesses before you read anything. China and Russia trade with each other and with many
# others. **Of every hundred dollars of China's trade in 2024, how many were with Russia? And of
# every hundred dollars of Russia's trade, how many were with China?**
#
# Click into the grey cell below and press **Shift+Enter**: two empty bars appear. Click into each bar
# where it should end, or type a number. Press **Lock my guess**. Then press Shift+Enter twice: you see
# the numbers, then the figure.

# %% tags=["predict"]
from alignment.widgets import predict, seen

predict("p0")

# %% tags=["result"]
from alignment.tables import load

china = load("trade").set_index("year")["share_of_china_pct"][2024]
shares = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
russia = shares.query("flow == 'trade'").set_index("year")["pct"][2024]
seen("p0")
print(
    f"{china:.0f} of China's 100 dollars, {russia:.0f} of Russia's: about {russia / china:.0f} times as many"
)

# %% tags=["result", "picture"]
import pandas as pd
import plotly.express as px

from alignment.charts import COLOURS, present

bars = pd.DataFrame({"country": ["China", "Russia"], "share": [china, russia]})
names = {"country": "Whose trade", "share": "Part that is trade with the other (per cent)"}
fig = px.bar(
    bars, x="country", y="share", color="country", color_discrete_map=COLOURS, labels=names
)
fig.update_traces(texttemplate="%{y:.0f}", textposition="outside")
present(
    fig,
    finding="The same goods are a small part of China's trade and a large part of Russia's.",
    caveat="China's customs count the first share, Russia's the second: compare size, not the last digit.",
    sources=["trade", "dependence_shares"],
    guess="p0",
)

# %% [markdown]
# Four per cent *of China's* trade, 34 per cent *of Russia's*: many disputes here are about the word
# after *of*.
#
# **The question of the course.** Many say that China and Russia work together more closely than
# at any time in decades. Do they? If so, what does it change for the interests of the United States,
# for worse or for better? In which areas, by how much, and how sure can anyone be?
#
# You do not have to agree with anything here. The course teaches how to judge, not what to
# conclude. Opinions are never graded; arithmetic, definitions and honest uncertainty are.
#
# ## A first figure
#
# Do China and Russia vote more alike than before? The votes of a state in the UN General Assembly
# give it a place on a scale, its **ideal point** of that year. States that vote alike lie close together.
# Only the distance counts: it means nothing to lie high or low. The thin upright lines show how unsure
# each estimate is.

# %% tags=["picture"]
names = {"CHN": "China", "RUS": "Russia", "USA": "United States", "IND": "India", "BRA": "Brazil"}
points = load("ideal_points").query("iso3 in @names.keys() and year >= 1971")
points["state"] = points["iso3"].map(names)
points["up"], points["down"] = points["q95"] - points["point"], points["point"] - points["q5"]
fig = px.line(
    points,
    x="year",
    y="point",
    color="state",
    error_y="up",
    error_y_minus="down",
    markers=True,
    color_discrete_map=COLOURS,
    labels={"year": "Year", "point": "Ideal point (no unit)"},
)
fig.update_traces(error_y_width=0, error_y_thickness=1)
present(
    fig,
    finding="China's and Russia's lines met in 1990, parted, and came together again; in 2024 the lines "
    "of India and Brazil lie near them, and that of the US far away.",
    caveat="Start in 1995 and the two lines mostly come closer; start in 1990 and they do not: the first "
    "year decides. Before 1992 Russia is the Soviet Union. Voting alike is not acting together.",
    sources=["ideal_points"],
)

# %% [markdown]
# Every figure in this course looks like this one. The title says what it shows. The line below the
# figure says what to keep in mind. The line with a triangle opens the figure in words and numbers. The
# code is folded away: click its three dots to open it.
#
# The distance between two states in a year is the difference of their points: the smaller, the more alike.

# %%
wide = points.pivot(index="year", columns="iso3", values="point")
distance = (wide["CHN"] - wide["RUS"]).abs()  # change this: "USA" in place of "RUS"
distance.loc[[1990, 1995, 2024]].round(2)

# %% [markdown]
# ## The reading
#
# Everything starts from one short news summary of a think-tank paper:
# ["U.S.-China-Russia relations pose challenge for Trump administration"](https://thefederalnewswire.com/stories/666965693-u-s-china-russia-relations-pose-challenge-for-trump-administration).
# Read it first (three minutes). The course splits it into numbered claims (C1,
# C2, ...) and tests those that data can test.
#
# ## How a lesson works
#
# 1. A question, the claims of the reading that the lesson treats, and figures.
# 2. A few times you guess before you see: you lock your guess, and the cell below shows the data, often
#    with your guess in the picture. A guess costs nothing. Lesson 10 shows how often your guesses held.
# 3. Short steps with a few lines of code. Lines marked `# change this` are for you to change.
# 4. A panel to move, and a line of code that does the same.
# 5. Quick checks with hidden answers; nobody sees what you thought.
# 6. "The other side of the table": four capitals on the same subject, always Washington and at least
#    two of Beijing, Moscow and Kyiv.
# 7. In lessons 3 to 7, a score sheet: how much does this area matter, in *your* judgement? Lesson 8
#    puts your five sheets together.
# 8. An exercise set that answers at once. Its link stands below the lesson's title and at the end.
#
# The minutes (this page: {alone 00}) come from a formula; no readers have been timed yet. They leave out the
# set; below its title each lesson says how long it takes with the set.
#
# | lesson | question | minutes |
# |---|---|---|
# | [01 The reading](lesson-01-reading.ipynb) | What exactly does the text say, and what could show it wrong? | {alone 01} |
# | [02 Competing hypotheses](lesson-02-hypotheses.ipynb) | What kind of relationship is it? | {alone 02} |
# | [03 Military domain](lesson-03-military.ipynb) | More together, or only more visible? | {alone 03} |
# | [04 Economic domain](lesson-04-economic.ipynb) | Who sustains whom? | {alone 04} |
# | [05 Technology domain](lesson-05-technology.ipynb) | What share is it really? | {alone 05} |
# | [06 Diplomatic domain](lesson-06-diplomatic.ipynb) | Do they vote alike, and does it matter? | {alone 06} |
# | [07 Financial order](lesson-07-finance.ipynb) | Nearly all of what? | {alone 07} |
# | [08 Weighing](lesson-08-weighing.ipynb) | Which domain weighs most, and for whom? | {alone 08} |
# | [09 Uncertainty](lesson-09-how-sure.ipynb) | How sure can we be of a ranking? | {alone 09} |
# | [10 Judgement](lesson-10-judgement.ipynb) | What do we say, and how do we find out if we were right? | {alone 10} |
# | [11 Glossary](lesson-11-glossary.ipynb) | What do the words mean? | {alone 11} |
#
# Each lesson runs alone, but 9 goes on from 8, and 10 from 9. Have you never used Python? Take the
# [warm-up](lesson-00b-warm-up.ipynb) first.

# %% [markdown]
# ## Where your work is kept
#
# Score sheets and progress are kept on this computer, in the folder `my-work`, without name or time. Nothing
# is sent anywhere. Save notebooks with **File > Save** or Ctrl+S. Run the next two cells again to see how far you are.

# %%
from alignment import records

sheets = records.load_sheets()
print(f"Score sheets so far: {', '.join(sheets) or 'none yet'}")

# %% [markdown]
# One row per exercise set: how many questions, how many right, your points, of how many, and the next question.

# %%
from alignment.checks import overview

overview()

# %% [markdown]
# Do you work on two computers, or in a browser service that keeps no files? Download your files here. They hold
# no name, and your own words only if you tick the box.

# %%
from alignment.widgets import MyWork

MyWork()

# %% [markdown]
# ## If something does not work
#
# - **A cell shows an error.** Read its last line. Often a cell above has not run: choose
#   **Run > Run All Above Selected Cell**.
# - **You changed a set and want the original back.** Type `alignment exercises fresh 04` (here for set 04) in a
#   terminal (**File > New > Terminal**): a new copy comes beside yours.
# - **A panel does not move.** Run its cell again, or use the line of code below it.
# - **You work with the keyboard or a screen reader.** Tab goes from slider to slider, the arrow keys move
#   a slider, and every figure has a text and a table.
# - **Anything else.** Type `alignment doctor` in a terminal: it says what is missing.
#
# ## Words you will meet
#
# - **Alignment**: two states acting in the same direction, whatever the reason. "Partnership",
#   "entente", "axis" and "quasi-alliance" are names of hypotheses, not of facts.
# - **Domain**: an area in which the alignment may matter: military, economic, technology,
#   diplomatic, finance.
# - **Marginal effect**: the difference that the cooperation makes, compared with both states having the same
#   aims but acting alone. You judge this difference, not China and not Russia.
# - **Illustrative**: a value chosen to show a method. It is not a finding.
#
# Contested names are used neutrally. Where parties claim different things about a territory, a
# note in the text says who claims what.
