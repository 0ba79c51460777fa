"""What boards of the demo answered: weak where the field is weak, different from club to club.

Which themes are weak follows what needs surveys found: finding people and board members first, then
money, rules, visibility with young people, and a place.
"""

from random import Random

from krachtlokaal.demo_world.own_words import CLOSING, NOTES, Words, said
from krachtlokaal.surveys.definition import Definition, Question
from krachtlokaal.surveys.sealing import Content

# Mean of a statement of this theme on the scale of 1 to 5, over all organisations.
MEANS = {
    "bestuur": 3.1,
    "koers": 3.5,
    "mensen_vinden": 2.7,
    "mensen_houden": 3.6,
    "samen_intern": 3.9,
    "samen_extern": 3.3,
    "geld_plek": 3.2,
    "regels": 3.1,
    "bereik": 3.3,
    "leren": 3.4,
}
# A new round, a year later: what was worked on got a little better.
GAINS = {"mensen_vinden": 0.2, "bestuur": 0.15, "regels": 0.25}
IMPORTANCE = {"mensen_vinden": 4.5, "bestuur": 4.3, "geld_plek": 4.1, "regels": 3.7, "bereik": 3.7}
FORMS = ("info", "diy_tool", "workshop", "adviser", "peers", "hands")
FORM_CHANCES = (0.45, 0.4, 0.3, 0.3, 0.25, 0.15)
UNKNOWN, NOT_US, SKIPPED = 0.04, 0.02, 0.03
# Themes at which many explain their answer, and from how many texts a first one is taken; at the
# others some do. Which text it becomes follows later, so that more texts change no figure.
EXPLAINED = {"mensen_vinden": 3, "geld_plek": 2, "regels": 2, "bestuur": 2}
CLOSED_WITH = 4
ALSO_EXPLAINED, MAY_QUOTE = 0.03, 0.4


def tempers(dice: Random, themes: list[str]) -> dict[str, float]:
    """How far one organisation lies from the mean, per theme and altogether."""
    whole = dice.gauss(0, 0.45)
    return {key: whole + dice.gauss(0, 0.5) for key in themes}


def answer(
    dice: Random,
    definition: Definition,
    temper: dict[str, float],
    *,
    variant: str = "full",
    later: bool = False,
) -> Content:
    """One person's answers about an organisation of this temper."""
    own = {key: value + dice.gauss(0, 0.35) for key, value in temper.items()}
    content: Content = {"role": dice.choices(("board", "coordinator", "volunteer"), (8, 1, 2))[0]}
    for page in definition.pages_of(variant):
        for question in page.questions:
            given = _given(dice, question, own, content, later=later)
            if given is not None:
                content[question.key] = given
    return _in_own_words(definition, variant, content)


def _in_own_words(definition: Definition, variant: str, content: Content) -> Content:
    """Words for who wrote something, and whether they may be quoted. By a die that follows from the
    answer, so that other words leave all figures as they are."""
    dice = Random(repr(sorted(content.items())))  # noqa: S311 an invented world, no secret
    for page in definition.pages_of(variant):
        for question in page.questions:
            words = CLOSING.get(question.key)
            if question.role == "note":
                words = NOTES[question.theme]
            if words is None:
                continue
            is_more = question.role == "note" and dice.random() < ALSO_EXPLAINED
            if question.key in content or is_more:
                content[question.key] = said(dice.choice(words), dice.random(), dice.random())
    if dice.random() < MAY_QUOTE:
        content["consent.may_quote"] = True
    return content


def _given(
    dice: Random, question: Question, own: dict[str, float], content: Content, *, later: bool
) -> int | str | list[str] | None:
    if question.is_scored:
        return _statement(dice, question, own, later=later)
    if question.role == "importance":
        return _point(dice, IMPORTANCE.get(question.theme, 3.4), 0.8)
    if question.role == "help_wanted":
        return _help(dice, content.get(f"{question.theme}.importance"), own[question.theme])
    if question.role == "help_form":
        if content.get(f"{question.theme}.help_wanted", "no_help") == "no_help":
            return None
        chances = zip(FORMS, FORM_CHANCES, strict=True)
        return [form for form, chance in chances if dice.random() < chance] or ["info"]
    if question.role == "note":
        words = NOTES[question.theme][: EXPLAINED.get(question.theme, 0)]
        return _maybe(dice, words, 0.12)
    return _closing(dice, question, own)


def _closing(dice: Random, question: Question, own: dict[str, float]) -> str | list[str] | None:
    weakest = sorted(own, key=lambda key: MEANS[key] + own[key])
    if question.key == "top_theme":
        return weakest[0]
    if question.key == "help_themes":
        return sorted(weakest[: dice.randint(0, 3)]) or None
    return _maybe(dice, CLOSING.get(question.key, ())[:CLOSED_WITH], 0.5)


def _statement(
    dice: Random, question: Question, own: dict[str, float], *, later: bool
) -> int | str | None:
    throw = dice.random()
    if throw < SKIPPED:
        return None
    if throw < SKIPPED + UNKNOWN:
        return "dont_know"
    if throw < SKIPPED + UNKNOWN + NOT_US:
        return "not_applicable"
    theme = question.theme
    mean = MEANS[theme] + own[theme] + (GAINS.get(theme, 0.05) if later else 0)
    return _point(dice, 6 - mean if question.is_reversed else mean, 0.7)


def _help(dice: Random, importance: object, temper: float) -> str:
    need = (importance if isinstance(importance, int) else 3) - temper + dice.gauss(0, 0.8)
    if need > 6.0:
        return "soon"
    if need > 5.0:
        return "this_year"
    return "maybe" if need > 3.6 else "no_help"


def _point(dice: Random, mean: float, spread: float) -> int:
    return min(5, max(1, round(dice.gauss(mean, spread))))


def _maybe(dice: Random, words: tuple[Words, ...], chance: float) -> str | None:
    return dice.choice(words).text if words and dice.random() < chance else None
