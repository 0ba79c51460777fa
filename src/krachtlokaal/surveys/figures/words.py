"""The words of a questionnaire for what its scores mean, in one language."""

from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures.asked import rules_of
from krachtlokaal.surveys.figures.report import Level, Words

COLOURS = 4


def words_of(definition: Definition, language: str) -> Words:
    rules = rules_of(definition)
    last = max(len(rules.levels) - 1, 1)
    levels = tuple(
        Level(
            key=one.key,
            word=definition.level_names[one.key].into(language)
            if one.key in definition.level_names
            else one.key,
            number=1 + round(place * (COLOURS - 1) / last),
            start=one.start,
            below=one.below,
        )
        for place, one in enumerate(rules.levels)
    )
    quadrants = {key: text.into(language) for key, text in definition.quadrant_names.items()}
    return Words(rules, levels, quadrants)
