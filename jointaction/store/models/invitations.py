"""Who was asked in, and which agencies have confirmed who of theirs is in."""

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from jointaction.domain.access import Role
from jointaction.store.models.partners import Agency, Group, Partnership, Person


class Invitation(models.Model):
    """A seat held for somebody: they take it with a link that works once, for a few days."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    groups = models.ManyToManyField(Group, blank=True)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    renews_password = models.BooleanField(default=False)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "partnership",
                Lower("email"),
                condition=models.Q(used_at=None, revoked_at=None),
                name="one_open_invitation_per_address",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role if role.is_held_by_members]),
                name="invitation_role_known",
            ),
            models.CheckConstraint(
                condition=models.Q(used_at=None) | models.Q(revoked_at=None),
                name="invitation_used_or_revoked",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"


class ListConfirmation(models.Model):
    """An agency's word, once a quarter, that the people listed for it still work there."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    quarter = models.CharField(max_length=20)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    confirmed_at = models.DateTimeField(default=timezone.now)
    kept = models.PositiveIntegerField()
    struck = models.PositiveIntegerField()

    class Meta:
        indexes = (models.Index(fields=("agency", "quarter"), name="confirmation_of_quarter"),)

    def __str__(self) -> str:
        return f"{self.agency}, {self.quarter}"
