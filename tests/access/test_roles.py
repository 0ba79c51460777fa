"""docs/roles.md says what the code says."""

from pathlib import Path

from krachtlokaal.accounts.capabilities import OPERATOR, TABLE
from krachtlokaal.accounts.enums import Capability, Role

PAGE = Path(__file__).resolve().parents[2] / "docs" / "roles.md"
COLUMNS = [*Role, "operator"]


def rows() -> list[list[str]]:
    lines = PAGE.read_text().splitlines()
    return [[c.strip() for c in line.strip("|").split("|")] for line in lines if line[:1] == "|"]


def test_the_page_names_every_role() -> None:
    assert rows()[0][2:] == [str(column) for column in COLUMNS]


def test_the_page_shows_the_table_of_the_code() -> None:
    told = {line[0].strip("`"): [cell == "●" for cell in line[2:]] for line in rows()[2:]}
    holders = [*(TABLE[role] for role in Role), OPERATOR]
    assert told == {can.value: [can in holder for holder in holders] for can in Capability}


def test_the_page_calls_capabilities_as_the_product_does() -> None:
    assert {line[0].strip("`"): line[1] for line in rows()[2:]} == {
        can.value: str(can.label) for can in Capability
    }
