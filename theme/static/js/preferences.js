/* Runs in the head, before anything is painted: puts the reader's choices on <html>.
   They are kept in localStorage and in a cookie, since from disk Chromium keeps only the first
   from page to page and Firefox only the second. Nothing else about the reader is ever kept. */
var Sijill = window.Sijill || {};

(function () {
  "use strict";

  var CHOICES = { theme: ["auto", "light", "dark"], reading: ["annotated", "plain"] };

  function fromCookie(name) {
    var found = document.cookie.match(new RegExp("(?:^|; )sijill-" + name + "=([a-z]+)"));
    return found ? found[1] : null;
  }

  function read(name) {
    var value = null;
    try {
      value = localStorage.getItem("sijill-" + name);
    } catch (refused) { /* a browser may refuse storage to local files */ }
    value = value || fromCookie(name);
    return CHOICES[name].indexOf(value) > 0 ? value : CHOICES[name][0];
  }

  /** Return the reader's choice: "theme" is auto, light or dark; "reading" annotated or plain. */
  Sijill.choice = read;

  /** Keep a choice and apply it to this page. */
  Sijill.choose = function (name, value) {
    document.documentElement.setAttribute("data-" + name, value);
    try {
      localStorage.setItem("sijill-" + name, value);
    } catch (refused) { /* the cookie remains */ }
    document.cookie = "sijill-" + name + "=" + value + "; path=/; max-age=31536000; SameSite=Lax";
  };

  /** List the values a choice can have; the first is what holds without a choice. */
  Sijill.choices = function (name) { return CHOICES[name].slice(); };

  Object.keys(CHOICES).forEach(function (name) {
    document.documentElement.setAttribute("data-" + name, read(name));
  });
}());
