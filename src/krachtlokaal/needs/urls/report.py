"""Addresses of needs surveys: the report in writing, and its actions."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import actions, blocks, comments, reports

_ONE = "behoeftepeiling/<int:pk>/"
_BLOCK = "behoeftepeiling/blok/<int:pk>/"
_ACTION = "behoeftepeiling/actie/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path(f"{_ONE}rapport/", reports.report, name="report"),
    path(f"{_ONE}rapport/begin/", reports.report_begin, name="report_begin"),
    path(f"{_ONE}rapport/wie/", reports.report_presence, name="report_presence"),
    path(f"{_ONE}rapport/erbij/", reports.block_add, name="block_add"),
    path(_BLOCK, blocks.block, name="block"),
    path(f"{_BLOCK}bezig/", blocks.block_here, name="block_here"),
    path(f"{_BLOCK}nagelezen/", blocks.block_read, name="block_read"),
    path(f"{_BLOCK}tonen/", blocks.block_show, name="block_show"),
    path(f"{_BLOCK}plaats/", blocks.block_move, name="block_move"),
    path(f"{_BLOCK}weg/", blocks.block_remove, name="block_remove"),
    path(f"{_BLOCK}opmerkingen/", comments.comments, name="comments"),
    path(
        "behoeftepeiling/opmerking/<int:pk>/klaar/",
        comments.comment_settle,
        name="comment_settle",
    ),
    path(f"{_ONE}acties/", actions.actions, name="actions"),
    path(f"{_ONE}acties/nieuw/", actions.action_new, name="action_new"),
    path(_ACTION, actions.action, name="action"),
    path(f"{_ACTION}stand/", actions.action_report, name="action_report"),
    path(f"{_ACTION}plaats/", actions.action_move, name="action_move"),
    path(f"{_ACTION}weg/", actions.action_remove, name="action_remove"),
]
