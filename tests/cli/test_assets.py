"""What the front end is made of, and what it weighs."""

import json
import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from krachtlokaal.cli import assets

ROOT = Path(__file__).resolve().parents[2]
PAGE = 18_000  # what a page's own HTML may weigh, compressed
FIRST_VISIT = 100_000


def test_the_lock_holds_a_hash_for_each_package_and_no_address_to_fetch_it_from() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_a_first_visit_fits_in_a_hundred_kilobytes() -> None:
    assert sum(assets.sizes(ROOT).values()) + PAGE <= FIRST_VISIT


def test_so_does_the_visit_of_a_guest_at_a_round_table() -> None:
    """Pages for guests come without htmx."""
    shared = {name: size for name, size in assets.sizes(ROOT).items() if name != "htmx.min.js"}
    more = len(brotli.compress((ROOT / assets.VENDOR / "needs.css").read_bytes()))
    assert sum(shared.values()) + more + PAGE <= FIRST_VISIT


def test_each_sheet_is_in_one_bundle() -> None:
    sheets = sorted(path.stem for path in (ROOT / assets.STATIC / "css").glob("*.css"))
    more = [name for names in assets.MORE.values() for name in names]
    assert sheets == sorted([*assets.SHEETS, *more])


@pytest.mark.parametrize(
    "name", [name for name in (*assets.SHEETS, *sum(assets.MORE.values(), ())) if name != "tokens"]
)
def test_colours_stand_as_numbers_in_tokens_only(name: str) -> None:
    sheet = (ROOT / assets.STATIC / "css" / f"{name}.css").read_text()
    assert not re.search(
        r"#[0-9a-f]{3,8}\b(?![^{]*\{)|rgba?\(|hsla?\(|oklch\(", sheet, re.IGNORECASE
    )


def test_squeezing_touches_nothing_inside_quotes() -> None:
    css = 'a::before { content: "a  /* b */  { c }"; /* gone */ }\n\nb  :hover { color: red; }'
    assert assets.squeeze(css) == 'a::before{content: "a  /* b */  { c }";}b :hover{color: red;}'


def test_building_again_changes_nothing() -> None:
    bundle = ROOT / assets.VENDOR / "kl.css"
    assets.build(ROOT)
    before = bundle.stat().st_mtime_ns
    assets.build(ROOT)
    assert bundle.stat().st_mtime_ns == before
