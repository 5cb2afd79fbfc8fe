"""Spoilt copies of good files, many read in one limited child: `python -m ...guard.mutants word 0 250`."""

import random
import resource
import signal
import sys
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from time import monotonic

from lxml import etree

from jointaction.sources.documents.document import read_document
from jointaction.sources.documents.kinds import DocumentKind, document_kind
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import LIMITS
from jointaction.sources.guard.packages import check_package
from tools.hostile_files import packing, pdf_files

ROWS = [["Ref", "Objective", "Actions", "Lead agency"]] + [
    [f"1.{n}", f"Safer street {n}", "Light the path", "Police"] for n in range(1, 9)
]
SPICE = (
    b"<",
    b">",
    b"&",
    b'"',
    b"\x00",
    b"\xff",
    b"/",
    b"(",
    b"[",
    b"<<",
    b"-1",
    b"99999999999",
    b"1e999",
    b"]>",
)


def word() -> bytes:
    rows = (
        f"<w:tr>{''.join(f'<w:tc>{packing.paragraph(text)}</w:tc>' for text in row)}</w:tr>" for row in ROWS
    )
    return packing.word(packing.body(f"{packing.paragraph('Plan 2024-25')}<w:tbl>{''.join(rows)}</w:tbl>"))


def excel() -> bytes:
    rows = (f'<row r="{line}">{_cells(line, row)}</row>' for line, row in enumerate(ROWS, 1))
    merged = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
    return packing.excel(packing.sheet("".join(rows), merged))


def _cells(line: int, row: list[str]) -> str:
    return "".join(packing.cell(f"{letter}{line}", text) for letter, text in zip("ABCD", row, strict=True))


def pdf() -> bytes:
    lines = b"".join(b"%d 50 m %d 450 l S 50 %d m 450 %d l S " % (n, n, n, n) for n in range(50, 451, 80))
    words = b"".join(
        b"BT /F1 9 Tf %d %d Td (%s) Tj ET " % (55 + 80 * column, 430 - 80 * line, text.encode())
        for line, row in enumerate(ROWS[:5])
        for column, text in enumerate(row)
    )
    return pdf_files.one_page(pdf_files.stream(lines + words))


BASES: dict[str, Callable[[], bytes]] = {"word": word, "xlsx": excel, "pdf": pdf}


def mutant(base: bytes, seed: int) -> bytes:
    """A copy spoilt in one to eight places; of a package mostly one part is spoilt and packed again."""
    chance = random.Random(seed)
    if base.startswith(b"PK") and chance.random() < 0.85:
        with zipfile.ZipFile(BytesIO(base)) as package:
            parts: dict[str, packing.Part] = {name: package.read(name) for name in package.namelist()}
            name = chance.choice(package.namelist())
            spoil = rearranged if chance.random() < 0.6 else spoilt
            parts[name] = spoil(package.read(name), chance)
        return packing.packed(parts)
    return spoilt(base, chance)


def rearranged(xml: bytes, chance: random.Random) -> bytes:
    """Well-formed XML with elements taken out, doubled or moved, and attributes given odd values."""
    root = etree.fromstring(xml)
    for _ in range(chance.randint(1, 8)):
        element = chance.choice(list(root.iter()))
        parent = element.getparent()
        match chance.randrange(4):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                parent.extend(deepcopy(element) for _ in range(chance.choice((1, 2, 50))))
            case 2:
                chance.choice(list(root.iter())).append(deepcopy(element))
            case _ if element.attrib:
                element.set(chance.choice(element.keys()), chance.choice(("", "-1", "9" * 20, "x")))
    return etree.tostring(root)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, left out, put in, doubled or cut off."""
    left = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(left) + 1)
        end = min(len(left), place + chance.randint(1, 60))
        match chance.randrange(6):
            case 0:
                left[place:end] = bytes(chance.randbytes(end - place))
            case 1:
                del left[place:end]
            case 2:
                left[place:place] = chance.choice(SPICE) * chance.choice((1, 1, 2, 500))
            case 3:
                left[place:place] = left[place:end] * chance.choice((1, 2, 200))
            case 4:
                left[place : place + 1] = chance.choice(SPICE)
            case _ if chance.random() < 0.2:
                del left[place:]
    return bytes(left)


def outcome(data: bytes, name: str) -> str:
    """What becomes of a mutant: read, refused, or the fault of a parser (which the child makes a refusal)."""
    try:
        kind = document_kind(data, name)
        if kind in {DocumentKind.WORD, DocumentKind.EXCEL, DocumentKind.OPEN_SHEET}:
            check_package(data, LIMITS)
        read_document(data, name)
    except RefusedError:
        return "refused"
    except Exception as error:
        return type(error).__name__
    return "read"


def main(kind: str, first: int, last: int) -> None:
    """Reads the mutants one after the other under the guard's memory limit, 15 s each."""
    base, name = BASES[kind](), {"word": "plan.docx"}.get(kind, f"plan.{kind}")
    outcome(base, name)
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory_bytes, LIMITS.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for seed in range(first, last):
        started = monotonic()
        print(seed, end=" ", flush=True)
        signal.alarm(int(LIMITS.seconds))
        found = outcome(mutant(base, seed), name)
        signal.alarm(0)
        print(found, f"{monotonic() - started:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
