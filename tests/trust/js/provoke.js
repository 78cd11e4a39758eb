// Do what a reader might: call each handler, follow each address that is a script.
(page) => {
  for (const each of (page || window).document.querySelectorAll('*')) {
    for (const { name } of [...each.attributes]) {
      if (/^on/i.test(name)) each.dispatchEvent(new Event(name.slice(2).toLowerCase()));
    }
    if (/^\s*(javascript|vbscript):/i.test(each.getAttribute('href') || '') && each.click) each.click();
  }
}
