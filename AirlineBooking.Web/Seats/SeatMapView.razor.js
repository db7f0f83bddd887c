// The map's hands and clock: one tab stop, arrows by what is drawn, the panel, and the time that is left.
// The server owns what a seat is; this owns where the keyboard is and what is counted down.
import { answers } from '../js/live.js';
const warnAt = 120;
// Writing what stands there already would wake whoever watches for changes.
const write = (where, text) => { if (where && where.textContent !== text) where.textContent = text; };

export function attend(root, view, choosing) {
  const plane = root.querySelector('.plane'), card = root.querySelector('[data-card]'), warning = root.querySelector('[data-warning]');
  const all = () => [...plane.querySelectorAll('button.seat')];
  const number = seat => seat.ariaLabel.split(',')[0];
  const find = wanted => all().find(seat => number(seat) === wanted);
  const form = document.querySelector('[data-seat-change]'), move = card.querySelector('[data-move]'), moves = form && move && moving(form, move);
  let shown = null, chosen = null;

  function go(seat, focus = true) {
    if (!seat) return;
    plane.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    seat.tabIndex = 0;
    if (focus) seat.focus();
  }

  // The panel says of the seat under the pointer or the keyboard what its name says.
  function show(seat) {
    shown = seat;
    const [no, ...words] = seat.ariaLabel.split(', '), state = words.pop();
    const price = state === 'available' ? words.pop() ?? '' : '';
    write(card.querySelector('.no'), no);
    write(card.querySelector('.price'), moves ? moves.offer(no, price, state === 'available') : price);
    const about = [...words, moves?.isDear(price) ? 'costs more, not sold here' : state].join(', ');
    write(card.querySelector('.about'), about.charAt(0).toUpperCase() + about.slice(1) + '.');
    const take = card.querySelector('[data-take]');
    if (!take) return;
    take.textContent = seat.classList.contains('mine') ? `Give ${no} back` : state === 'available' ? `Take ${no}` : `${no} cannot be had`;
    take.ariaDisabled = String(Boolean(seat.ariaDisabled));
  }
  // What all seats have alike is not sent for each of them: it would be a quarter of what the server remembers of the map.
  for (const seat of all()) { seat.role = 'gridcell'; seat.tabIndex = -1; }
  // The server sends a class and a name; that a seat cannot be had follows from the class.
  const settle = seat => {
    const lost = ['held', 'taken', 'blocked'].some(state => seat.classList.contains(state));
    seat.ariaDisabled = lost ? 'true' : null;
  };
  all().forEach(settle);
  const renew = new MutationObserver(changes => {
    for (const change of changes) if (change.attributeName === 'class') settle(change.target);
    if (shown && changes.some(change => change.target === shown)) show(shown);
  });
  renew.observe(plane, { subtree: true, attributes: true, attributeFilter: ['aria-label', 'class'] });

  go(plane.querySelector('.mine') ?? plane.querySelector('button.seat:not([aria-disabled])') ?? plane.querySelector('button.seat'), false);

  async function pick(seat, wanted) {
    if (!choosing || seat?.ariaDisabled) return;
    seat?.setAttribute('data-asking', '');
    try { await view.invokeMethodAsync('PickAsync', wanted); } catch { /* The connection broke: the screen for that says so. */ }
    seat?.removeAttribute('data-asking');
  }
  const byPointer = event => { const seat = event.target.closest('button.seat'); if (seat && plane.contains(seat)) show(seat); };
  plane.addEventListener('focusin', byPointer);
  plane.addEventListener('pointerover', byPointer);
  // The way to the button leads over other seats.
  if (moves) {
    plane.addEventListener('pointerleave', () => { if (chosen) show(chosen); });
    form.addEventListener('change', () => { if (shown) show(shown); });
  }

  root.addEventListener('click', event => {
    const seat = event.target.closest('button.seat');
    if (seat && plane.contains(seat)) { go(seat); show(seat); chosen = seat; moves?.choose(number(seat)); pick(seat, number(seat)); return; }
    if (moves && shown && event.target.closest('[data-move]')) { moves.choose(number(shown)); form.requestSubmit(); return; }
    if (event.target.closest('[data-take]') && shown) { pick(shown, number(shown)); return; }
    const wanted = event.target.closest('[data-seat]')?.dataset.seat;
    if (!wanted) return;
    event.preventDefault();
    // The button that was pressed goes away with what it offered: the keyboard goes on at the seat, or in the list.
    const listed = event.target.closest('.seat-list');
    pick(find(wanted), wanted).then(() => listed ? listed.querySelector('[data-seat]')?.focus() : go(find(wanted)));
  });

  plane.addEventListener('keydown', event => {
    const here = event.target.closest('button.seat');
    if (!here || event.altKey || event.metaKey) return;
    const end = { Home: 0, End: -1 }[event.key];
    if (end !== undefined) {
      const line = event.ctrlKey ? all() : [...here.closest('.r').querySelectorAll('button.seat')];
      event.preventDefault();
      go(line.at(end));
      return;
    }
    if (event.key === 'h' && !event.ctrlKey) { root.querySelector('[data-extend]')?.click(); return; }
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    go(nearest(here, dx, dy, all()));
  });

  // Counted here, decided by the server.
  let until = '', ends = 0, whole = 1, warned = false;
  function tick() {
    const left = root.querySelector('time[data-left]');
    if (!left) { until = ''; return; }
    if (left.dataset.until !== until) {
      until = left.dataset.until;
      ends = Date.now() + left.dataset.left * 1000;
      whole = Math.max(900, +left.dataset.left);
      warned = false;
      const at = root.querySelector('time.until');
      write(at, new Date(until * 1000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }));
    }
    const seconds = Math.max(0, Math.round((ends - Date.now()) / 1000)), hold = left.closest('.hold');
    write(left, `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`);
    hold.style.setProperty('--left', `${seconds / whole * 100}%`);
    hold.classList.toggle('soon', seconds <= warnAt);
    if (seconds > warnAt) { write(warning, ''); warned = false; }
    else if (!warned && seconds > 0) {
      warned = true;
      write(warning, `Your seats are held for ${seconds > 60 ? '2 minutes' : `${seconds} seconds`} more. Press H on a seat, or the button Hold longer.`);
    }
  }
  const clock = setInterval(tick, 1000), drawn = new MutationObserver(tick);
  drawn.observe(root.querySelector('.side'), { subtree: true, attributes: true, attributeFilter: ['data-until'], childList: true });
  tick();
  plane.inert = false;
  delete root.dataset.unattended;
  answers();
  return { dispose() { clearInterval(clock); drawn.disconnect(); renew.disconnect(); } };
}

// Beside a trip that is booked the map fills in the form above it, and the card sends it. Nothing is owed for a seat that can be had there.
function moving(form, button) {
  const choice = form.querySelector('[data-seat-choice]'), who = () => form.querySelector('input[type=radio]:checked');
  const cost = price => price === 'no charge' ? 0 : Number(price.replace(/[^\d.]/g, ''));
  const isDear = price => price !== '' && cost(price) > Number(who().dataset.paid);
  const fit = () => {
    for (const option of choice.options) option.disabled = Number(option.dataset.price) > Number(who().dataset.paid);
    if (choice.selectedOptions[0]?.disabled) choice.value = '';
  };
  form.addEventListener('change', fit);
  fit();
  return {
    isDear,
    offer(no, price, isFree) {
      button.hidden = !isFree || isDear(price);
      button.textContent = button.hidden ? '' : `Move ${who().dataset.name} to ${no}`;
      return isDear(price) ? price : '';
    },
    choose(no) {
      // A seat that became free since the page was made can be had too.
      if (!button.hidden && ![...choice.options].some(option => option.value === no)) choice.add(new Option(no, no));
      choice.value = button.hidden ? '' : no;
    },
  };
}

function nearest(here, dx, dy, seats) {
  const middle = seat => { const box = seat.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
  const from = middle(here);
  let best, score = Infinity;
  for (const seat of seats) {
    const at = middle(seat), along = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const distance = along + 4 * Math.abs((at.x - from.x) * dy + (at.y - from.y) * dx);
    if (along > 2 && distance < score) { best = seat; score = distance; }
  }
  return best;
}
