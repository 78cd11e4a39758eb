"""Do with the found events what a curator decided: confirm, merge, split, drop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...corpus.decisions import Confirm, Decisions, Drop, Merge, Split
from ...corpus.model import Corpus, Event, Where, by_time
from ...corpus.problems import Problem, did_you_mean, problem
from .grouping import PREFIX, Group, Told, event_of, evidence_of


@dataclass(frozen=True, slots=True)
class Decided:
    """The corpus with what was confirmed, the groups that are left, and what does not fit."""

    corpus: Corpus
    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]


def decide(groups: Sequence[Group], decisions: Decisions, corpus: Corpus) -> Decided:
    """Return the corpus and the groups as the decisions leave them.

    First paragraphs are split off, then events are dropped, merged and confirmed; a decision
    about a found event that is not there, or no longer, is a problem.
    """
    desk = _Desk({each.name: each for each in groups}, corpus)
    for split in decisions.split:
        desk.split(split)
    settling: tuple[Drop | Merge | Confirm, ...] = (
        *decisions.dropped,
        *decisions.merged,
        *decisions.confirmed,
    )
    for each in settling:
        desk.settle(each)
    desk.refuse_circles()
    events = tuple(desk.events())
    whole = replace(corpus, events=tuple(sorted(events, key=by_time)))
    return Decided(whole, tuple(desk.left()), tuple(desk.problems))


@dataclass(slots=True)
class _Desk:
    """The groups by name, what was decided of each, and what is wrong."""

    groups: dict[str, Group]
    corpus: Corpus
    problems: list[Problem] = field(default_factory=list)
    settled: dict[str, Drop | Merge | Confirm] = field(default_factory=dict)

    def is_there(self, name: str, where: Where) -> bool:
        """Tell whether there is a found event of this name; that there is none is a problem."""
        if name in self.groups:
            return True
        remedy = did_you_mean(name, self.groups) or (
            "Copy the name from the timeline; where the event is gone, take the line away."
        )
        wrong = f'there is no found event "{name}".'
        self.problems.append(problem(where, "REF-FOUND", wrong, remedy))
        return False

    def split(self, decision: Split) -> None:
        """Make a paragraph of a found event a found event of its own."""
        article = self.corpus.article.get(decision.article)
        if not self.is_there(decision.found, decision.where) or article is None:
            return
        paragraph = article.paragraph(decision.anchor)
        place = (decision.article, paragraph.anchor if paragraph else decision.anchor)
        members = self.groups[decision.found].members
        off = tuple(each for each in members if _place(each) == place)
        if not off or len(off) == len(members):
            self._refuse_split(decision, place, [_place(each) for each in members])
            return
        kept = tuple(each for each in members if _place(each) != place)
        name = f"{decision.found}-{place[1]}"
        self.groups[decision.found] = Group(decision.found, kept)
        self.groups[name] = Group(name, off)

    def _refuse_split(
        self, decision: Split, place: tuple[str, str], inside: Sequence[tuple[str, str]]
    ) -> None:
        shown = f"{decision.article}#{decision.anchor}"
        known = [f"{article}#{anchor}" for article, anchor in dict.fromkeys(inside)]
        if place in inside:
            wrong = f'"{shown}" is the only paragraph of "{decision.found}".'
            remedy = "Take the line away, or drop the event."
        else:
            wrong = f'the found event "{decision.found}" has no paragraph "{shown}".'
            remedy = did_you_mean(shown, known) or f"It has: {', '.join(known)}."
        self.problems.append(problem(decision.where, "FOUND-PARAGRAPH", wrong, remedy))

    def settle(self, decision: Drop | Merge | Confirm) -> None:
        """Keep what is decided of a found event: one thing only."""
        if not self.is_there(decision.found, decision.where):
            return
        before = self.settled.setdefault(decision.found, decision)
        if before is not decision:
            wrong = f'"{decision.found}" is decided on in line {before.where.line} already.'
            remedy = "Keep one of the two lines: an event is confirmed, merged or dropped."
            self.problems.append(problem(decision.where, "FOUND-TWICE", wrong, remedy))
        elif isinstance(decision, Merge):
            self._check_target(decision)

    def _check_target(self, decision: Merge) -> None:
        known = (*self.groups, *self.corpus.event)
        if decision.into not in known:
            remedy = did_you_mean(decision.into, known) or (
                "Name an event's file without its ending, or a found event."
            )
            wrong = f'there is no event "{decision.into}", and none was found.'
            self.problems.append(problem(decision.where, "REF-EVENT", wrong, remedy))

    def refuse_circles(self) -> None:
        """Report what is merged, over however many steps, into itself."""
        for name, decision in self.settled.items():
            goes_on = isinstance(decision, Merge) and decision.into in self.groups
            if goes_on and self._end(name) == name:
                wrong = f'"{name}" is merged into itself.'
                remedy = "Take one of the lines away."
                self.problems.append(problem(decision.where, "REF-CIRCLE", wrong, remedy))

    def _end(self, name: str) -> str:
        """Return where a found event goes in the end, over all merges: itself if into none."""
        seen = [name]
        while isinstance(decision := self.settled.get(seen[-1]), Merge):
            if decision.into in self.corpus.event:
                return decision.into
            if decision.into not in self.groups or decision.into in seen:
                return name
            seen.append(decision.into)
        return seen[-1]

    def _whole(self, end: str) -> Group:
        """Return all that ends in an event, found or of a file: its own sentences first."""
        own = self.groups[end].members if end in self.groups else ()
        others = (
            replace(each, joined=True)
            for name, decision in self.settled.items()
            if isinstance(decision, Merge) and name != end and self._end(name) == end
            for each in self.groups[name].members
        )
        return Group(end, (*own, *others))

    def left(self) -> Iterator[Group]:
        """Yield the groups that stay found."""
        targets = {self._end(name) for name in self.settled}
        for name, group in self.groups.items():
            if name not in self.settled:
                yield self._whole(name) if name in targets else group

    def events(self) -> Iterator[Event]:
        """Yield the confirmed events: those of files, with what was merged into them, and more."""
        targets = {each.into for each in self.settled.values() if isinstance(each, Merge)}
        for event in self.corpus.events:
            yield self._with_evidence(event) if event.slug in targets else event
        for name, decision in self.settled.items():
            if isinstance(decision, Confirm):
                yield from self._confirmed(decision, event_of(self._whole(name)))

    def _with_evidence(self, event: Event) -> Event:
        known = {(each.article, each.anchor) for each in event.evidence}
        more = evidence_of(self._whole(event.slug).members)
        fresh = (each for each in more if (each.article, each.anchor) not in known)
        return replace(event, evidence=(*event.evidence, *fresh))

    def _confirmed(self, decision: Confirm, event: Event) -> Iterator[Event]:
        slug = confirmed_slug(decision)
        if slug in self.corpus.event:
            wrong = f'the confirmed event would be "{slug}", which is a file already.'
            remedy = f'Merge it instead: {decision.found} = "{slug}".'
            self.problems.append(problem(decision.where, "SLUG-TWICE", wrong, remedy))
        else:
            yield replace(
                event,
                slug=slug,
                title=decision.title,
                edtf=decision.date or event.edtf,
                kind=decision.kind or event.kind,
                status="confirmed",
                where=decision.where,
            )


def _place(told: Told) -> tuple[str, str]:
    return told.candidate.article, told.candidate.anchor


def confirmed_slug(decision: Confirm) -> str:
    """Return the slug of an event that is confirmed by a line: its name without `found-`."""
    return decision.found.removeprefix(PREFIX)
