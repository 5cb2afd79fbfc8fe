"""An upload form sent twice at the same moment makes one import."""

import pytest

from tests.faults.stack import end


def sent_twice(stack, forms, second="same"):
    """Where each pair of posts was led, and the imports that are there but for the world's own."""
    world = stack.told("world")
    web = stack.start_web()
    try:
        found = stack.told("doubler", str(stack.port), str(forms), second)
    finally:
        end(web)
    there = stack.told("verdict", str(world["import_id"]))
    return found, len(there["imports"]) - 1, there


@pytest.mark.slow
def test_ten_forms_sent_twice_make_ten_imports(stack):
    found, imports, there = sent_twice(stack, 10)
    assert (found["refused"], imports, there["broken"]) == (0, 10, [])
    assert all(first == second for first, second in found["pairs"])


@pytest.mark.slow
def test_a_thousand_forms_sent_twice_make_a_thousand_imports(either):
    found, imports, there = sent_twice(either, 1000)
    print(f"2000 posts, {imports} imports, {found['refused']} refused")
    assert (found["refused"], imports, there["broken"], there["lost_files"]) == (0, 1000, [], [])
    assert all(first == second for first, second in found["pairs"])
    assert len({first for first, _ in found["pairs"]}) == 1000


@pytest.mark.slow
def test_with_another_key_and_another_file_each_post_is_an_import(stack):
    found, imports, _ = sent_twice(stack, 20, second="other")
    assert (found["refused"], imports) == (0, 40)
