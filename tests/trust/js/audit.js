// List what no page of the archive may have: scripts but the theme's, frames and plug-ins,
// handlers, addresses that are scripts, images from elsewhere.
(page) => {
  const NEVER = ['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'portal', 'math',
    'marquee', 'template', 'noscript', 'xmp', 'plaintext', 'audio', 'video', 'style'];
  const LOADS = ['img', 'image', 'source', 'track', 'link'];
  const KEYS = ['srcdoc', 'formaction', 'ping', 'background'];
  const { document, location } = page || window;
  const told = /\/search\.html$/.test(location.pathname) ? 'noscript' : '';  // the page's own
  const wrong = [];
  const own = (address) => /^data:|(^|\/)(theme|search)\/|(^|\/)book\.css$/.test(address || '');
  const scheme = (address) => {
    try { return new URL(address, document.baseURI).protocol; } catch { return ''; }
  };
  for (const each of document.querySelectorAll('*')) {
    const name = /1999\/xhtml|2000\/svg|Math/.test(each.namespaceURI) ? each.localName : '';
    const address = each.getAttribute('src') || each.getAttribute('href');
    if (name === 'script' && each.type !== 'application/ld+json' && !own(address)) wrong.push(name);
    if (LOADS.includes(name) && !own(address) && each.rel !== 'alternate') wrong.push(name);
    if (NEVER.includes(name) && name !== told) wrong.push(name);
    if (name === 'meta' && /refresh|set-cookie/i.test(each.httpEquiv)) wrong.push('refresh');
    for (const { name: key, value } of each.attributes) {
      if (/^on/i.test(key) || KEYS.includes(key.toLowerCase())) wrong.push(key);
      if (/href|src|action|data$/i.test(key) && /script:$/.test(scheme(value))) wrong.push(scheme(value));
    }
  }
  return wrong;
}
