"""Read captures out of mails: saved web pages (MHTML) and messages (EML)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from ..corpus.problems import ImportProblems
from .capture import Capture


def from_mail(capture: Capture) -> Iterator[Capture]:
    """Yield the page or text of a mail, with what its headers say; the original is the mail.

    An MHTML file says where the page was and when it was saved (RFC 2557); a message's subject,
    sender and date are the report's. Raises ImportProblems where it has no text.
    """
    message = email.message_from_bytes(capture.content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    part = message.get_body(preferencelist=("html", "plain")) or _first_text(message)
    if part is None:
        raise ImportProblems("the mail has no text")
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise ImportProblems("the mail's text is empty")
    saved = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    found = _page_facts(message, saved) if saved else _message_facts(message)
    told = dict(capture.facts)
    facts = tuple({**found, **told}.items())
    charset = part.get_content_charset() or ""
    yield replace(capture, content=payload, whole=capture.content, facts=facts, charset=charset)


def _first_text(message: EmailMessage) -> EmailMessage | None:
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml", "text/plain"}:
            return part if isinstance(part, EmailMessage) else None
    return None


def _header(message: MIMEPart, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError):
        return ""  # the standard library fails on some malformed addresses (python/cpython#86208)


def _page_facts(message: EmailMessage, address: str) -> dict[str, str]:
    facts = {"captured": _day(_header(message, "Date"))}
    if address.startswith(("http://", "https://")):
        facts["url"] = address
    return {key: value for key, value in facts.items() if value}


def _message_facts(message: EmailMessage) -> dict[str, str]:
    day = _day(_header(message, "Date"))
    facts = {"title": _header(message, "Subject"), "byline": _sender(message), "date": day}
    if day:
        facts["x-date-basis"] = "declared: the mail's Date header"
    return {key: value for key, value in facts.items() if value}


def _sender(message: EmailMessage) -> str:
    return _header(message, "From").partition("<")[0].strip(' "')


def _day(written: str) -> str:
    try:
        return parsedate_to_datetime(written).date().isoformat() if written else ""
    except (ValueError, TypeError, IndexError):
        return ""
