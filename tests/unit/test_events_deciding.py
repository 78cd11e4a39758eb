"""Hold what a curator's decisions do with found events, and that they outlast edits elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.annotate.assembly import assemble_folder, with_found
from plugins.corpus.edition import publish
from plugins.corpus.edtf import bounds
from plugins.corpus.masking.redaction import Redactions
from plugins.corpus.model import Corpus, Event, Site
from plugins.timeline.days import entry

NORDEN = "found-2016-05-02-territory-norden"
SUDEN = "found-2016-05-02-territory-suden"
LATER = "found-2016-05-03-territory-norden"
FILES = {
    "entities/organisations/gazette.md": "---\nname: Gazette\n---\n",
    "entities/places/norden.md": "---\nname: Norden\n---\n",
    "entities/places/suden.md": "---\nname: Suden\n---\n",
    "entities/groups/third-brigade.md": "---\nname: Third Brigade\n---\n",
    "entities/groups/fourth-brigade.md": "---\nname: Fourth Brigade\n---\n",
}
ONE = "Norden fell on 2 May 2016.\n\nIt rained.\n\nThe Third Brigade captured Norden on 2 May 2016."
TWO = "The Third Brigade captured Norden on 3 May 2016.\n\nSuden fell on 2 May 2016."


def collection(folder: Path, decisions: str = "", **articles: str) -> Path:
    """Write a collection of two reports, or those given, and the decisions about its events."""
    texts = {"one": ONE, "two": TWO, **articles}
    files = FILES | {
        f"articles/2016/{slug}.md": f"---\ntitle: {slug}\ndate: 2016-05-04\npublisher: gazette\n"
        f"rights: {'restricted' if slug == 'withheld' else 'public'}\n---\n{text}\n"
        for slug, text in texts.items()
    }
    if decisions:
        files["events/found.toml"] = decisions
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def built(folder: Path) -> Corpus:
    """Return the corpus of a good collection."""
    assembled = assemble_folder(folder)
    assert assembled.problems == ()
    return assembled.corpus


def reports_of(event: Event) -> list[str]:
    """Return the slugs of the articles that are evidence, one a paragraph."""
    return [each.article for each in event.evidence]


def test_without_decisions_all_stay_found(tmp_path: Path) -> None:
    """Found events stand apart from the confirmed ones."""
    corpus = built(collection(tmp_path))
    assert corpus.events == ()
    assert [each.slug for each in corpus.found] == [NORDEN, SUDEN, LATER]
    assert {each.status for each in corpus.found} == {"found"}


def test_a_line_confirms_an_event(tmp_path: Path) -> None:
    """It gets the curator's title; its paragraphs are still the machine's."""
    corpus = built(collection(tmp_path, f'[confirm]\n{NORDEN} = "Norden is lost"\n'))
    (event,) = corpus.events
    assert (event.slug, event.title) == ("2016-05-02-territory-norden", "Norden is lost")
    assert (event.status, event.edtf, event.kind) == ("confirmed", "2016-05-02", "territory")
    assert [each.found for each in event.evidence] == [True, True]
    assert NORDEN not in [each.slug for each in corpus.found]


def test_a_confirmation_puts_date_and_kind_right(tmp_path: Path) -> None:
    """What the line gives counts before what the machine found."""
    line = f'{NORDEN} = {{ title = "Loss", date = "2016-05-01/2016-05-02", kind = "attack" }}'
    (event,) = built(collection(tmp_path, f"[confirm]\n{line}\n")).events
    assert (event.edtf, event.kind) == ("2016-05-01/2016-05-02", "attack")


def test_a_page_may_link_to_an_event_that_a_line_confirms(tmp_path: Path) -> None:
    """Its address is that of any event."""
    more = "It was [the loss](event:2016-05-02-territory-norden)."
    folder = collection(tmp_path, f'[confirm]\n{NORDEN} = "Norden is lost"\n', three=more)
    assert assemble_folder(folder).problems == ()


def test_two_found_events_become_one(tmp_path: Path) -> None:
    """The first goes into the second, which keeps its name and date; the reports differ then."""
    corpus = built(collection(tmp_path, f'[merge]\n{LATER} = "{NORDEN}"\n'))
    assert [each.slug for each in corpus.found] == [NORDEN, SUDEN]
    event = corpus.found[0]
    assert event.edtf == "2016-05-02"
    assert reports_of(event) == ["one", "one", "two"]
    assert entry(event, corpus).dates_differ


def test_a_found_event_goes_into_a_confirmed_one(tmp_path: Path) -> None:
    """Its paragraphs are added, marked as found; the day that they give differs and shows it."""
    folder = collection(tmp_path, f'[merge]\n{LATER} = "fall"\n')
    (folder / "events" / "fall.md").write_text(
        '---\ntitle: Fall\ndate: 2016-05-02\nevidence: one "Norden fell on 2 May 2016."\n---\n'
    )
    corpus = built(folder)
    (event,) = corpus.events
    assert [(each.article, each.found) for each in event.evidence] == [
        ("one", False),
        ("two", True),
    ]
    assert LATER not in [each.slug for each in corpus.found]
    assert entry(event, corpus).dates_differ


def test_merging_goes_over_several_steps(tmp_path: Path) -> None:
    """What is merged into an event that is merged on goes along."""
    lines = f'[merge]\n{LATER} = "{SUDEN}"\n{SUDEN} = "{NORDEN}"\n'
    corpus = built(collection(tmp_path, lines))
    assert [each.slug for each in corpus.found] == [NORDEN]
    assert len(corpus.found[0].evidence) == 4


def test_a_paragraph_is_split_off(tmp_path: Path) -> None:
    """It is a found event of its own, which other lines can name."""
    corpus = built(collection(tmp_path))
    anchor = corpus.found[0].evidence[1].anchor
    split = f'[split]\n{NORDEN} = "one#{anchor}"\n'
    corpus = built(collection(tmp_path, split))
    assert f"{NORDEN}-{anchor}" in [each.slug for each in corpus.found]
    assert [len(each.evidence) for each in corpus.found] == [1] * 4
    dropped = built(collection(tmp_path, f'{split}[drop]\n{NORDEN}-{anchor} = "told twice"\n'))
    assert len(dropped.found) == 3


def test_a_dropped_event_is_gone(tmp_path: Path) -> None:
    """Neither found nor confirmed."""
    corpus = built(collection(tmp_path, f'[drop]\n{NORDEN} = "a rehearsal"\n'))
    assert [each.slug for each in corpus.found] == [SUDEN, LATER]
    assert corpus.events == ()


@pytest.mark.parametrize(
    "more",
    [
        "Aden fell to nobody.\n\nThe Fourth Brigade entered Suden on 1 May 2016.",
        "The Third Brigade captured Norden on 2 May 2016.",
        "The Third Brigade captured Norden and Suden on 2 May 2016.",
    ],
    ids=["another event", "the same event", "what joins two events"],
)
def test_a_decision_outlasts_reports_that_come_later(tmp_path: Path, more: str) -> None:
    """A found event's name is made from what it is about, not from its place among the others."""
    decision = f'[drop]\n{SUDEN} = "a village of the same name"\n'
    corpus = built(collection(tmp_path, decision, again=more))
    names = [each.slug for each in corpus.found]
    assert SUDEN not in names
    assert {NORDEN, LATER} <= set(names)


def test_the_public_edition_finds_events_in_what_it_shows(tmp_path: Path) -> None:
    """A sentence of a restricted report makes no event and no title there."""
    folder = collection(
        tmp_path, withheld="The Fourth Brigade seized Suden on 1 May 2016.", two="Nothing."
    )
    assembled = assemble_folder(folder, Site(edition="public"))
    assert "found-2016-05-01-territory-suden" in [each.slug for each in assembled.corpus.found]
    public = with_found(publish(assembled.corpus), assembled.groups)
    assert [each.slug for each in public.found] == [NORDEN]


def test_what_is_masked_makes_no_found_event(tmp_path: Path) -> None:
    """Neither its title nor its address may hold a masked name."""
    assembled = assemble_folder(collection(tmp_path), Site(edition="public"))
    masked = publish(assembled.corpus, redactions=Redactions(entities=("suden",)))
    public = with_found(masked, assembled.groups)
    assert [each.slug for each in public.found] == [NORDEN, LATER]


def test_an_event_file_may_hold_a_found_event(tmp_path: Path) -> None:
    """`status: found` in a file puts it among the found ones."""
    folder = collection(tmp_path)
    (folder / "events").mkdir()
    (folder / "events" / "guess.md").write_text(
        '---\ntitle: Guess\ndate: 2016-05-01\nstatus: found\nevidence: one "It rained."\n---\n'
    )
    corpus = built(folder)
    assert corpus.events == ()
    assert "guess" in [each.slug for each in corpus.found]
    assert all(bounds(each.edtf)[0] for each in corpus.found)
    assert publish(replace(corpus, site=Site(edition="public"))).found[0].slug == "guess"
