"""Which pages a questionnaire has, in the full and in the short form."""

from typing import Any

from krachtlokaal.surveys.definition.asking import (
    PICK_AT_MOST,
    Row,
    question,
    statement,
    text,
    themes_as_options,
    themes_in_order,
)
from krachtlokaal.surveys.definition.model import Page, Question, QuestionKind, Text

CLOSING = "slot"
HELP = "hulp"
HELP_THEMES = "help_themes"
_CLOSING_TITLE = Text({"nl": "Tot slot", "en": "Finally", "fy": "Ta beslút"})
_HELP_TITLE = Text({"nl": "Hulp", "en": "Help", "fy": "Help"})
_HELP_QUESTION = Text(
    {
        "nl": "Bij welke onderwerpen wilt u hulp? Kies er hoogstens 3.",
        "en": "With which topics do you want help? Choose at most 3.",
        "fy": "By hokker ûnderwerpen wolle jo help? Kies der heechstens 3.",
    }
)


def full_pages(data: Row) -> tuple[Page, ...]:
    """Themes with what is asked about each, pages of the file, the closing page."""
    return _pages(data, data.get("variants", {}).get("full", {}))


def short_pages(data: Row) -> tuple[Page, ...]:
    """The pages of the short form; none where the file has no such form."""
    short = data.get("variants", {}).get("short")
    return _pages(data, short) if short and data.get("themes") else ()


def _pages(data: Row, form: Row) -> tuple[Page, ...]:
    way = form.get("theme_followup", "all")
    pages = [
        _theme_page(theme, data, items, _followup(theme, data) if way == "all" else [])
        for theme in themes_in_order(data)
        if (items := _items(theme, form))
    ]
    picking = [_help_page(form, data)] if pages and way == f"pick_at_most_{PICK_AT_MOST}" else []
    return (*pages, *picking, *_own_pages(data), *_closing(data))


def _items(theme: Row, form: Row) -> list[Any]:
    """The statements of a theme; core ones alone where the form asks for those."""
    is_core = form.get("items") == "core"
    return [item for item in theme["items"] if item.get("core") or not is_core]


def _followup(theme: Row, data: Row) -> list[Question]:
    return [question(row, data, theme=theme["key"]) for row in data.get("theme_followup", [])]


def _theme_page(theme: Row, data: Row, items: list[Any], followup: list[Question]) -> Page:
    groups = {group["key"]: text(group, "name") for group in data.get("groups", [])}
    statements = [statement(item, data, theme["key"]) for item in items]
    return Page(
        key=theme["key"],
        title=text(theme, "name"),
        questions=(*statements, *followup),
        eyebrow=groups.get(theme["group"], Text()),
        lead=text(theme, "description"),
        help=text(theme, "help"),
        theme=theme["key"],
    )


def _help_page(form: Row, data: Row) -> Page:
    wanted = Question(
        key=HELP_THEMES,
        kind=QuestionKind.MULTI,
        text=text(form, "help_question") or _HELP_QUESTION,
        options=themes_as_options(data),
        max_choices=PICK_AT_MOST,
    )
    return Page(HELP, text(form, "help_title") or _HELP_TITLE, (wanted,))


def _own_pages(data: Row) -> tuple[Page, ...]:
    return tuple(
        Page(
            key=page["key"],
            title=text(page, "title"),
            questions=tuple(question(row, data) for row in page["questions"]),
            eyebrow=text(page, "eyebrow"),
            lead=text(page, "lead"),
            help=text(page, "help"),
        )
        for page in data.get("pages", [])
    )


def _closing(data: Row) -> tuple[Page, ...]:
    rows = data.get("closing_questions", [])
    if not rows:
        return ()
    title = text(data["instrument"], "closing_title") or _CLOSING_TITLE
    return (Page(CLOSING, title, tuple(question(row, data) for row in rows)),)
