"""Word documents (.docx): paragraphs and tables in order, with everything a plan's authors wrote."""

from io import BytesIO

import mammoth
from lxml import html

from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.tidy import squeezed
from jointaction.sources.documents.word_body import body_blocks
from jointaction.sources.documents.word_losses import unread_text
from jointaction.sources.documents.word_package import prepared_package

# The default style map of the library is slow to match; this is all a plan needs.
_STYLE_MAP = "\n".join(
    [
        f"p[style-name='{word} {level}'] => h{level}:fresh"
        for word in ("Heading", "heading")
        for level in range(1, 7)
    ]
    + [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        "p[style-name='Heading'] => h2:fresh",
        "comment-reference => a",
    ]
)


def word_blocks(data: bytes) -> Blocks:
    """The blocks of a .docx file; places are table, row and column, or the number of the paragraph.

    Raises whatever the parsers raise on a damaged package: the caller runs in a guarded child.
    """
    package = prepared_package(data)
    result = mammoth.convert_to_html(
        BytesIO(package.data),
        style_map=_STYLE_MAP,
        include_default_style_map=False,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=lambda _image: [],
    )
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
    body = html.fragment_fromstring(f"<div>{result.value}</div>".encode(), parser=parser)
    blocks = body_blocks(body)
    lost = unread_text(package.paragraphs, blocks)
    in_body = {squeezed(block.text) for block in blocks.blocks if isinstance(block, Paragraph)}
    heads = tuple(head for head in package.heads if squeezed(head.text) not in in_body)
    return Blocks(heads + blocks.blocks, blocks.warnings + package.warnings + lost)
