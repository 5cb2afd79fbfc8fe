"""The product's settings, with a line written for each password that is checked against the one kept."""

from pathlib import Path

from django.contrib.auth.hashers import Argon2PasswordHasher

from tests.faults import settings
from tests.faults.settings import *  # noqa: F403

CHECKED = Path(settings.DATA_DIR) / "checked"  # type: ignore[attr-defined]
PASSWORD_HASHERS = ["tests.faults.counted.CountedHasher"]


class CountedHasher(Argon2PasswordHasher):
    """Argon2, and a byte more in a file each time it is asked; processes append without losing one."""

    def verify(self, password: str, encoded: str) -> bool:
        with CHECKED.open("ab", buffering=0) as file:
            file.write(b".")
        return super().verify(password, encoded)
