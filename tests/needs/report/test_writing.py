"""The report is written: begun once, saved per block, and never over a colleague's words."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import BlockKind
from krachtlokaal.needs.models import Block, Comment, NeedsSurvey
from krachtlokaal.needs.reports import marks
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.office.models import AuditEntry, Draft
from tests.accounts import factories as accounts
from tests.needs.report import making


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield making.survey(room)


@pytest.fixture
def colleague(room: Workspace) -> Client:
    client = Client()
    client.force_login(accounts.member(room, Role.CONSULENT))
    return client


def page(client: Client, name: str, pk: int) -> str:
    return client.get(reverse(f"needs:{name}", args=[pk])).content.decode()


def typed(block: Block, text: str, **more: str) -> dict[str, str]:
    mark = marks.of_figures(block, material_of(block.survey))
    return {"version": "1", "title": block.title, "text": text, "mark": mark} | more


def post(client: Client, name: str, pk: int, data: dict[str, str] | None = None) -> str:
    answer = client.post(reverse(f"needs:{name}", args=[pk]), data or {}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_she_begins_with_every_block_and_a_colleague_begins_no_second_one(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    assert "Begin met het rapport" in page(coordinator, "report", survey.pk)
    assert "Het rapport staat klaar" in post(coordinator, "report_begin", survey.pk)
    count = Block.objects.filter(survey=survey).count()
    assert count == 17
    assert "Het rapport staat klaar" not in post(colleague, "report_begin", survey.pk)
    assert Block.objects.filter(survey=survey).count() == count


def test_two_in_one_block_see_both_texts_and_choose(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    block = making.block(survey)
    post(colleague, "block", block.pk, typed(block, "Van de consulent."))
    both = post(coordinator, "block", block.pk, typed(block, "Mijn eigen tekst."))
    assert "Consulent bewaarde intussen een andere tekst" in both
    assert [text in both for text in ("Van de consulent.", "Mijn eigen tekst.")] == [
        True,
        True,
    ]
    block.refresh_from_db()
    assert block.text == "Van de consulent."
    mine = typed(block, "Samen geschreven.", version="2", keuze="mine")
    post(coordinator, "block", block.pk, mine)
    block.refresh_from_db()
    assert (block.text, block.version) == ("Samen geschreven.", 3)
    entry = AuditEntry.objects.get(verb="report.replaced")
    assert entry.changes == {"text": ["Van de consulent.", "Samen geschreven."]}


def test_a_third_text_between_is_shown_as_well(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    block = making.block(survey)
    for version, text in ("1", "Eerste."), ("2", "Tweede."):
        post(colleague, "block", block.pk, typed(block, text, version=version))
    late = post(coordinator, "block", block.pk, typed(block, "Mijn.", version="2", keuze="mine"))
    assert "Tweede." in late
    block.refresh_from_db()
    assert block.text == "Tweede."


def test_letting_the_colleagues_text_be_forgets_ones_own_draft(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    block = making.block(survey)
    draft = reverse("portal:draft")
    kept = {"what": "keep", "key": f"needs.block.{block.pk}", "version": "0"}
    kept |= {"typed": '{"text": ["Half."]}'}
    assert coordinator.post(draft, kept).status_code == 200
    assert "U heeft hier tekst die nog niet is bewaard" in page(coordinator, "report", survey.pk)
    post(colleague, "block", block.pk, typed(block, "Van de consulent."))
    post(coordinator, "block", block.pk, {"keuze": "theirs"})
    block.refresh_from_db()
    assert block.text == "Van de consulent."
    assert Draft.objects.count() == 0


def test_two_in_different_blocks_do_not_hear_of_each_other(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    first, second = making.block(survey), making.block(survey, position=2, title="Daarna")
    post(colleague, "block_move", second.pk, {"wat": "omhoog"})
    post(colleague, "block", second.pk, typed(second, "Tweede."))
    post(coordinator, "block", first.pk, typed(first, "Eerste."))
    rows = list(Block.objects.filter(survey=survey).values_list("title", "text"))
    assert rows == [("Daarna", "Tweede."), ("Vooraf", "Eerste.")]


def test_htmx_gets_the_one_block_back(coordinator: Client, survey: NeedsSurvey) -> None:
    block = making.block(survey)
    answer = coordinator.post(
        reverse("needs:block", args=[block.pk]),
        typed(block, "Een **sterk** begin.\n\n- een\n- twee"),
        headers={"HX-Request": "true"},
    )
    shown = answer.content.decode()
    assert shown.lstrip().startswith("<section")
    assert "<strong>sterk</strong>" in shown
    assert shown.count("<li>") == 2


def test_a_block_is_hidden_and_shown_and_only_ones_own_text_goes(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    making.begun(survey)
    first = Block.objects.filter(survey=survey)[0]
    post(coordinator, "block_show", first.pk, {"wat": "verberg"})
    assert "Dit deel staat niet in het rapport" in page(coordinator, "report", survey.pk)
    post(coordinator, "block_show", first.pk, {"wat": "toon"})
    first.refresh_from_db()
    assert not first.is_hidden
    post(coordinator, "block_remove", first.pk)
    assert Block.objects.filter(pk=first.pk).exists()
    post(coordinator, "block_add", survey.pk, {"na": str(first.pk)})
    own = Block.objects.get(survey=survey, kind="text")
    assert own.position == first.position + 1
    post(coordinator, "block_remove", own.pk)
    assert not Block.objects.filter(pk=own.pk).exists()


def test_changed_figures_are_marked_until_somebody_read_the_text_again(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    making.begun(survey)
    chapter = Block.objects.get(survey=survey, theme=making.IN_BOTH)
    Block.objects.filter(pk=chapter.pk).update(data_mark="van vorige week")
    assert "De cijfers zijn veranderd sinds deze tekst" in page(coordinator, "report", survey.pk)
    mark = marks.of(chapter, material_of(survey))
    post(coordinator, "block_read", chapter.pk, {"mark": mark})
    told = page(coordinator, "report", survey.pk)
    assert "De cijfers zijn veranderd sinds deze tekst" not in told


def test_a_colleague_is_told_who_is_in_a_block(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    block = making.block(survey)
    post(colleague, "block_here", block.pk)
    assert "Consulent is hier bezig" in page(coordinator, "report_presence", survey.pk)
    assert "is hier bezig" not in page(colleague, "report_presence", survey.pk)
    Block.objects.update(open_at=timezone.now() - timedelta(minutes=2))
    assert "is hier bezig" not in page(coordinator, "report_presence", survey.pk)


def test_a_text_in_which_a_colleague_writes_is_not_taken_away(
    coordinator: Client, colleague: Client, survey: NeedsSurvey
) -> None:
    block = making.block(survey)
    post(colleague, "block_here", block.pk)
    url = reverse("needs:block_remove", args=[block.pk])
    for answer in (coordinator.get(url, follow=True), coordinator.post(url, follow=True)):
        assert [str(one) for one in answer.context["messages"]] == [
            "Consulent schrijft nu in „Vooraf”. Overleg eerst, en haal de tekst daarna weg."
        ]
    Block.objects.update(open_at=timezone.now() - timedelta(minutes=2))
    coordinator.post(url)
    assert not Block.objects.filter(pk=block.pk).exists()


def test_remarks_are_made_settled_and_counted(coordinator: Client, survey: NeedsSurvey) -> None:
    block = making.block(survey)
    assert "Schrijf eerst op" in post(coordinator, "comments", block.pk, {"text": " "})
    post(coordinator, "comments", block.pk, {"text": "Klopt dit nog?"})
    assert "1 opmerking" in page(coordinator, "report", survey.pk)
    comment = Comment.objects.get()
    post(coordinator, "comment_settle", comment.pk)
    comment.refresh_from_db()
    assert comment.settled_by == comment.author_name
    assert "Er zijn 0 open opmerkingen" in page(coordinator, "report", survey.pk)


def test_who_writes_sees_the_words_with_the_figures_folded_below(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    post(coordinator, "report_begin", survey.pk)
    block = Block.objects.get(survey=survey, kind=BlockKind.RANKING)
    tree = html.fromstring(page(coordinator, "report", survey.pk))
    (found,) = tree.xpath(f'//section[@id="blok-{block.pk}"]')
    assert [node.text_content() for node in found.xpath("./h2")] == [block.title]
    assert found.xpath(".//figure[not(ancestor::details)]") == []
    assert found.xpath(".//details//figure") != []
    typed_words = [" ".join(p.text_content().split()) for p in found.xpath("./div/div/p")]
    assert typed_words == block.text.replace("**", "").split("\n\n")


def test_a_reader_reads_what_is_shown_and_nothing_beside_it(
    room: Workspace, survey: NeedsSurvey
) -> None:
    making.comment(making.block(survey, text="Dit mag ieder lezen."))
    making.block(survey, title="Nog niet", is_hidden=True)
    client = Client()
    client.force_login(accounts.member(room, Role.LEZER))
    told = page(client, "report", survey.pk)
    found = ["Dit mag ieder lezen.", "Nog niet", "opmerking", "Schrijf"]
    assert [text in told for text in found] == [True, False, False, False]


def test_the_desk_asks_as_much_for_many_blocks_as_for_one(
    coordinator: Client, survey: NeedsSurvey, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    making.block(survey)
    with django_assert_num_queries(22):
        page(coordinator, "report", survey.pk)
    for number in range(3):
        making.comment(making.block(survey, position=number + 2))
    with django_assert_num_queries(22):
        page(coordinator, "report", survey.pk)
