# %% [markdown]
# # A first lesson
# Six invented months of rain, to be replaced by a table of your own.

# %%
import pandas as pd

from fairmark import tables_folder

rain = pd.read_csv(tables_folder() / "rain.csv")
rain

# %% [markdown]
# Go on with the exercises in `exercises/01-first.ipynb`.
