"""English is complete; Frisian is complete for people who come by a personal link.

The texts in the code are Dutch and are their own Dutch. `make messages` collects them.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.architecture.sources import PACKAGE

LOCALE = PACKAGE / "locale"
LETTER = "templates/layouts/letter.html"
LAYOUTS = {
    "layouts/letter.html",
    "layouts/answer.html",
    "needs/guests/frame.html",
    "surveys/report/frame.html",
}
# Code whose texts a guest meets besides the templates of her pages.
GUEST_CODE = (
    "core/borrowed.py",
    "core/templatetags/fields.py",
    "needs/forms/cards.py",
    "needs/forms/dots.py",
    "needs/forms/rsvp.py",
    "needs/queries/appointments.py",
    "needs/queries/cards.py",
    "needs/services/cards.py",
    "needs/services/dots.py",
    "needs/views/cards/device.py",
    "needs/views/cards/dots.py",
    "register/forms/checks.py",
    "surveys/figures/steps.py",
    "surveys/figures/talk.py",
    "surveys/figures/together.py",
    "surveys/filling.py",
    "surveys/forms/answering.py",
    "surveys/forms/entering.py",
    "surveys/forms/managing.py",
    "surveys/forms/wishes.py",
    "surveys/pages/bodies.py",
    "surveys/pages/drawing.py",
    "surveys/printing/report.py",
    "surveys/printing/taking_along.py",
    "surveys/printing/words.py",
    "surveys/services/answering.py",
    "surveys/views/answering/frame.py",
    "surveys/views/answering/pages.py",
    "surveys/views/answering/sending.py",
)
# Mails to people without an account.
GUEST_MAIL = re.compile(
    r"templates/mail/(?:base\.html|.*(?:klopt|check|opvolg|succession|survey|needs_).*)"
)
PARENTS = re.compile(r'\{%\s*(?:extends|include)\s+"([^"]+)"')
Key = tuple[str | None, str]


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """What makemessages finds now, in a copy of the sources."""
    folder = tmp_path_factory.mktemp("messages")
    copy = folder / "krachtlokaal"
    leave = shutil.ignore_patterns("__pycache__", "vendor", "*.mo", "*.po", "*.csv", "*.xlsx")
    shutil.copytree(PACKAGE, copy, ignore=leave)
    (copy / "locale" / "en").mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "krachtlokaal", "makemessages", "--locale", "en", "-v", "0"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(folder)},
        check=True,
    )
    return polib.pofile(str(copy / "locale/en/LC_MESSAGES/django.po"))


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def keys(file: polib.POFile) -> set[Key]:
    return {key(entry) for entry in file if not entry.obsolete}


@pytest.mark.parametrize("language", ["en", "fy"])
def test_the_catalogue_holds_what_the_code_says(language: str, collected: polib.POFile) -> None:
    now, known = keys(collected), keys(catalogue(language))
    assert (sorted(map(str, now - known)), sorted(map(str, known - now))) == ([], [])


@pytest.mark.parametrize("language", ["en", "fy"])
def test_nothing_is_doubtful_or_left_over(language: str) -> None:
    texts = catalogue(language)
    assert [e.msgid for e in texts.fuzzy_entries()] == []
    assert [e.msgid for e in texts.obsolete_entries()] == []


def test_english_is_complete() -> None:
    assert [e.msgid for e in catalogue("en").untranslated_entries()] == []


def test_frisian_is_complete_for_guests(collected: polib.POFile) -> None:
    files = guest_files()
    asked = {key(entry) for entry in collected if {name for name, _ in entry.occurrences} & files}
    missing = {key(e) for e in catalogue("fy").untranslated_entries()} & asked
    assert sorted(map(str, missing)) == []


def guest_files() -> set[str]:
    """The pages in the layout of personal links, all that they include, and the code above."""
    templates = {str(p.relative_to(PACKAGE)): p for p in PACKAGE.rglob("templates/**/*.*")}
    guests = {LETTER} | {name for name in templates if GUEST_MAIL.search(name)}
    guests |= {name for name, path in templates.items() if _parent(path) in LAYOUTS}
    ahead = set(guests)
    while ahead:
        asked = {n for name in ahead for n in PARENTS.findall(templates[name].read_text())}
        ahead = {n for n in templates if n.partition("templates/")[2] in asked} - guests
        guests |= ahead
    return guests | set(GUEST_CODE)


def _parent(path: Path) -> str:
    return next(iter(PARENTS.findall(path.read_text(encoding="utf-8"))), "")


@pytest.mark.parametrize("language", ["en", "fy"])
def test_placeholders_are_kept(language: str) -> None:
    """A value that is lost in translation, or one that nobody gives, breaks a page."""
    names = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
    wrong = [
        entry.msgid
        for entry in catalogue(language)
        if entry.msgstr and set(names.findall(entry.msgstr)) != set(names.findall(entry.msgid))
    ]
    assert wrong == []
