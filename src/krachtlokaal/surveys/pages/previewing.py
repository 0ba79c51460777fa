"""What respondents will see of a part of a draft that is being edited, in one language."""

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.definition.editing import edit_parts
from krachtlokaal.surveys.definition.paging import CLOSING, HELP
from krachtlokaal.surveys.definition.reading import from_data
from krachtlokaal.surveys.pages.bodies import body_of_page, body_of_questions
from krachtlokaal.surveys.pages.pieces import tag

LEVEL = 3  # of the title of a page: the preview stands below a heading


def preview(data: Mapping[str, Any], part: str, language: str) -> SafeString:
    """The page where the texts of this part stand; without one, the texts themselves."""
    read = from_data(dict(data))
    if part in ("profile.organisation", "profile.respondent"):
        asked = {
            "profile.organisation": read.organisation_questions,
            "profile.respondent": read.respondent_questions,
        }
        return body_of_questions(asked[part], language).fill({})
    pages = {page.key: page for page in (*read.short_pages, *read.pages)}
    page = pages.get(_page_key(data, part, read))
    if page is None:
        return _plain(data, part, language)
    body = body_of_page(page, language, level=LEVEL)
    return SafeString(body.head + body.fill({}))


def _page_key(data: Mapping[str, Any], part: str, read: Definition) -> str:
    first, _dot, number = part.partition(".")
    if first in ("themes", "pages"):
        return str(data[first][int(number)]["key"])
    if first in ("scale", "scales", "theme_followup"):
        return read.pages[0].key
    return {"closing_questions": CLOSING, "variants": HELP}.get(first, "")


def _plain(data: Mapping[str, Any], part: str, language: str) -> SafeString:
    told = [
        tag("<p>{}</p>", wording.by_language[language])
        if language in wording.by_language
        else tag('<p lang="nl">{}</p>', wording.by_language.get("nl", ""))
        for shown in edit_parts(data)
        for wording in shown.wordings
        if shown.key == part
    ]
    return SafeString("".join(told))
