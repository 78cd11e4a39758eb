/* Counts results by month, or by year where they are spread wide, and draws the counts. */
(function (page) {
  "use strict";

  const BARS = 60;            // more months than that are shown as years
  const MOST = 400;           // more bars than that say nothing
  const ROOM = 12;            // bars that fill the width: fewer are no wider
  const EPOCH = 719163, DAY = 86400000; // 1970-01-01 as the index counts days

  const { at, say, draw } = page;

  /** Answer [{name, after, before, count}], a period each, empty ones among them; none for one period. */
  function periods(days) {
    const months = days.map((day) => {
      const date = new Date((day - EPOCH) * DAY);
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    });
    const least = months.reduce((a, b) => Math.min(a, b), Infinity), most = months.reduce((a, b) => Math.max(a, b), -Infinity);
    const wide = most - least >= BARS ? 12 : 1;
    const start = Math.floor(least / wide), length = Math.floor(most / wide) - start + 1;
    if (!(length > 1 && length <= MOST)) return [];
    const name = (number) => wide === 12 ? String(number) : Math.floor(number / 12) + "-" + String(number % 12 + 1).padStart(2, "0");
    const found = Array.from({ length }, (_, bar) => ({ after: name(start + bar), before: name(start + bar + 1), count: 0 }));
    months.forEach((month) => { found[Math.floor(month / wide) - start].count++; });
    return found;
  }

  /** Draw periods; a click on a bar narrows down to it, as the buttons of the list do. */
  function histogram(found) {
    at("histogram").replaceChildren();
    if (!found.length) return;
    const high = found.reduce((most, each) => Math.max(most, each.count), 0);
    const label = say(found[0].after.length === 4 ? "years" : "months", {
      first: page.calendarWords(found[0].after), last: page.calendarWords(found[found.length - 1].after), most: high,
    });
    const drawing = draw("svg", { viewBox: "0 0 " + 10 * Math.max(found.length, ROOM) + " 100", preserveAspectRatio: "none", class: "histogram", role: "img", "aria-label": label });
    found.forEach((period, bar) => {
      const tall = period.count ? Math.max(4, (96 * period.count) / high) : 0;
      const group = draw("g", {}, draw("title", {}, page.calendarWords(period.after) + ": " + period.count),
        draw("rect", { class: "bar", x: bar * 10 + 1, y: 98 - tall, width: 8, height: tall }),
        draw("rect", { class: "room", x: bar * 10, y: 0, width: 10, height: 100 }));
      group.addEventListener("click", () => page.choosePeriod(period));
      drawing.append(group);
    });
    drawing.append(draw("line", { x1: 0, y1: 99, x2: found.length * 10, y2: 99 }));
    at("histogram").append(drawing);
  }

  Object.assign(page, { periods, histogram });
}(Sijill.page));
