"""Why a backup was not made, not believed or not restored."""


class BackupRefusedError(Exception):
    """A sentence for the operator: what is wrong, where, and what to do."""
