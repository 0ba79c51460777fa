"""{% same %}…{% endsame %}: a part of a page that is the same for everybody.

It is drawn once a process and language, in a context that has nothing of a user, a request or a
page and refuses to be asked for it: so nothing of one can be shown to another.
"""

from collections.abc import Callable
from typing import Any, NoReturn, ParamSpec

from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

P = ParamSpec("P")


class Nobody(Context):
    """Knows only what the part itself sets."""

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 Django's signature
        return super().__getitem__(key) if key in self else _refuse(key)

    def get(self, key: Any, otherwise: Any = None) -> Any:  # noqa: ANN401, ARG002 Django's signature
        return self[key]


class Same(Node):
    def __init__(self, content: NodeList) -> None:
        self.content = content
        self.drawn: dict[str | None, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        language = get_language()
        if language not in self.drawn:
            nobody = Nobody()
            with nobody.bind_template(context.template):  # type: ignore[arg-type]  # the one that is drawn now
                self.drawn[language] = self.content.render(nobody)
        return self.drawn[language]


def read(parser: Parser, _token: Token) -> Same:
    content = parser.parse(("endsame",))
    parser.delete_first_token()
    return Same(content)


def always(tag: Callable[P, SafeString]) -> Callable[P, SafeString]:
    """Marks a tag whose result depends on its arguments and the language alone."""
    tag.is_same = True  # type: ignore[attr-defined]  # read by core.folding
    return tag


def _refuse(key: str) -> NoReturn:
    raise TemplateSyntaxError(f"{{% same %}} can't depend on {key}: draw it outside.")
