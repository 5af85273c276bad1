# %% [markdown]
# # Exercises 01: a first set
# Replace the three dots in each answer cell, run it, then run the check cell below it.

# %%
#| setup
import pandas as pd

from fairmark import check, hint, solution
from fairmark import tables_folder

# %%
rain = pd.read_csv(tables_folder() / "rain.csv").set_index("month")["rain_mm"]
rain

# %% [markdown]
# ### 1.1 Rain in all (2 points)
# How much rain fell in all six months, in millimetres? Put it into `total`. Tolerance: 0.1.

# %%
#| stub
total = ...

# %%
#| solution: A sum over all months.
total = rain.sum()

# %%
#| check
#| tolerance: 0.1
#| unit: mm
#| data: tables
#| hints:
#|   - Which method adds up a column?
#| explanation: The sum holds every month once.
check("1.1", total)

# %%
#| wrong: This is the mean of a month, not the sum.
total = rain.mean()

# %% [markdown]
# ### 1.2 The wettest months (1 point)
# Which two months had the most rain? Put their rain, in millimetres, into `wettest`, with the months
# as labels. Tolerance: 0.1.

# %%
#| stub
wettest = ...

# %%
#| solution: The two largest values keep their labels.
wettest = rain.nlargest(2)

# %%
#| check
#| tolerance: 0.1
#| unit: mm
#| data: tables
#| hints:
#|   - Look at `nlargest`.
#| explanation: A labelled series says which number belongs to which month.
check("1.2", wettest)

# %%
#| wrong: These are the driest months.
wettest = rain.nsmallest(2)
