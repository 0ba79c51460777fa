"""Templates whose constant parts are drawn once a process and language.

Most of a page is words, addresses and icons that are the same for everybody. When a template is
loaded, what stands next to each other and depends on nothing but the language becomes one node: as
if it stood between {% same %} and {% endsame %}, and as safe (see core.templatetags.same). What a
page extends and includes by a fixed name is looked up once, too.
"""

from collections.abc import Iterable
from typing import Any, cast

from django.template import Context, Node, NodeList, Template
from django.template.base import FilterExpression, TextNode, Variable
from django.template.defaulttags import CommentNode, IfNode, LoadNode, URLNode
from django.template.library import SimpleNode
from django.template.loader_tags import (
    BLOCK_CONTEXT_KEY,
    BlockContext,
    BlockNode,
    ExtendsNode,
    IncludeNode,
)
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.utils.safestring import SafeString

from krachtlokaal.core.templatetags.same import Same

LISTS = ("nodelist", "nodelist_loop", "nodelist_empty")


class Loader(cached.Loader):
    """Django's loader that keeps what it compiled; pages are folded before they are kept."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:  # noqa: ANN401 Django's signature
        is_new = self.cache_key(template_name, skip) not in self.get_template_cache
        template = super().get_template(template_name, skip)
        # A text (of a mail) is drawn without escaping: it stays as it is.
        if is_new and template_name.endswith(".html"):
            template.nodelist = fold(template.nodelist)
        return template


def fold(nodes: NodeList) -> NodeList:
    """The same nodes, with neighbours that are constant in one."""
    folded, neighbours = NodeList(), NodeList()
    for node in nodes:
        if is_constant(node):
            neighbours.append(node)
            continue
        folded += _together(neighbours)
        neighbours = NodeList()
        _fold_inside(node)
        folded.append(_with_memory(node))
    folded += _together(neighbours)
    return folded


def is_constant(node: Node) -> bool:
    """Whether it depends on nothing but the language, and leaves nothing behind."""
    match node:
        case TextNode() | CommentNode() | LoadNode() | Same():
            return True
        case TranslateNode():
            return not node.asvar and not node.message_context and _is_fixed(node.filter_expression)
        case StaticNode():
            return not node.varname and _is_fixed(node.path)
        case URLNode():
            return not node.asvar and _are_fixed(node.view_name, *node.args, *node.kwargs.values())
        case SimpleNode():
            is_same = getattr(node.func, "is_same", False) and node.target_var is None
            return is_same and _are_fixed(*node.args, *node.kwargs.values())
        case _:
            return False


def _are_fixed(*parts: FilterExpression) -> bool:
    return all(_is_fixed(part) for part in parts)


def _is_fixed(part: Any) -> bool:  # noqa: ANN401 the stubs call it several things
    """A text or a number in the template itself, without a filter."""
    is_name = isinstance(part.var, Variable) and part.var.lookups is not None
    return not is_name and not part.filters


def _together(nodes: NodeList) -> Iterable[Node]:
    told = NodeList(node for node in nodes if not isinstance(node, CommentNode | LoadNode))
    if len(told) < 2:
        return told
    if all(isinstance(node, TextNode) for node in told):
        return [TextNode("".join(cast("TextNode", node).s for node in told))]
    return [Same(told)]


def _fold_inside(node: Node) -> None:
    if isinstance(node, IfNode):
        node.conditions_nodelists = [(when, fold(then)) for when, then in node.conditions_nodelists]
        return
    for name in LISTS:
        if isinstance(inside := getattr(node, name, None), NodeList):
            setattr(node, name, fold(inside))


def _with_memory(node: Node) -> Node:
    """A page that extends or includes another by a fixed name finds it once, not each time."""
    found: Node
    match node:
        case ExtendsNode() if _is_fixed(node.parent_name):
            found = _Extends(node.nodelist, node.parent_name)
        case IncludeNode() if _is_fixed(node.template) and not node.isolated_context:
            found = _Include(node.template, extra_context=node.extra_context)
        case _:
            return node
    found.origin, found.token = node.origin, node.token
    return found


class _Extends(ExtendsNode):
    """Django's, but its parent and the blocks of the outermost page are looked up once."""

    known: tuple[Any, dict[str, BlockNode]] | None = None

    def render(self, context: Any) -> SafeString:  # noqa: ANN401 the stubs know little of it
        if self.known is None:
            self.known = self._look_up(context)
        parent, blocks = self.known
        block_context = context.render_context.setdefault(BLOCK_CONTEXT_KEY, BlockContext())
        block_context.add_blocks(self.blocks)
        block_context.add_blocks(blocks)
        with context.render_context.push_state(parent, isolated_context=False):
            drawn: SafeString = parent._render(context)  # noqa: SLF001 as Django's own does
            return drawn

    def _look_up(self, context: Context) -> tuple[Any, dict[str, BlockNode]]:
        parent: Any = self.get_parent(context)
        if any(isinstance(node, ExtendsNode) for node in parent.nodelist):
            return parent, {}
        return parent, {node.name: node for node in parent.nodelist.get_nodes_by_type(BlockNode)}


class _Include(IncludeNode):
    """Django's, but its template is looked up once."""

    known: Template | None = None

    def render(self, context: Any) -> SafeString:  # noqa: ANN401 the stubs know little of it
        if self.known is None:
            self.known = context.template.engine.get_template(self.template.var)
        with context.push(
            **{name: part.resolve(context) for name, part in self.extra_context.items()}
        ):
            return self.known.render(context)
