"""Nodes of the tree that pandoc reads, in its own words: a kind and a content."""

from collections.abc import Sequence

from krachtlokaal.publishing.documents.marks import runs

Node = dict[str, object]
PLAIN: list[object] = ["", [], []]


def node(kind: str, content: object) -> Node:
    return {"t": kind, "c": content}


def text(words: str) -> list[Node]:
    """The text as it is; a line break stays one."""
    found: list[Node] = []
    for line in words.split("\n"):
        found += [{"t": "LineBreak"}, *([node("Str", line.replace("\t", " "))] if line else [])]
    return found[1:]


def marked(words: str) -> list[Node]:
    """The text with its strong words."""
    found: list[Node] = []
    for run in runs(words):
        found += [node("Strong", text(run.text))] if run.is_strong else text(run.text)
    return found


def styled(style: str, inlines: Sequence[Node]) -> Node:
    """A paragraph in a style of the Word document."""
    attributes = ["", [], [["custom-style", style]]]
    return node("Div", [attributes, [node("Para", inlines)]])


def link(words: str, anchor: str) -> Node:
    return node("Link", [PLAIN, text(words), [f"#{anchor}", ""]])


def raw(kind: str, xml: str) -> Node:
    """A piece of Word's own language; `kind`: RawBlock or RawInline."""
    return node(kind, ["openxml", xml])


def caption(words: str) -> list[object]:
    return [None, [node("Plain", text(words))]]
