# %% [markdown]
# # Exercises 01: one table
# Replace the three dots in each answer cell, run it, then run the check cell below it.

# %%
#| setup
import pandas as pd
import plotly.express as px

from fairmark import check, hint, solution
from fairmark import fresh, tables_folder

# %%
penguins = pd.read_csv(tables_folder() / "penguins.csv")
penguins.head(3)

# %% [markdown]
# ### 1.1 How many were weighed (1 point)
# How many penguins have a body mass? Put the count into `weighed`.

# %%
#| stub
weighed = ...

# %%
#| solution: `count()` leaves out what is missing.
weighed = penguins["body_mass_g"].count()

# %%
#| check
#| data: tables
#| skill: count
#| hints:
#|   - Not every penguin has a body mass.
#| explanation: A count of rows and a count of values differ where values are missing.
check("1.1", weighed)

# %%
#| wrong: You counted the rows; some penguins were not weighed.
weighed = len(penguins)

# %% [markdown]
# ### 1.2 How heavy a Gentoo is (2 points)
# What is the mean body mass of the Gentoo penguins, in grams? Put it into `gentoo`. Tolerance: 1.

# %%
#| stub
gentoo = ...

# %%
#| solution: The filter comes before the mean.
gentoo = penguins.loc[penguins["species"] == "Gentoo", "body_mass_g"].mean()

# %%
#| check
#| tolerance: 1
#| unit: g
#| data: tables
#| skill: average
#| hints:
#|   - Choose the rows of one species first.
#| explanation: A mean over all penguins mixes three species of very different size.
check("1.2", gentoo)

# %%
#| wrong: This is the mean over all species.
gentoo = penguins["body_mass_g"].mean()

# %%
#| wrong: This is the median; the question asks for the mean.
gentoo = penguins.loc[penguins["species"] == "Gentoo", "body_mass_g"].median()

# %% [markdown]
# ### 1.3 Flippers by species (2 points)
# What is the mean flipper length of each species, in millimetres? Put it into `flippers`, with the
# species as labels. Tolerance: 0.1.

# %%
#| stub
flippers = ...

# %%
#| solution: One mean per group.
flippers = penguins.groupby("species")["flipper_length_mm"].mean()

# %%
#| check
#| tolerance: 0.1
#| unit: mm
#| data: tables
#| skill: group
#| hints:
#|   - Group the rows by species.
#| explanation: A grouped mean gives one number per species, with the species as its label.
check("1.3", flippers)

# %%
#| wrong: These are means by island.
flippers = penguins.groupby("island")["flipper_length_mm"].mean()

# %% [markdown]
# ### 1.4 The three heaviest (1 point)
# What are the three largest body masses, in grams and from the largest down? Put them into the list
# `heaviest`. Tolerance: 0.1.

# %%
#| stub
heaviest = ...

# %%
#| solution: Sort, then take the first three.
heaviest = penguins["body_mass_g"].nlargest(3).tolist()

# %%
#| check
#| tolerance: 0.1
#| unit: g
#| data: tables
#| skill: count
#| hints:
#|   - Look at `nlargest`.
#| explanation: The largest values come first when a column is sorted from the top down.
check("1.4", heaviest)

# %%
#| wrong: These are the three smallest.
heaviest = penguins["body_mass_g"].nsmallest(3).tolist()

# %% [markdown]
# ### 1.5 Mass by species and sex (3 points)
# Make a table `masses` of the mean body mass in grams: one row per species, one column per sex.
# Tolerance: 1.

# %%
#| stub
masses = ...

# %%
#| solution: Two groupings, one of them turned into columns.
masses = penguins.groupby(["species", "sex"])["body_mass_g"].mean().unstack()

# %%
#| check
#| tolerance: 1
#| unit: g
#| data: tables
#| skill: group
#| hints:
#|   - Group by two columns at once.
#|   - '`unstack()` turns the inner labels into columns.'
#| explanation: Penguins of unknown sex are in no group, so they are left out of both columns.
check("1.5", masses)

# %%
#| wrong: Rows and columns are exchanged: species should be the rows.
masses = penguins.groupby(["sex", "species"])["body_mass_g"].mean().unstack()

# %% [markdown]
# ### 1.6 A standard score (2 points)
# Write `standard(value, mean, spread)`: by how many spreads does a value lie above the mean?
# Tolerance: 0.001.


# %%
#| stub
def standard(value, mean, spread):
    return ...


# %%
#| solution: The distance from the mean, counted in spreads.
def standard(value, mean, spread):
    return (value - mean) / spread


# %%
#| check
#| tolerance: 0.001
#| data: inputs
#| skill: average
#| hints:
#|   - First the distance, then the division.
#| explanation: A standard score has no unit, so that measures of different kinds can be compared.
check("1.6", standard, on=fresh("1.6", low=1, high=9, size=3))


# %%
#| wrong: The distance is taken the wrong way round.
def standard(value, mean, spread):
    return (mean - value) / spread


# %% [markdown]
# ### 1.7 A paradox (1 point)
# Over all penguins, longer bills are less deep. What holds inside each species? Put `"deeper"`,
# `"less deep"` or `"no relation"` into `inside`: longer bills are ...

# %%
#| stub
inside = ...

# %%
#| solution: Within each species the two grow together.
inside = "deeper"

# %%
#| check
#| data: none
#| skill: relation
#| choices: [deeper, less deep, no relation]
#| hints:
#|   - Compute the correlation for each species.
#| explanation: The species differ in both measures, and that difference hides what holds inside each.
check("1.7", inside)

# %%
#| wrong: That is what holds over all penguins; look at one species at a time.
inside = "less deep"

# %% [markdown]
# ### 1.8 Flippers and mass (2 points)
# How strongly do flipper length and body mass go together? Put the correlation into `together`.
# Tolerance: 0.001.

# %%
#| stub
together = ...

# %%
#| solution: `corr` gives Pearson's correlation.
together = penguins["flipper_length_mm"].corr(penguins["body_mass_g"])

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| skill: relation
#| hints:
#|   - Two columns, one method.
#| explanation: A correlation near one says that the points lie close to a rising line, not why.
check("1.8", together)

# %%
#| wrong: You took the bills instead of the flippers.
together = penguins["bill_length_mm"].corr(penguins["body_mass_g"])

# %% [markdown]
# ### 1.9 A chart of counts (2 points)
# Draw a bar chart `chart` of the number of penguins by island, with a title and titles on both axes.

# %%
#| stub
chart = ...

# %%
#| solution: One bar per island, as high as its count.
counts = penguins["island"].value_counts()
chart = px.bar(x=counts.index, y=counts.to_numpy(), title="Penguins by island")
chart.update_layout(xaxis_title="Island", yaxis_title="Penguins")

# %%
#| check
#| data: tables
#| skill: draw
#| hints:
#|   - '`value_counts()` counts the rows of each island.'
#| explanation: A bar needs a count, a label and axes that say what they show.
check("1.9", chart)

# %%
#| wrong: These are the species, not the islands.
counts = penguins["species"].value_counts()
chart = px.bar(x=counts.index, y=counts.to_numpy(), title="Penguins by island")
chart.update_layout(xaxis_title="Island", yaxis_title="Penguins")

# %% [markdown]
# ### 1.10 The share of females (2 points)
# Of the penguins whose sex is known, what share is female? Put it into `females`, in per cent.
# Tolerance: 0.1.

# %%
#| stub
females = ...

# %%
#| solution: Only rows with a known sex count.
females = (penguins["sex"].dropna() == "female").mean() * 100

# %%
#| check
#| tolerance: 0.1
#| unit: per cent
#| data: tables
#| skill: count
#| hints:
#|   - Leave out the rows where the sex is missing.
#| explanation: The denominator is the number of penguins whose sex is known.
check("1.10", females)

# %%
#| wrong: The denominator holds penguins whose sex is not known.
females = (penguins["sex"] == "female").mean() * 100
