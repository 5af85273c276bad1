"""One page of everything a student did in the course, as HTML that prints well; made locally."""


def dossier() -> None:
    pass
