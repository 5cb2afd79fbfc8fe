import sys

import pytest

from tools.steps import Stamp, StepFailed, quietly, step


def test_a_step_shows_its_name_and_its_seconds(capsys):
    with step("Counting sheep"):
        pass
    assert capsys.readouterr().out == "  Counting sheep ... 0.0 s\n"


def test_a_step_that_fails_says_so_and_lets_the_failure_through(capsys):
    with pytest.raises(StepFailed), step("Counting sheep"):
        raise StepFailed("The sheep ran away.")
    assert capsys.readouterr().out == "  Counting sheep ... failed\n"


def test_a_quiet_command_gives_back_what_it_printed(tmp_path):
    assert quietly([sys.executable, "-c", "print('hello')"], tmp_path) == "hello\n"


def test_a_quiet_command_that_fails_tells_its_code_and_all_its_words(tmp_path):
    noisy = "import sys; print('first'); print('second', file=sys.stderr); sys.exit(3)"
    with pytest.raises(StepFailed) as failure:
        quietly([sys.executable, "-c", noisy], tmp_path)
    text = str(failure.value)
    assert "code 3" in text
    assert "first" in text
    assert "second" in text


def test_a_stamp_is_current_only_for_what_it_was_set_for(tmp_path):
    file = tmp_path / "stamps" / "packages"
    assert not Stamp(file, b"pins", "3.11").is_current()
    Stamp(file, b"pins", "3.11").set()
    assert Stamp(file, b"pins", "3.11").is_current()
    assert not Stamp(file, b"pins", "3.12").is_current()
    assert not Stamp(file, b"pin", "s3.11").is_current()
