// The steps of a booking: what is typed is saved while it is typed, the time that seats are held runs down, and a button that
// pays is pressed once. Without this script each of them works with the form alone.
const seen = new WeakSet();

export function prepare() {
  const form = document.querySelector('form[data-draft]');
  if (form && !seen.has(form)) { seen.add(form); saveAsTyped(form); }
  const hold = document.querySelector('[data-hold-until]');
  if (hold && !seen.has(hold)) { seen.add(hold); countDown(hold); }
  const pay = document.querySelector('form[data-once]');
  if (pay && !seen.has(pay)) { seen.add(pay); once(pay); }
  const problems = document.querySelector('#problems');
  if (problems && !seen.has(problems)) { seen.add(problems); problems.focus({ preventScroll: false }); }
}

const rest = 600;

function saveAsTyped(form) {
  const said = form.querySelector('[data-saved]');
  let waiting, saving = Promise.resolve();
  const save = () => {
    clearTimeout(waiting);
    saving = saving.then(async () => {
      try {
        const answer = await fetch(form.dataset.draft, { method: 'POST', body: new FormData(form), redirect: 'error' });
        if (!answer.ok) throw new Error();
        const previews = await answer.json();
        form.querySelectorAll('.passenger').forEach((section, i) => show(section, previews[i]));
        said.textContent = 'Saved.';
      } catch {
        said.textContent = 'Not saved yet: there is no connection. What you typed is kept when you continue.';
      }
    });
  };
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(save, rest); });
  form.addEventListener('change', save);
}

function show(section, preview) {
  if (!preview) return;
  const ticket = section.querySelector('[data-ticket]');
  ticket.hidden = !preview.ticket;
  ticket.querySelector('b').textContent = preview.ticket ?? '';
  for (const field of section.querySelectorAll('[data-spelling]')) field.hidden = !preview.needsSpelling;
}

const warnings = [120, 30], wholeHold = 900;

function countDown(hold) {
  const until = Number(hold.dataset.holdUntil), left = hold.querySelector('[data-left]'), warning = hold.querySelector('[data-warning]');
  const whole = Math.max(wholeHold, (until - Date.now()) / 1000);
  let before = Infinity;
  const tick = () => {
    if (!hold.isConnected) { clearInterval(clock); return; }
    const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
    left.textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    hold.style.setProperty('--left', `${seconds / whole * 100}%`);
    const reached = warnings.find(each => before > each && seconds <= each && seconds > 0);
    if (reached && before !== Infinity) warning.textContent = `Your seats are held for ${reached === 30 ? '30 seconds' : '2 minutes'} more.`;
    hold.classList.toggle('soon', seconds <= warnings[0]);
    if (seconds === 0) { clearInterval(clock); location.reload(); }
    before = seconds;
  };
  const clock = setInterval(tick, 1000);
  tick();
}

function once(form) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'true';
    const button = form.querySelector('[data-busy]');
    button.textContent = button.dataset.busy;
    button.setAttribute('aria-disabled', 'true');
  });
  // A page that comes back out of the browser's memory can be used again.
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
}
