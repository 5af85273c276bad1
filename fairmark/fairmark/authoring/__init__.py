"""From one text file to a notebook: the format of lessons and exercises, and how they are built."""
