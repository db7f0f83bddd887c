// A page that waits for something asks again by itself, ever less often, until it is decided. Without this, its link does.
const first = 3000, longest = 30000;

let waiting = 0;

export function lookAgain(pause = first) {
  clearTimeout(waiting);
  waiting = setTimeout(() => look(pause), pause);
}

async function look(pause) {
  const here = document.querySelector('[data-look-again]');
  if (!here) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const there = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    // Decided: the page as it is now, from its beginning, for those who look and for those who listen.
    if (answer.ok && there && !there.hasAttribute('data-look-again')) { location.reload(); return; }
  } catch { /* No connection: the next look may have one. */ }
  lookAgain(Math.min(longest, pause * 1.5));
}
