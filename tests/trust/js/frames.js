// Open many documents at once, each in a frame of its own; say what each has and what it ran.
async ([documents, auditing, provoking]) => {
  const [audit, provoke] = [auditing, provoking].map((each) => (0, eval)(`(${each.replace(/^\/\/.*\n/gm, '')})`));
  const WAIT = 5000;
  const pause = () => new Promise((done) => { setTimeout(done, 20); });
  async function looked(frame) {
    const page = frame.contentWindow;
    const nodes = audit(page);
    provoke(page);
    await pause();  // what a click on a script's address runs, it runs later
    return { nodes, ran: page.__ran || [] };
  }
  const open = ([kind, text]) => new Promise((done) => {
    const frame = document.createElement('iframe');
    let told = null;
    const end = async () => {
      if (told) return;
      told = true;
      clearTimeout(late);
      await looked(frame).then(done, (error) => done({ nodes: [`led away: ${error.name}`], ran: [] }));
    };
    const late = setTimeout(end, WAIT);
    frame.onload = end;
    if (kind === 'text/html') frame.srcdoc = text;
    else frame.src = URL.createObjectURL(new Blob([text], { type: kind }));
    document.body.append(frame);
  });
  const seen = await Promise.all(documents.map(open));
  document.body.replaceChildren();
  const mine = window.__ran || [];
  window.__ran = [];
  if (mine.length) seen[0].ran.push(...mine.map((each) => `${each} in the page around`));
  return seen;
}
