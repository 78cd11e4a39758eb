// Keep what hostile strings call when they run.
window.__ran = [];
for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) {
  window[name] = () => { window.__ran.push(name); return null; };
}
document.write = document.writeln = () => { window.__ran.push('write'); };
