"""A class's sheets and forecasts as one picture: pure functions on arrays.

No function here prints, draws or knows a file. Scores have the shape (students, domains, criteria),
weights (students, criteria). Error rates of each method, on simulated classes whose truth was
known, are in `docs/decisions/class-methods.md`.

`disagreement`  values or facts: what part of the class's disagreement shared weights would end
`camps`         two groups or one: Hartigan's dip along the line in which the class differs most
`pooling`       three fair rankings of the class, and how much students agree
`rounds`        movement, convergence and anchoring between two rounds
`resolved`      forecasts whose outcomes are known
`disclosure`    what may be shown so that nobody is recognised
"""
