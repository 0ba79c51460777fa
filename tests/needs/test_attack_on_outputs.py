"""Nobody works out a small count from what was really published: the page, the PDF and the open
data of two versions of a report, read back from the files."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import FileKind
from krachtlokaal.needs.models import Block, Edition, NeedsSurvey
from krachtlokaal.needs.outcome.columns import Asked, Respondents
from krachtlokaal.needs.outcome.engine import MINIMUM, outcome
from krachtlokaal.needs.outcome.model import DIMENSIONS, to_cells
from krachtlokaal.needs.outcome.versions import differing
from krachtlokaal.needs.queries.outcome import KIND, outcome_of
from krachtlokaal.needs.reports import marks
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.needs.services import editions, reports
from krachtlokaal.office import jobs, links, releases
from tests.needs import factories, outcomes, published
from tests.needs.outcome import made
from tests.needs.outcome.attacker import ALL, Key, Reader
from tests.needs.outcome.test_attack import _from, _marks
from tests.needs.published import Counts
from tests.needs.report import making

LEFT = 9  # organisations that took their answers back between the versions


def area() -> tuple[Asked, Respondents]:
    """The municipalities, sectors and sizes of the demo, with invented answers."""
    levels = {name: tuple(outcomes.COUNTS[name]) for name in DIMENSIONS}
    municipalities, sectors, sizes = (len(levels[name]) for name in DIMENSIONS)
    themes = outcomes.THEMES[:4]
    asked, answers = made.area(3, (municipalities, sectors, sizes), len(themes), people=3.0)
    return replace(asked, themes=themes, forms=outcomes.FORMS[:3], levels=levels), answers


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield factories.survey(room, municipalities=list(outcomes.COUNTS["municipality"]))


def leave(survey: NeedsSurvey, cells: dict[str, object], number: int) -> Edition:
    """The figures into the ledger, and a version of the report that shows them."""
    releases.record(KIND, str(survey.pk), cells, workspace=survey.workspace_id)
    if number == 0:
        making.begun(survey)
    material = material_of(survey)
    for block in Block.objects.filter(survey=survey):
        reports.read_again(block=block, mark=marks.of(block, material))
    return editions.fix(survey=survey, title=f"Rapport {number}", after=number, user=None)


def read_back(client: Client, edition: Edition) -> list[Counts]:
    """What who has the address finds on the page, in the PDF and in the open data."""
    shown = outcome_of(edition.survey)
    assert shown is not None
    assert edition.link is not None
    names, secret = published.names_of(shown), links.token(edition.link)
    page = client.get(reverse("needs:report_public", args=[secret])).content
    pdf, data = (
        client.get(reverse("needs:report_file", args=[secret, kind])).content
        for kind in (FileKind.PDF.value, FileKind.DATA.value)
    )
    return [
        published.on_page(page, names),
        published.in_pdf(pdf, names),
        published.in_data(data),
    ]


def key_of(name: str) -> Key:
    """`crossed/GM0080/sport` as the place of its finest cells."""
    kind, *groups = name.split("/")
    if kind == "all":
        return ALL
    if kind == "crossed":
        return (groups[0], groups[1], None)
    found: list[str | None] = [None, None, None]
    found[DIMENSIONS.index(kind)] = groups[0]
    return (found[0], found[1], found[2])


def ranges(asked: Asked, first: Counts, second: Counts) -> dict[str, tuple[int, int]]:
    """What is still possible for every count that is hidden, for who has both versions.

    She knows that answers were only taken back. Of the second she believes what is new: a figure
    that stayed may be the old one, because too little changed.
    """
    most = first["all"]
    assert most is not None
    reader = Reader(tuple(tuple(asked.levels[name]) for name in DIMENSIONS), most)
    none = np.zeros(np.prod(reader.shape))
    unknown = {}
    for at, counts in enumerate((first, second)):
        for name, count in counts.items():
            cells = reader.cells(key_of(name))
            row = np.concatenate([none, cells] if at else [cells, none])
            if count is None:
                unknown[f"{at + 1}/{name}"] = row
            elif at == 0 or count != first[name]:
                reader.knows(row, count, count)
    for cell in np.eye(none.size):
        reader.knows(np.concatenate([cell, -cell]), 0, most)
    return {name: reader.range(row) for name, row in unknown.items()}


def test_no_hidden_count_follows_from_two_versions_in_all_their_forms(
    client: Client, survey: NeedsSurvey
) -> None:
    asked, answers = area()
    later = _from(answers, LEFT)
    old, new = to_cells(outcome(asked, answers)), to_cells(outcome(asked, later))
    fewest = differing(_marks(asked, answers, 0), _marks(asked, later, LEFT), {*old, *new})
    first = leave(survey, old, 0)
    jobs.run_waiting()
    said = [read_back(client, first)]
    second = leave(survey, dict(releases.settle(old, new, fewest).cells), 1)
    jobs.run_waiting()
    said.append(read_back(client, second))
    known = [published.together(counts) for counts in said]
    for version, (page, pdf, data) in zip(known, said, strict=True):
        assert page == pdf
        assert data == version
        assert page == {key: data[key] for key in page}
    assert known[0]["all"] == answers.rows
    assert known[1]["all"] == answers.rows - LEFT
    found = ranges(asked, *known)
    assert len(found) > 10
    assert {name: ends for name, ends in found.items() if ends[1] - ends[0] < MINIMUM} == {}
    # She is worth her name: one count too many, and she finds others.
    told = known[0] | dict([next(hidden_truth(known[0], answers))])
    opened = ranges(asked, told, known[1])
    assert any(ends[1] - ends[0] < MINIMUM for ends in opened.values())


def hidden_truth(counts: Counts, answers: Respondents) -> Iterator[tuple[str, int]]:
    """What the counts really are that stay in."""
    for name in (name for name, count in counts.items() if count is None):
        there = np.ones(answers.rows, dtype=bool)
        for at, key in enumerate(key_of(name)):
            if key is not None:
                codes = answers.groups[DIMENSIONS[at]]
                there &= codes == list(outcomes.COUNTS[DIMENSIONS[at]]).index(key)
        yield name, int(there.sum())
