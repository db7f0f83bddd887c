// Pages with a live connection: what happens when it breaks, and how a test or a reader knows that it stands.
const root = document.documentElement;

/** Called by each live part that was drawn, and by the script of a part that has one: from the last of them on clicks are heard. */
export function answers() { if (!document.querySelector('[data-unattended]')) root.dataset.interactive = 'true'; }

const screen = () => document.querySelector('#components-reconnect-modal');

// A page that slept longer than its server remembers it looks alive and is not: it is read again.
const longestSleep = 110 * 60_000;
let hiddenAt = 0;

document.addEventListener('visibilitychange', () => {
  if (!screen()) return;
  if (document.hidden) { hiddenAt = Date.now(); return; }
  if (hiddenAt && Date.now() - hiddenAt > longestSleep) location.reload();
  else if (screen().dataset.state === 'failed') comeBack();
});

document.addEventListener('components-reconnect-state-changed', event => {
  const dialog = screen(), { state } = event.detail;
  if (!dialog) return;
  dialog.dataset.state = state;
  if (state === 'show') { delete root.dataset.interactive; if (!dialog.open) dialog.showModal(); }
  else if (state === 'hide') { if (dialog.open) dialog.close(); answers(); }
  // The server does not know this page any more: it restarted, or too long went by.
  else if (state === 'rejected') location.reload();
}, true);

document.addEventListener('click', event => {
  if (event.target.closest('#components-reconnect-button')) comeBack();
  else if (event.target.closest('#components-resume-button')) wake();
});

// True: back. False: the server is there but forgot the page. A throw: the server is not there.
async function comeBack() {
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) { screen()?.close(); answers(); } else location.reload();
  } catch { /* Still nobody there: the button stays, and waking the tab tries again. */ }
}
async function wake() {
  try { if (await Blazor.resumeCircuit()) { screen()?.close(); answers(); } else location.reload(); }
  catch { screen()?.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed'); }
}
