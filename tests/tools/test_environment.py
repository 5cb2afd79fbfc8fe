import os
import subprocess
import sys

from tools.environment import COMMAND


def test_the_command_starts_from_a_folder_whose_name_has_a_blank(tmp_path):
    folder = tmp_path / "our partnership"
    package = folder / "jointaction" / "cli"
    package.mkdir(parents=True)
    (package / "main.py").write_text("import sys\ndef main():\n    print(*sys.argv[1:])\n    return 4\n")
    python = folder / "python"
    python.symlink_to(sys.executable)
    command = folder / "jointaction-here"
    command.write_text(COMMAND.format(python=python))
    command.chmod(0o755)

    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}
    words = [command, "read-plan", "a b.txt"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (4, "read-plan a b.txt\n"), done.stderr
