"""Learning platforms: whose files an archive holds, who is on a class list, what an import is.

A new platform is one module here with a `PLATFORM`; the engine needs to know nothing else of it.
Other rooms use `read_people`, `read_archive` and, to hand grades on, `write_import`.

Other rooms use `recognising`, `importing`, `filling`, `archive`, `protocol`, `tables` and
`times`.
"""
