"""Plan files of our own, each unlike every other."""

import csv
from io import StringIO

ROWS = 40
HEADINGS = ("Ref", "Objective", "Action", "Lead agency", "Timescale", "Update 2031-32 Q4")


def a_plan_file(mark: str, rows: int = ROWS) -> bytes:
    """A plan as CSV; `mark` makes it the only one of its kind."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([f"Community safety plan 2031-32, copy {mark}"])
    writer.writerow(HEADINGS)
    for number in range(1, rows + 1):
        writer.writerow(
            (
                f"1.{number}",
                f"Fewer sheds are broken into in street {number}",
                f"Visit allotment {number} and mark its tools",
                "Library Service",
                "March 2032",
                f"{number} visits made",
            )
        )
    return out.getvalue().encode()
