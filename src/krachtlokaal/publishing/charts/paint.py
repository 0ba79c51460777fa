"""The colours of charts: names of tokens, and their numbers of the light scheme.

The numbers are read from static/css/tokens.css, the one file where colours stand.
"""

import re
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"
# Class of a shape → what it paints, and with which token. charts.css says the same to browsers.
PAINT: dict[str, tuple[tuple[str, str], ...]] = {
    "ink": (("fill", "--ds-color-neutral-text-default"),),
    "soft": (("fill", "--ds-color-neutral-text-subtle"),),
    "braam": (("fill", "--ds-color-accent-base-default"),),
    "sun": (("fill", "--ds-color-brand1-surface-tinted"),),
    "sun-ink": (("fill", "--ds-color-brand1-text-subtle"),),
    "paper": (("fill", "--ds-color-neutral-surface-default"),),
    "track": (("fill", "--kl-track"),),
    "land": (("fill", "--kl-rule"),),
    "level-1": (("fill", "--kl-level-1"), ("stroke", "--kl-level-1-edge")),
    "level-2": (("fill", "--kl-level-2"),),
    "level-3": (("fill", "--kl-level-3"),),
    "level-4": (("fill", "--kl-level-4"),),
    "ring": (("stroke", "--ds-color-accent-base-default"),),
    "ring-1": (("stroke", "--kl-level-1-edge"),),
    "ring-2": (("stroke", "--kl-level-2"),),
    "ring-3": (("stroke", "--kl-level-3"),),
    "ring-4": (("stroke", "--kl-level-4"),),
    "rule": (("stroke", "--kl-rule"),),
    "edge": (("stroke", "--ds-color-neutral-border-default"),),
    "whisker": (("stroke", "--ds-color-neutral-text-default"),),
    "halo": (("stroke", "--ds-color-neutral-surface-default"),),
}


def attributes(names: str) -> str:
    """The class and its colours: `class="ink" fill="#271e26"`."""
    painted = [
        f'{what}="{tokens()[token]}"' for name in names.split() for what, token in PAINT[name]
    ]
    return " ".join([f'class="{names}"', *painted])


@cache
def tokens() -> dict[str, str]:
    """Each token with a colour as number, in the light scheme: the first block that names it."""
    found = re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", TOKENS.read_text())
    return dict(reversed(found))
