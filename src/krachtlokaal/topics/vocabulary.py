"""The words of the field, read once per process: they change with a release, not while it runs."""

from functools import lru_cache

from krachtlokaal.topics.models import TargetGroup, Theme


@lru_cache(maxsize=1)
def themes() -> tuple[Theme, ...]:
    """The ten themes in their order."""
    return tuple(Theme.objects.order_by("order"))


@lru_cache(maxsize=1)
def target_groups() -> tuple[TargetGroup, ...]:
    return tuple(TargetGroup.objects.order_by("order", "key"))


def theme_keys() -> frozenset[str]:
    return frozenset(theme.key for theme in themes())


def target_group_keys() -> frozenset[str]:
    return frozenset(group.key for group in target_groups())
