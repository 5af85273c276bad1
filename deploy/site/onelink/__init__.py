"""The site: the whole course as static files, with Python in the reader's browser.

`lock` says which packages the browser loads and from where, `contents` makes the copies of lessons
and sets that open there, `front` writes the first page, `build` puts all of it into one folder.
"""
