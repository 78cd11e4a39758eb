"""List the forms of Arabic date expressions, each with an example that is its test."""

from __future__ import annotations

from . import read_arabic as read
from .pattern import Pattern
from .words import any_of
from .words_arabic import AFTER, BEFORE, MONTHS, NOW, NUMBERS, PARTS, UNITS, WEEKDAYS

# "And", "in", "with" and "to" are written on to the word, and stay part of the expression.
_AND = "[وبل]?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = any_of(tuple(MONTHS))
# One month by two names: "تشرين الثاني/نوفمبر", "نوفمبر (تشرين الثاني)".
_TWICE = rf"(?P<month>{_MONTH})(?: ?[/(] ?(?:{_MONTH})\)?)?"
_WHICH = rf"(?P<which>{any_of((*BEFORE, *AFTER))})"
_UNIT = rf"(?P<unit>{any_of(tuple(UNITS))})"
_N = rf"(?P<n>\d+|{any_of(tuple(NUMBERS))}|بضعة|بضع|عدة)"
_PART = rf"(?P<part>{any_of(tuple(PARTS))})"

ARABIC = (
    Pattern(
        "arabic",
        rf"(?P<day>3[01]|[12]\d|0?[1-9]) (?:من )?(?:شهر )?{_TWICE}(?:،? (?:عام |سنة )?{_YEAR})?",
        read.month_date,
        "وصلت القافلة في [٢٨ تشرين الثاني/نوفمبر ٢٠١٦] إلى المدينة.",
        "2016-11-28",
        "2016-11-28",
    ),
    Pattern(
        "arabic",
        rf"{_AND}(?:شهر )?{_TWICE}(?:،? (?:من )?(?:عام |سنة )?{_YEAR})?",
        read.month_date,
        "أغلق المعبر منذ [كانون الأول] ولم يفتح.",
        "2015-12",
        "2015-12",
    ),
    Pattern(
        "arabic",
        rf"{_AND}(?:{_PART} )?(?:يوم )?(?P<weekday>{any_of(tuple(WEEKDAYS))})(?: {_WHICH})?",
        read.weekday,
        "سقط الحي [مساء الأحد] بعد قصف عنيف.",
        "2016-11-27TEV",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "arabic",
        rf"{_AND}(?:{_PART} )?(?P<near>امس الاول|اول امس|امس|اليوم|غدا|بعد غد)",
        read.near_day,
        "نزحت العائلات [أمس] إلى الريف.",
        "2016-11-27",
        "2016-11-27",
    ),
    Pattern(
        "arabic",
        r"الليلة الماضية",
        read.last_night,
        "لم يتوقف القصف [الليلة الماضية] على الأحياء.",
        "2016-11-27TNI",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "arabic",
        r"(?:هذا |هذه )?(?P<unit>الاسبوع|الشهر|العام|السنة) "
        rf"(?P<which>{any_of((*BEFORE, *AFTER, *NOW))})",
        read.period,
        "بدأت الحملة [الشهر الماضي] من الشمال.",
        "2016-10",
        "2016-10",
    ),
    Pattern(
        "arabic",
        r"(?:هذا|هذه) (?P<unit>الاسبوع|الشهر|العام|السنة)(?P<which>)",
        read.period,
        "تعقد الجلسة [هذا الأسبوع] في جنيف.",
        "2016-W48",
        "2016-11-28/2016-12-04",
    ),
    Pattern(
        "arabic",
        rf"(?:قبل|منذ) (?:نحو |حوالي )?(?:{_N} )?{_UNIT}",
        read.ago,
        "دخلوا الحي [قبل ثلاثة أيام] من الشرق.",
        "2016-11-25",
        "2016-11-25",
    ),
    Pattern(
        "arabic",
        rf"(?:ال)?{_UNIT} (?:ال)?(?:ـ ?)?{_N} (?:الماضية|الاخيرة)",
        read.trailing,
        "ازدادت الغارات خلال [الأيام الخمسة الماضية] كثيرا.",
        "P5D",
        "2016-11-24/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "arabic",
        rf"(?:ال)?(?:ـ ?)?(?P<n>\d+) {_UNIT} (?:الماضية|الاخيرة)",
        read.trailing,
        "غادر المئات خلال [الـ48 ساعة الماضية] من هناك.",
        "PT48H",
        "2016-11-26/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "arabic",
        rf"{_N} {_UNIT}",
        read.length,
        "استمر الحصار [خمسة أشهر] كاملة.",
        "P5M",
        "",
        "DURATION",
    ),
    Pattern(
        "arabic",
        rf"(?:عام|العام|سنة) {_YEAR}",
        read.year_named,
        "سيطروا على المدينة [عام ٢٠١٢] للمرة الأولى.",
        "2012",
        "2012",
    ),
)
