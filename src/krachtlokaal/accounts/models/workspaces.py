"""A workspace is one supporting organisation's own room in the product."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.enums import WorkspaceKind


class Workspace(models.Model):
    """A steunpunt, a provincial organisation, a supporter of a sector or the national team."""

    slug = models.SlugField(_("korte naam"), max_length=40, unique=True)
    name = models.CharField(_("naam"), max_length=120, unique=True)
    kind = models.CharField(_("soort"), max_length=12, choices=WorkspaceKind)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    website = models.URLField(_("website"), blank=True)
    version = models.PositiveIntegerField(default=1)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class WorkingArea(models.Model):
    """A part of a workspace's area: municipality, sector, or a sector in one municipality.

    Municipalities and sectors stand on a higher floor, so they are named by code. Areas are public:
    everybody must be able to see which steunpunt an organisation belongs to.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="areas")
    municipality = models.CharField(_("gemeentecode"), max_length=6, blank=True)
    sector = models.CharField(_("sector"), max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "municipality", "sector"], name="working_area_once"
            ),
            models.CheckConstraint(
                condition=~Q(municipality="", sector=""), name="working_area_names_something"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "sector"])]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.municipality, self.sector]))
