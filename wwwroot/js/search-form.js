// The search form's comforts: completion of places, a calendar for days, swapping, and words that follow what is chosen.
// The form is complete without them: the server understands typed text, days and numbers by itself.
const most = 8;

export function prepare() {
  for (const form of document.querySelectorAll('form.search-form:not([data-prepared])')) {
    form.dataset.prepared = '';
    for (const input of form.querySelectorAll('[data-place]')) new PlaceField(input);
    for (const input of form.querySelectorAll('[data-day]')) dayField(input);
    whoField(form);
    form.querySelector('[data-swap]')?.addEventListener('click', () => swap(form));
    form.addEventListener('formdata', event => tidy(event.formData, form));
    for (const link of form.querySelectorAll('[data-carry]')) link.addEventListener('click', () => carry(link, form));
  }
}

// What is chosen travels as a code and a date; what is empty does not travel.
function tidy(data, form) {
  for (const input of form.querySelectorAll('[data-place]')) if (input.dataset.place) data.set(input.name, input.dataset.place);
  for (const input of form.querySelectorAll('[data-day]')) if (input.dataset.day) data.set(input.name, input.dataset.day);
  if (form.querySelector('#one-way')?.checked) data.delete('back');
  for (const [name, value] of [...data]) if (value === '') data.delete(name);
}

// Another kind of trip keeps what is filled in.
function carry(link, form) {
  const address = new URL(link.href);
  for (const [name, value] of new FormData(form)) if (name !== 'trip' && !address.searchParams.has(name)) address.searchParams.set(name, value);
  link.href = address.href;
}

function swap(form) {
  const [from, to] = [form.querySelector('#from'), form.querySelector('#to')];
  [from.value, to.value] = [to.value, from.value];
  [from.dataset.place, to.dataset.place] = [to.dataset.place, from.dataset.place];
  const [a, b] = [form.querySelector('#from-sub'), form.querySelector('#to-sub')];
  if (a && b) [a.textContent, b.textContent] = [b.textContent, a.textContent];
}

// A text field that lists what may be meant (the ARIA combobox pattern): arrows choose, Enter and Tab take, Escape closes.
class PlaceField {
  constructor(input) {
    this.input = input;
    this.list = document.createElement('ul');
    Object.assign(this.list, { id: input.id + '-list', className: 'places', hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Places');
    input.after(this.list);
    this.note = document.createElement('span');
    this.note.className = 'sr';
    this.note.setAttribute('role', 'status');
    this.list.after(this.note);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', event => this.key(event));
    input.addEventListener('focus', () => input.select());
    input.addEventListener('blur', () => this.leave());
    // Pressed rather than clicked: the field keeps its focus.
    this.list.addEventListener('pointerdown', event => {
      const option = event.target.closest('[role=option]');
      if (!option) return;
      event.preventDefault();
      this.take([...this.list.children].indexOf(option));
    });
  }

  typed() {
    this.input.dataset.place = '';
    this.input.removeAttribute('aria-invalid');
    this.sub('');
    this.ask();
  }

  async ask() {
    const text = this.input.value.trim();
    this.asked?.abort();
    if (text.length < 2) return this.close();
    this.asked = new AbortController();
    try {
      const answer = await fetch(`/api/v1/airports?limit=${most}&query=${encodeURIComponent(text)}`, { signal: this.asked.signal });
      if (answer.ok) this.show((await answer.json()).data);
    } catch (problem) {
      // A newer letter replaced this question, or the network is away: the server reads the text as it stands.
      if (problem.name !== 'AbortError') this.close();
    }
  }

  show(places) {
    this.places = places;
    this.at = places.length ? 0 : -1;
    this.list.replaceChildren(...places.map((place, index) => option(place, `${this.list.id}-${index}`)));
    this.list.hidden = !places.length;
    this.input.setAttribute('aria-expanded', String(places.length > 0));
    this.note.textContent = places.length === 1 ? '1 place' : `${places.length} places`;
    this.mark();
    this.input.dataset.listed = this.input.value.trim();
  }

  mark() {
    [...this.list.children].forEach((each, index) => each.setAttribute('aria-selected', String(index === this.at)));
    const chosen = this.list.children[this.at];
    if (chosen) {
      this.input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else this.input.removeAttribute('aria-activedescendant');
  }

  key(event) {
    if (this.list.hidden) {
      // A list that was closed opens again.
      if (event.key === 'ArrowDown') { event.preventDefault(); this.ask(); }
      return;
    }
    const count = this.places.length;
    if (event.key === 'ArrowDown') this.at = (this.at + 1) % count;
    else if (event.key === 'ArrowUp') this.at = (this.at - 1 + count) % count;
    else if (event.key === 'Escape') { event.preventDefault(); return this.close(); }
    else if (event.key === 'Enter') { event.preventDefault(); return this.take(this.at); }
    else if (event.key === 'Tab') return this.take(this.at);
    else return;
    event.preventDefault();
    this.mark();
  }

  take(index) {
    const place = this.places[index];
    if (!place) return;
    this.input.value = place.type === 'city' ? place.name : place.city;
    this.input.dataset.place = place.iata;
    this.sub(place.type === 'city' ? `${place.iata}, all airports` : `${place.iata}, ${place.name.replace(' Airport', '')}`);
    this.close();
  }

  // A field left while its list is open means its first line.
  leave() {
    if (!this.list.hidden) this.take(this.at);
    this.asked?.abort();
    this.close();
  }

  sub(text) { const line = document.getElementById(this.input.id + '-sub'); if (line) line.textContent = text; }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.note.textContent = '';
  }
}

function option(place, id) {
  const line = document.createElement('li');
  line.id = id;
  line.setAttribute('role', 'option');
  line.className = place.type;
  const name = document.createElement('strong');
  name.textContent = place.type === 'city' ? place.name : place.name.replace(' Airport', '');
  const where = document.createElement('span');
  where.textContent = place.type === 'city' ? 'All airports' : `${place.city}, ${country(place.country)}`;
  const code = document.createElement('b');
  code.textContent = place.iata;
  line.append(name, where, code);
  return line;
}

// Made when the first place is listed: it costs a slow phone a tenth of a second.
let countries;
function country(code) {
  countries ??= new Intl.DisplayNames(['en-GB'], { type: 'region' });
  try { return countries.of(code); } catch { return code; }
}

// Days are typed as people write them; a button opens the browser's own calendar.
function dayField(input) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'icon-btn calendar' });
  button.setAttribute('aria-label', `Choose the day ${input.id === 'back' ? 'back' : 'out'} from a calendar`);
  button.innerHTML = '<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M6 2v2H3v13h14V4h-3V2h-1.500v2h-5V2Zm-1.500 6.500h11v7h-11Z"/></svg>';
  button.addEventListener('click', () => openCalendar(input, button));
  input.addEventListener('input', () => { input.dataset.day = ''; input.removeAttribute('aria-invalid'); below(input, ''); });
  input.addEventListener('focus', () => input.select());
  input.parentElement.append(button);
}

// The browser's own field for days is made when it is first asked for: it is costly to make, and few ask.
function openCalendar(input, button) {
  let picker = input.parentElement.querySelector('.picker');
  if (!picker) {
    picker = document.createElement('input');
    Object.assign(picker, { type: 'date', className: 'picker', tabIndex: -1 });
    picker.setAttribute('aria-hidden', 'true');
    picker.addEventListener('input', () => picker.value && choose(input, picker.value));
    button.before(picker);
    // Laid out now: the calendar opens where its field is, and would find it nowhere.
    picker.getBoundingClientRect();
  }
  picker.value = input.dataset.day;
  picker.min = (input.id === 'back' && document.getElementById('out')?.dataset.day) || new Date().toISOString().slice(0, 10);
  picker.showPicker?.();
}

function choose(input, iso) {
  const day = new Date(iso + 'T12:00:00Z');
  const part = options => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(day);
  input.value = `${part({ weekday: 'short' })} ${part({ day: 'numeric' })} ${part({ month: 'short' }).slice(0, 3)}`;
  input.dataset.day = iso;
  below(input, iso.slice(0, 4));
  const [out, back] = ['out', 'back'].map(id => document.getElementById(id)?.dataset.day);
  if (out && back && back >= out) {
    const nights = Math.round((new Date(back) - new Date(out)) / 864e5);
    below(document.getElementById('back'), nights === 1 ? '1 night' : `${nights} nights`);
  }
}

function below(input, text) { const line = document.getElementById(input.id + '-sub'); if (line) line.textContent = text; }

// The closed line says who flies while the numbers change.
function whoField(form) {
  const count = name => Math.max(0, Number.parseInt(form.elements[name].value, 10) || 0);
  const words = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  form.querySelector('.who')?.addEventListener('input', () => {
    const [adults, children, infants] = ['adults', 'children', 'infants'].map(count);
    const parts = [[adults, 'adult', 'adults'], [children, 'child', 'children'], [infants, 'infant', 'infants']].filter(part => part[0] > 0).map(part => words(...part));
    form.querySelector('[data-people]').textContent = words(adults + children + infants, 'person', 'people');
    const who = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
    form.querySelector('[data-party]').textContent = `${who}, ${form.elements.cabin.selectedOptions[0].text.toLowerCase()}`;
  });
  // A click elsewhere closes the panel, as a menu would.
  document.addEventListener('pointerdown', event => { const who = form.querySelector('.who'); if (who?.open && !who.contains(event.target)) who.open = false; });
  form.querySelector('.who')?.addEventListener('keydown', event => { if (event.key === 'Escape') { event.currentTarget.open = false; event.currentTarget.querySelector('summary').focus(); } });
}
