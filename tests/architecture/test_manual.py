"""The manual agrees with the product: walks make its pictures, its bold words stand there."""

import html
import re

from tests.architecture.sources import PACKAGE, ROOT, short

MANUAL = ROOT / "docs" / "gebruik"
PICTURES = MANUAL / "beelden"
PAGES = sorted(MANUAL.glob("*.md"))
README = ROOT / "README.md"
MOST_BYTES = 160_000
PICTURE = re.compile(r"!\[([^\]]*)\]\((?:docs/gebruik/)?beelden/([\w-]+)\.png\)")
SHOT = re.compile(r'\bshot\(\s*\w+,\s*"([\w-]+)"\s*\)')
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]+)")
# A line in bold that asks something, and its list of owners: headings of the manual's own.
OWN_WORDS = re.compile(
    r"^(?:\*\*.+\*\*|- \*\*(?:Van ons allemaal|Van uw werkruimte|Uw werkgebied)\b.*)$"
)


def named() -> set[str]:
    return {name for page in (*PAGES, README) for _, name in PICTURE.findall(page.read_text())}


def made() -> set[str]:
    walks = sorted((ROOT / "tests" / "browser").glob("test_*.py"))
    return {name for walk in walks for name in SHOT.findall(walk.read_text())}


def test_every_picture_of_the_manual_is_made_by_a_walk() -> None:
    assert named() - made() == set()


def test_every_picture_stands_in_the_manual_and_every_one_is_there() -> None:
    there = {path.stem for path in PICTURES.glob("*.png")}
    assert (named() - there, there - named(), made() - named()) == (set(), set(), set())


def test_a_picture_is_small_and_says_what_it_shows() -> None:
    heavy = {p.name: p.stat().st_size for p in PICTURES.glob("*.png")}
    assert {name: size for name, size in heavy.items() if size > MOST_BYTES} == {}
    silent = [
        n for page in PAGES for text, n in PICTURE.findall(page.read_text()) if len(text) < 20
    ]
    assert silent == []


def test_every_page_is_in_the_contents_and_its_links_lead_somewhere() -> None:
    contents = set(LINK.findall((MANUAL / "README.md").read_text()))
    assert {p.name for p in PAGES} - {"README.md"} - contents == set()
    links = [(page, target) for page in PAGES for target in LINK.findall(page.read_text())]
    assert [f"{short(p)}: {to}" for p, to in links if not (p.parent / to).exists()] == []


def test_what_stands_in_bold_stands_on_the_screen() -> None:
    sources = [p for p in PACKAGE.rglob("*") if p.suffix in {".py", ".html"}]
    screen = " ".join(html.unescape(p.read_text(encoding="utf-8")) for p in sources)
    gone = []
    for page in PAGES:
        for line in page.read_text().splitlines():
            words = [] if OWN_WORDS.match(line) else BOLD.findall(line)
            gone += [f"{page.name}: {word}" for word in words if word not in screen]
    assert gone == []
