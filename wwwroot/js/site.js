// What every page may use: the theme switch, quick navigation, and the search form's comforts when there is one.
// Nothing here is needed to use the site; each part only makes it pleasanter.
const root = document.documentElement;
const self = import.meta.url;

// Theme: the system's, until the passenger chooses. The server reads the cookie and sets data-theme before first paint.
document.addEventListener('click', event => {
  if (!event.target.closest('[data-theme-toggle]')) return;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${secure}`;
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) print();
});

// A part that comes alive takes the place of what was drawn first. What was pressed just then is gone when the finger
// is lifted, and no click follows: whoever is named the same in its place is clicked.
let pressed;
const named = button => button.ariaLabel ?? button.textContent;
document.addEventListener('pointerdown', event => { pressed = event.button === 0 ? event.target.closest('a, button') : null; });
document.addEventListener('pointerup', event => {
  const there = event.target.closest('a, button');
  if (pressed && !pressed.isConnected && there && named(there) === named(pressed)) there.click();
  pressed = null;
});

// Quick navigation (the framework's script, larger than the rest of the page together) arrives with the first sign of
// interest, so a first visit never waits for it.
const quick = document.querySelector('meta[name=quick-navigation]')?.content;
const interest = ['pointerover', 'pointerdown', 'keydown'];
let fetched = false;
function fetchQuick() {
  for (const sign of interest) document.removeEventListener(sign, onInterest);
  if (!quick || fetched) return;
  fetched = true;
  const script = document.createElement('script');
  script.src = quick;
  script.onload = () => {
    root.dataset.quick = 'ready';
    // The page stays in place and only its content changes: say so to those who listen instead of looking.
    Blazor.addEventListener('enhancedload', arrivedInPlace);
  };
  document.head.append(script);
}
function onInterest(event) { if (event.type === 'keydown' || event.target.closest?.('a, button, form')) fetchQuick(); }
for (const sign of interest) document.addEventListener(sign, onInterest, { passive: true });

// Where you left off: the last few searches, kept in this browser and nowhere else.
const most = 3;
function searches() { try { return JSON.parse(localStorage.getItem('searches')) ?? []; } catch { return []; } }
function remember() {
  const main = document.querySelector('main[data-search]');
  if (!main?.dataset.searchPrice) return;
  const { search: href, searchTitle: title, searchNote: note, searchPrice: price } = main.dataset;
  const path = href.split('&sort=')[0];
  const kept = [{ href, title, note, price }, ...searches().filter(each => each.href.split('&sort=')[0] !== path)].slice(0, most);
  try { localStorage.setItem('searches', JSON.stringify(kept)); } catch { /* A browser that keeps nothing keeps nothing. */ }
}
function recall() {
  const section = document.querySelector('[data-recent]');
  const kept = section ? searches() : [];
  if (!kept.length) return;
  section.querySelector('ul').replaceChildren(...kept.map(({ href, title, note, price }) => {
    const line = document.createElement('li'), link = document.createElement('a');
    if (href.startsWith('/flights?')) link.href = href;
    for (const [tag, kind, text] of [['strong', '', title], ['span', 'price', price], ['span', 'fine', note]]) {
      const part = document.createElement(tag);
      part.className = kind;
      part.textContent = text;
      link.append(part);
    }
    line.append(link);
    return line;
  }));
  section.hidden = false;
}

// A page that changes in place leaves the keyboard where the old page's link was, or nowhere: another page begins at its content.
let shown = location.pathname;
function arrivedInPlace() {
  const another = location.pathname !== shown || document.activeElement === document.body;
  if (another && !location.hash) document.querySelector('main')?.focus({ preventScroll: true });
  shown = location.pathname;
  arrived();
}

function arrived() {
  remember();
  recall();
  root.dataset.page = location.pathname + location.search;
  // A page with live parts needs its connection at once; one without answers by itself.
  if (document.querySelector('#components-reconnect-modal')) { import(new URL('live.js', self)); fetchQuick(); }
  else delete root.dataset.interactive;
  if (document.querySelector('form[data-draft], form[data-once], [data-hold-until], #problems')) import(new URL('book.js', self)).then(book => book.prepare());
  if (document.querySelector('[data-look-again]')) import(new URL('look-again.js', self)).then(looking => looking.lookAgain());
  if (document.querySelector('form.search-form')) import(new URL('search-form.js', self)).then(form => form.prepare());
}
arrived();
