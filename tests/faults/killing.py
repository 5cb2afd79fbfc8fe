"""kill -9 of what serves, works and imports, while people edit and upload."""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from tests.faults.plans import a_plan_file
from tests.faults.stack import Stack, children, end, kill_whole

TARGETS = ("web process", "web server", "job process", "job server", "command")
WEIGHTS = (35, 15, 20, 10, 20)


@dataclass(slots=True)
class Killer:
    """Keeps web server and worker running, and kills parts of them."""

    stack: Stack
    chance: random.Random
    web: subprocess.Popen[bytes] = field(init=False)
    worker: subprocess.Popen[bytes] = field(init=False)
    kills: Counter[str] = field(default_factory=Counter)

    def start(self) -> None:
        """Start both."""
        self.web, self.worker = self.stack.start_web(), self.stack.start_worker()

    def end(self) -> None:
        """End both in order."""
        end(self.web)
        end(self.worker)

    def kill(self) -> None:
        """Kill something, some moment from now, and see that it runs again."""
        target = self.chance.choices(TARGETS, WEIGHTS)[0]
        time.sleep(self.chance.uniform(0.1, 0.8))
        match target:
            case "web process":
                self._kill_below(self.web)
            case "web server":
                kill_whole(self.web)
                self.web = self.stack.start_web()
            case "job process":
                self._kill_below(self.worker)
            case "job server":
                kill_whole(self.worker)
                self.worker = self.stack.start_worker()
            case _:
                self._kill_command()
        self.kills[target] += 1

    def _kill_below(self, process: subprocess.Popen[bytes]) -> None:
        """One process below a server, which then starts another; a server that gave up is started again."""
        below = children(process.pid)
        if below:
            with suppress(ProcessLookupError):
                os.kill(self.chance.choice(below), signal.SIGKILL)
        if process.poll() is not None:
            self.end()
            self.start()

    def _kill_command(self) -> None:
        """An import from the terminal, accepted at once, killed at a moment between its start and its end."""
        number = sum(self.kills.values())
        file = self.stack.folder / f"plan-{number}.csv"
        file.write_bytes(a_plan_file(f"command {number}"))
        start = "from jointaction.cli.main import main; main()"
        person = "coordinator@alder.example"
        command = self.stack.start(
            "-c", start, "import-plan", str(file), "--as", person, "--accept", log="command"
        )
        with suppress(subprocess.TimeoutExpired):
            command.wait(self.chance.uniform(0.8, 4.0))
        kill_whole(command)
