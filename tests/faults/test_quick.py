"""All faults at once and small, so that they are tried with every change; the full counts are marked slow."""

import os
import signal

import pytest

from tests.faults.editing import ledgers, start_editors
from tests.faults.stack import children, end
from tests.faults.test_backups_under_writes import differences, kept_and_restored
from tests.faults.test_kills import complaints


@pytest.mark.faults
def test_edits_double_posts_a_kill_and_a_backup_at_once_lose_nothing(stack):
    world = stack.told("world")
    web = stack.start_web()
    try:
        editors = start_editors(stack, world, 3, 10)
        posts = stack.told("doubler", str(stack.port), "3", "same")
        promised = ledgers(stack).acknowledged
        restored = kept_and_restored(stack, world, 0, stack.environment.get("DATABASE_URL", ""))
        os.kill(children(web.pid)[0], signal.SIGKILL)
        assert [editor.wait(120) for editor in editors] == [0, 0, 0]
    finally:
        end(web)
    there = stack.told("verdict", str(world["import_id"]), "settle", "close")
    assert complaints(stack, there) == []
    assert (posts["refused"], len(there["imports"]) - 1) == (0, 3)
    assert all(first == second for first, second in posts["pairs"])
    assert promised <= set(restored["tokens"])
    assert differences(0, restored, there) == []
    assert ledgers(stack).acknowledged
