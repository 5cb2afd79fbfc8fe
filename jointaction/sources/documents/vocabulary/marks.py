"""Bullets, separators and empty marks as documents and their extractors write them."""

# Glyphs that are never words; private-use code points are the symbol fonts of word processors.
BULLETS = "•‣◦▪▫●○■□◆▲★▬➢➤⮚►▶✓✔❖∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0e0\u2043\u2219"
# Letters and digits that extractors print where a bullet glyph stood, when they stand alone.
READ_BULLETS = frozenset({"o", "0", "§", "Ø", "ü", "v", "-", "–", "*", "•", "·", "q"})
EMPTY_MARKS = frozenset(
    {
        "no update received",
        "n/a",
        "na",
        "n.a.",
        "n\\a",
        "none",
        "nil",
        "not applicable",
        "-",
        "–",
        "—",
        "..",
        "...",
    }
)
SEPARATORS = frozenset("-–—_|,;.:\\/=+*~'`´^°!()[]{}<>¦")
