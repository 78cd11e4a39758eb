// Ask the search page for one thing after the other, as its address bar would; audit each answer.
async (queries) => {
  const wrong = [];
  document.getElementById('query').focus();
  while (!Sijill.whole || !Sijill.whole.page) await new Promise((done) => { setTimeout(done, 20); });
  for (const query of queries) {
    history.replaceState(null, '', `${location.pathname}?q=${encodeURIComponent(query)}`);
    window.dispatchEvent(new PopStateEvent('popstate'));
    await Sijill.search(query, {}).catch(() => null);
    await new Promise((done) => { setTimeout(done, 0); });
    wrong.push(...window.__audit());
    window.__provoke();
  }
  return wrong;
}
