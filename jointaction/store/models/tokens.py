"""Tokens: access for programs, in a person's name."""

from django.db import models

from jointaction.store.models.partners import Partnership, Person


class Token(models.Model):
    """What lets a program act for a person in one partnership, within `scopes`, until it expires or is ended.

    Only the SHA-256 of the secret is kept; `hint` is how it begins, so that people can tell tokens apart.
    `scopes` is a list of domain.tokens.Scope values.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    name = models.CharField(max_length=60)
    hint = models.CharField(max_length=12)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    idempotency_key = models.UUIDField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint("partnership", "idempotency_key", name="token_made_once"),
            models.CheckConstraint(
                condition=models.Q(secret_sha256__regex=r"^[0-9a-f]{64}$"),  # noqa: S106  # a shape, no secret
                name="token_sha256_hex",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="token_expires_after_made"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"
