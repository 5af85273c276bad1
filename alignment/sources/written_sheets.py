"""The illustrative score sheets, as text: one block per sheet, low, mode, high in each cell.

They are teaching values. A sheet's name says whose reading it imitates, not what is true.
"""

# The reference set, chosen to make the methods visible.
REFERENCE = """
domain | A | B | C | D | E | F
M | 35,50,65 | 40,55,70 | 50,70,90 | 25,40,60 | 20,35,55 | 20,35,55
E | 60,75,90 | 50,65,80 | 45,60,80 | 70,85,95 | 35,50,70 | 30,45,60
D | 20,35,55 | 45,60,75 | 20,35,50 | 45,60,80 | 20,35,55 | 20,35,50
T | 50,70,85 | 40,55,75 | 50,70,90 | 45,65,80 | 60,75,90 | 30,45,65
F | 20,35,50 | 40,55,70 | 35,55,80 | 15,30,45 | 40,60,80 | 15,25,40
"""

# What someone might score who sees an alliance in all but name.
QUASI_ALLIANCE = """
domain | A | B | C | D | E | F
M | 55,70,85 | 60,75,90 | 60,80,95 | 45,60,80 | 45,60,80 | 45,60,75
E | 65,80,95 | 60,75,90 | 50,65,85 | 75,90,100 | 50,65,85 | 45,60,75
D | 35,50,70 | 55,70,85 | 35,50,65 | 55,70,90 | 40,55,75 | 40,55,70
T | 60,80,95 | 60,75,90 | 60,80,95 | 55,75,90 | 65,80,95 | 45,60,80
F | 30,45,60 | 50,65,80 | 40,60,85 | 25,40,55 | 45,65,85 | 30,45,60
"""

# What someone might score who sees a limited, reversible arrangement.
CONVENIENCE = """
domain | A | B | C | D | E | F
M | 10,25,40 | 20,35,50 | 30,50,75 | 15,30,50 | 5,15,35 | 5,15,30
E | 45,60,80 | 30,45,60 | 30,45,65 | 65,80,95 | 15,30,50 | 15,25,40
D | 10,20,40 | 25,40,55 | 10,20,40 | 40,55,75 | 5,15,35 | 5,15,30
T | 35,50,70 | 20,35,55 | 35,55,75 | 40,55,75 | 40,55,75 | 15,30,45
F | 10,20,35 | 20,35,50 | 20,35,60 | 10,20,35 | 20,35,60 | 5,15,30
"""

# The placebo: the alliance of the United States and Japan through the same six questions.
US_JAPAN = """
domain | A | B | C | D | E | F
M | 60,75,90 | 85,95,100 | 0,3,10 | 80,90,100 | 50,65,80 | 50,65,80
E | 40,55,70 | 50,65,80 | 0,5,15 | 70,85,95 | 45,60,75 | 30,45,60
D | 40,55,70 | 60,75,90 | 0,3,10 | 70,85,95 | 35,50,65 | 40,55,70
T | 55,70,85 | 60,75,90 | 0,5,15 | 60,75,90 | 50,65,80 | 30,45,60
F | 30,45,60 | 40,55,70 | 0,5,10 | 60,75,90 | 40,55,70 | 30,45,60
"""

SHEETS = {
    "reference": REFERENCE,
    "quasi-alliance": QUASI_ALLIANCE,
    "convenience": CONVENIENCE,
    "us-japan": US_JAPAN,
}
