"""Say on a built page of data which large files are there now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bs4 import BeautifulSoup, Tag

SizeWords = Callable[[int], str]


def with_made_files(html: str, sizes: Mapping[str, int], in_words: SizeWords) -> str:
    """Return data.html with a link and a size for each of the files in `sizes`.

    `sizes` maps a link, as the page has it in `data-made`, to the file's size. A page that has
    the links already gets the sizes of now.
    """
    soup = BeautifulSoup(html, "html.parser")
    for row in soup.find_all("tr", attrs={"data-made": True}):
        target = str(row["data-made"])
        name, size = row.find("code"), row.find("td", class_="number")
        if target not in sizes or not isinstance(name, Tag) or not isinstance(size, Tag):
            continue
        if name.parent is not None and name.parent.name != "a":
            name.wrap(soup.new_tag("a", href=target))
        shown = soup.new_tag("bdi")
        shown.string = in_words(sizes[target])
        size.clear()
        size.append(shown)
    return soup.decode(formatter="html5")
