# %% [markdown]
# # Warm-up. The Python that this course needs
#
# This page goes with [Start here](lesson-00-start-here.ipynb). Take it if you have never used Python.
# Who can read `trade[trade["year"] > 2020]` may skip it. Nothing here is graded, and you can break
# nothing: what you change in a cell comes back with **Edit > Undo**.
#
# A notebook has text and grey cells. Click into a cell and press **Shift+Enter**: it runs, and what
# its last line says appears below it. Python skips what stands after a `#`: it is a note for you.

# %%
66 + 10  # change this: any sum

# %% [markdown]
# ## Names
#
# A name keeps a value. The sign `=` means "from now on"; two names on its left take the two values on
# its right. Cells know the names of the cells that ran before them, so run a page from top to bottom.

# %%
part, whole = 12, 48  # change this: two other numbers
share = 100 * part / whole
print(f"{share:.1f} per cent")

# %% [markdown]
# `print` writes. In `f"..."` a name in braces becomes its value, and `:.1f` gives one digit after the
# point.
#
# **Quick check.** What would the cell write if the part were a third of the whole? Say it, then
# change the line and run it.
#
# <details><summary>Show the answer</summary>
# A third of a hundred, with one digit after the point. Put a third of the whole in the place of the
# part and run the cell to see it.
# </details>
#
# ## A table
#
# `import` fetches tools, and `load` reads one of the course's tables. It has rows and named columns;
# a list of names in brackets keeps these columns, and `tail` shows the last rows.

# %%
from alignment.tables import load

trade = load("trade")[["year", "total", "share_of_china_pct"]]
trade.tail(4)

# %% [markdown]
# One column has its name in brackets. A condition in brackets keeps the rows for which it is true.

# %%
later = trade[trade["year"] > 2021]  # change this: another year
print(f"{later['total'].mean():.1f} billion US dollars a year")

# %% [markdown]
# `set_index` makes one column the name of the rows, so that you can ask for a year.

# %%
by_year = trade.set_index("year")["total"]
change = by_year[2024] / by_year[2021] - 1  # change this: two other years
print(f"{change:+.0%}")

# %% [markdown]
# ## When something goes wrong
#
# Python answers with a red block. Read its **last line**: it says what is wrong. The next cell catches
# an error on purpose, so that you have seen one.

# %%
try:
    by_year[1900]
except KeyError as error:
    print(f"KeyError: {error}: there is no such row")

# %% [markdown]
# - `NameError`: a name is not known. Run the cells above, or look for a slip of the pen.
# - `KeyError`: there is no such column or row. Look at the table.
# - `SyntaxError`: a bracket or a quotation mark is missing in that line or the one above.
#
# ## A figure
#
# Figures are drawn by a cell whose code is folded. Click its three dots to see the code.

# %% tags=["picture"]
import plotly.express as px

from alignment.charts import present

labels = {"year": "Year", "total": "Trade (billion US dollars)"}
fig = px.line(trade, x="year", y="total", markers=True, labels=labels)
present(
    fig,
    finding="Trade between China and Russia was highest in 2024, and lower in 2025.",
    caveat="Values are not volumes: a dear barrel of oil counts for more than a cheap one.",
    sources=["trade"],
)

# %% [markdown]
# ## A task that answers you
#
# In the exercise sets you put your answer in the place of three dots. `check` says at once whether it
# is right, and `hint` helps. Try it here with a plain comparison: what per cent of China's trade was
# with Russia in the last year of the table? Put the number in the place of the dots (a point before
# its digits, no sign after it) and run the cell.

# %%
mine = ...  # change this: a number such as 12.5
right = trade["share_of_china_pct"].iloc[-1]  # the last row
if not isinstance(mine, (int, float)):
    print("not attempted: write one number, such as 12.5, in the place of the three dots")
elif abs(mine - right) < 0.05:
    print("right")
else:
    print("not yet: look at the last row of the table above")

# %% [markdown]
# That is all the Python you need to begin. Go on with [Start here](lesson-00-start-here.ipynb).
