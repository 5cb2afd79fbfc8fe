"""What of a Word document did not arrive in its blocks: the last check that nothing is lost silently."""

from collections.abc import Iterator

from jointaction.domain.drafts import ReadingWarning
from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.tidy import squeezed, tidy_line


def unread_text(paragraphs: tuple[str, ...], blocks: Blocks) -> tuple[ReadingWarning, ...]:
    """A warning for each paragraph of the document whose words stand in no block and no note."""
    arrived = "\n".join(squeezed(text) for text in _texts(blocks))
    return tuple(
        ReadingWarning(
            "text-not-read",
            "These words stand in the document but could not be read. Add them by hand if needed.",
            tidy_line(paragraph),
        )
        for paragraph in dict.fromkeys(paragraphs)
        if squeezed(paragraph) not in arrived
    )


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)
    yield from (warning.quote for warning in blocks.warnings)
