/* Says dates in the language of the page. */
(function (page) {
  "use strict";

  const own = document.documentElement.lang;
  const language = { ar: "ar-SY-u-nu-latn", en: "en-GB" }[own] || own;
  const SHAPES = [{ year: "numeric" }, { year: "numeric", month: "long" }, { year: "numeric", month: "long", day: "numeric" }];

  /** Say a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD. */
  function calendarWords(date) {
    const parts = date.split("-");
    const when = new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1));
    return new Intl.DateTimeFormat(language, { timeZone: "UTC", ...SHAPES[parts.length - 1] }).format(when);
  }

  /** Say an EDTF date; what is uncertain about it stays a mark. */
  function dateWords(edtf) {
    const days = (edtf.match(/\d{4}(?:-\d\d){0,2}(?!\d|X)/g) || []).map(calendarWords);
    if (!days.length || /X|^\d{4}-[2-4]\d$/.test(edtf)) return edtf;
    const doubt = /[?~%]/.test(edtf) ? " (?)" : "";
    if (/^\[.*,/.test(edtf)) return new Intl.ListFormat(language, { type: "disjunction" }).format(days) + doubt;
    if (/^(\.\.)?\/|^\[\.\./.test(edtf)) return "… – " + days[0] + doubt;
    if (/\/(\.\.)?$|\.\.\]$/.test(edtf)) return days[0] + " – …" + doubt;
    return days.slice(0, 2).join(" – ") + doubt;
  }

  Object.assign(page, { calendarWords, dateWords });
}(Sijill.page));
