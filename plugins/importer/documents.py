"""Read the text of a Word document: its paragraphs, parted by empty lines."""

from __future__ import annotations

from lxml import etree

from ..corpus.problems import ImportProblems

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_text(document: bytes) -> str:
    """Return the paragraphs of `word/document.xml` (ECMA-376, part 1, § 17.3).

    Raises ImportProblems where it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        raise ImportProblems(f"the Word document is damaged: {error}") from error
    paragraphs = (_paragraph(each) for each in root.iter(f"{WORD}p"))
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _paragraph(paragraph: etree._Element) -> str:
    runs = paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br")
    parts = (each.text or "" if each.tag == f"{WORD}t" else " " for each in runs)
    return " ".join("".join(parts).split())
