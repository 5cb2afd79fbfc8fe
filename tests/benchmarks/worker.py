"""What a web worker holds in memory, in MB, once it has answered some pages: `speed` starts it."""

import sys
from pathlib import Path

import django


def main(addresses: list[str]) -> None:
    """Answer each address a few times as a worker would, then print the most memory held."""
    django.setup()
    from jointaction.project.wsgi import application  # noqa: PLC0415  # settings come first
    from tests.benchmarks.timed import client  # noqa: PLC0415

    assert application
    browser = client()
    for _ in range(3):
        for address in addresses:
            assert browser.get(address).status_code == 200, address
    print(most_memory_mb())


def most_memory_mb() -> float:
    """The most this process has held; getrusage would tell that of the one that started it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
