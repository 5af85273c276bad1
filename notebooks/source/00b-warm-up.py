# %% [markdown]
# # Warm-up. The Python that this course needs
#
# This page goes with [Start here](lesson-00-start-here.ipynb). Take it if you have never used Python.
# If you can read `trade[trade["year"] > 2020]`, skip it. Nothing here is graded, and nothing can break:
# **Edit > Undo** takes a change back.
#
# A notebook has text and grey cells. Click into a cell and press **Shift+Enter**: the cell runs, and the
# value of its last line appears below it. Python skips what stands after a `#`: it is a note for you.

# %%
66 + 10  # change this: any sum

# %% [markdown]
# ## Names
#
# A name keeps a value. The sign `=` gives the value on its right to the name on its left; two names take
# two values, in order. A cell knows only the names of cells that ran before it, so run a page from top to
# bottom.

# %%
part, whole = 12, 48  # change this: two other numbers
share = 100 * part / whole
print(f"{share:.1f} per cent")

# %% [markdown]
# `print` writes. In `f"..."` a name in braces `{}` becomes its value, and `:.1f` gives one digit after
# the point.
#
# **Quick check.** What would the cell write if the part were a third of the whole? Say it. Then change
# the first line and run the cell.
#
# <details><summary>Show the answer</summary>
# A third of a hundred, with one digit after the point. Write `part, whole = 16, 48` and run the cell to
# see it.
# </details>
#
# ## A table
#
# `import` fetches tools, and `load` reads one of the course's tables. A table has rows and named columns.
# A list of names in double brackets keeps only these columns; `tail(4)` shows the last four rows.

# %%
from alignment.tables import load

trade = load("trade")[["year", "total", "share_of_china_pct"]]
trade.tail(4)

# %% [markdown]
# `total` is the trade of China and Russia in billion US dollars, `share_of_china_pct` its share of all of
# China's trade in per cent. On the far left the rows are numbered.
#
# A condition in brackets keeps the rows for which it is true. One name in brackets takes that column;
# `mean()` is its average.

# %%
later = trade[trade["year"] > 2021]  # change this: another year
print(f"{later['total'].mean():.1f} billion US dollars a year")

# %% [markdown]
# `set_index("year")` names each row by its year, so that you can ask for a year. The later value divided by
# the earlier one, minus one, is the growth; `:+.0%` writes it in per cent, with its sign.

# %%
by_year = trade.set_index("year")["total"]
change = by_year[2024] / by_year[2021] - 1  # change this: two other years
print(f"{change:+.0%}")

# %% [markdown]
# ## When something goes wrong
#
# Python answers with a red block. Read its **last line**: it says what is wrong. The next cell asks for a
# year that is not there, and prints only such a last line.

# %%
try:
    by_year[1900]
except KeyError as error:
    print(f"KeyError: {error}: there is no such row")

# %% [markdown]
# - `NameError`: a name is not known. Run the cells above, or look for a typing error.
# - `KeyError`: there is no such column or row. Look at the table.
# - `SyntaxError`: a bracket or a quotation mark is missing in that line or the one above.
#
# ## A figure
#
# The code of a figure is folded: click its three dots to see it. The cell runs like any other.

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
# is right, and `hint` helps. Try it: what per cent of China's trade was with Russia in the last year of the
# table above? Put the number in the place of the dots (with a point, without a per cent sign) and run the cell.

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
