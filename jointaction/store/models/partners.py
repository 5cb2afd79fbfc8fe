"""The partnership and the people in it."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from jointaction.domain.access import Role


class Partnership(models.Model):
    """A community safety partnership: the wall around everything else.

    `starting_layout` and `starting_scheme` are keys of what its next plan starts with (a name of the
    catalogue or the number of one of its own), `starting_year` the first calendar year it was set up for.
    `stamp` is the hash of the audit trail's last link that may have changed what its plans show.
    """

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    needs_second_factor = models.BooleanField(default=False)
    starting_layout = models.CharField(max_length=60, blank=True)
    starting_scheme = models.CharField(max_length=60, blank=True)
    starting_year = models.PositiveSmallIntegerField(null=True, blank=True)
    stamp = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.name


class Named(models.Model):
    """Something a plan names in more than one way."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    aliases = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every way the thing is written."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)


class Agency(Named):
    """An organisation that works in the partnership: council, police, fire and rescue, probation, .."""

    statutory_role = models.CharField(max_length=80, blank=True)

    class Meta(Named.Meta):
        verbose_name_plural = "agencies"
        constraints = (
            models.UniqueConstraint("partnership", Lower("name"), name="agency_named_once_in_partnership"),
        )


class Group(Named):
    """A group of agencies that answers for part of the plan, such as the Joint Action Group."""

    class Meta(Named.Meta):
        constraints = (
            models.UniqueConstraint("partnership", Lower("name"), name="group_named_once_in_partnership"),
        )


class Area(Named):
    """A part of the district by which a plan reports: a town, ward or neighbourhood team."""

    class Meta(Named.Meta):
        constraints = (
            models.UniqueConstraint("partnership", Lower("name"), name="area_named_once_in_partnership"),
        )


class PersonQuerySet(BaseUserManager["Person"]):
    """Finds people by e-mail address, whatever its case (Django's sign-in asks for this)."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who can sign in."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    objects = PersonQuerySet()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]  # noqa: RUF012  # a list, as Django declares it

    class Meta:
        verbose_name_plural = "people"
        constraints = (models.UniqueConstraint(Lower("email"), name="person_email_once"),)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, as Django's mails ask for it."""
        return self.name


class Membership(models.Model):
    """A person's role in a partnership, for an agency and in groups."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    groups = models.ManyToManyField(Group, blank=True)
    version = models.PositiveIntegerField(default=1)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint("partnership", "person", name="one_membership_per_partnership"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role if role.is_held_by_members]),
                name="membership_role_known",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"
