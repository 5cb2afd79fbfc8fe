"""Fill a fresh database for schemathesis and print each caller's token: python -m tests.api.live_world."""

import json
import os
import sys
from importlib import import_module

import django
from django.core.management import call_command

CALLERS = ("coordinator", "agency lead", "group chair", "analyst", "councillor", "platform administrator")


def main() -> int:
    """Make the tables and the two partnerships; the tokens go to standard output as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.api.live_settings")
    django.setup()
    call_command("migrate", verbosity=0)
    callers = import_module("tests.api.callers")  # its tables can be named only now
    callers.world()
    known = callers.secrets()
    print(json.dumps({who: known[who] for who in (*CALLERS, "only publish", "other coordinator")}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
