"""Say which Arabic words name a month, a weekday, a unit or a number.

Spelled as scan.py prepares texts: every alif plain, a final alif maqsura as ya, digits ASCII.
Months have three sets of names: of the Levant and Iraq, of Egypt and the Gulf, of the Maghreb.
"""

from __future__ import annotations

_MONTHS = (
    ("كانون الثاني", "يناير", "جانفي"),
    ("شباط", "فبراير", "فيفري"),
    ("اذار", "مارس"),
    ("نيسان", "ابريل", "افريل"),
    ("ايار", "مايو", "ماي"),
    ("حزيران", "يونيو", "يونيه", "جوان"),
    ("تموز", "يوليو", "يوليوز", "يوليه", "جويلية"),
    ("اب", "اغسطس", "غشت", "اوت"),
    ("ايلول", "سبتمبر", "شتنبر"),
    ("تشرين الاول", "اكتوبر"),
    ("تشرين الثاني", "نوفمبر", "نونبر"),
    ("كانون الاول", "ديسمبر", "دجنبر"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
# "Father", "nice" and other words: a month only beside a day or a year.
MONTHS_AND_WORDS = frozenset({"اب", "ماي", "جوان", "اوت", "مارس"})
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الاحد"), 1
    )
}
PARTS = {
    "صباح": "MO",
    "فجر": "MO",
    "ظهر": "MI",
    "بعد ظهر": "AF",
    "عصر": "AF",
    "مساء": "EV",
    "ليلة": "NI",
    "ليل": "NI",
}
# A noun's forms: one, two, several, and counted from eleven; with TIMEX3's letter.
_UNITS = {
    "TM": ("دقيقة", "دقيقتين", "دقائق"),
    "TH": ("ساعة", "ساعتين", "ساعات"),
    "D": ("يوم", "يومين", "ايام", "يوما"),
    "W": ("اسبوع", "اسبوعين", "اسابيع", "اسبوعا"),
    "M": ("شهر", "شهرين", "اشهر", "شهور", "شهرا"),
    "Y": ("عام", "عامين", "اعوام", "عاما", "سنة", "سنتين", "سنوات"),
}
UNITS = {form: letter for letter, forms in _UNITS.items() for form in forms}
DUALS = frozenset(form for form in UNITS if form.endswith("ين"))
PLURALS = frozenset({"دقائق", "ساعات", "ايام", "اسابيع", "اشهر", "شهور", "اعوام", "سنوات"})
NUMBERS = {
    stem + ending: number
    for number, stem in enumerate(("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"), 3)
    for ending in ("", "ة")
}
BEFORE = ("الماضي", "الماضية", "الفائت", "الفائتة", "المنصرم", "المنصرمة", "السابق", "السابقة")
AFTER = ("المقبل", "المقبلة", "القادم", "القادمة")
NOW = ("الحالي", "الحالية", "الجاري", "الجارية")
