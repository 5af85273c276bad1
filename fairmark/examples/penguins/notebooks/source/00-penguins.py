# %% [markdown]
# # One table, three species
# The table holds 344 penguins that were measured near Palmer Station, Antarctica, from 2007 to
# 2009. Each row is one penguin. Source: Horst, Hill and Gorman (2020), *palmerpenguins*, CC0.

# %%
import pandas as pd

from fairmark import tables_folder

penguins = pd.read_csv(tables_folder() / "penguins.csv")
penguins.head(3)

# %% [markdown]
# Some measures are missing: a mean leaves such a row out and says nothing of it.

# %%
penguins.isna().sum()

# %% [markdown]
# A mean over all penguins hides that the species differ. Group first, then take the mean.

# %%
penguins.groupby("species")["body_mass_g"].mean().round(0)

# %% [markdown]
# Go on with the ten questions in `exercises/01-penguins.ipynb`.
