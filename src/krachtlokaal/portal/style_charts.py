"""The charts of the style page, with invented numbers."""

from krachtlokaal.publishing import charts
from krachtlokaal.publishing.charts import Axis, Bar, Chart, Point, Scale

SCORE = Scale(0, 100, 20)
IMPORTANCE = Scale(1, 5, 0.5, places=1)


def shown() -> list[Chart]:
    rows = [
        Bar("Vrijwilligers vinden", 45, 42, 47, "zeker plaats 1"),
        Bar("Bestuur", 36, 31, 41, "plaats 2 tot 3"),
        Bar("Regels", None),
    ]
    points = [Point("Vrijwilligers vinden", 44, 4.2), Point("Bestuur", 66, 3.4)]
    return [
        charts.bars(
            rows,
            title="Voorbeeld van een ranglijst",
            head=("Onderwerp", "Behoefte", "Zo zeker is dat", "Plaats"),
            scale=SCORE,
        ),
        charts.matrix(
            points,
            title="Voorbeeld van een kwadrant",
            name="Onderwerp",
            across=Axis("Score (0 tot 100)", SCORE, 60),
            up=Axis("Belang (1 tot 5)", IMPORTANCE, 4),
            quarters=("Nu doen", "Zo houden", "Later", "Goed"),
        ),
    ]
