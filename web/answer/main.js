import { ask } from './ask.js';
import { element } from './element.js';
import { markdown } from './markdown.js';
import { moment } from './time.js';
import { WORDS } from './words.js';

const page = document.getElementById('page');
const again = document.getElementById('again');

again.addEventListener('click', load);
// Another link opened in the same tab differs behind the # only.
addEventListener('hashchange', load);
load();

/** Shows the 留言 that the address names, with the key behind its #. */
async function load() {
  const ticket = location.pathname.split('/').at(-1);
  const key = location.hash.slice(1);
  if (key === '') return show(note(WORDS.noKey));
  page.setAttribute('aria-busy', 'true');
  again.disabled = true;
  const got = await ask(ticket, key);
  again.disabled = false;
  show(...(got.data ? answered(got.data) : [note(faultOf(got))]));
}

function show(...nodes) {
  page.replaceChildren(...nodes);
  page.setAttribute('aria-busy', 'false');
}

function faultOf({ status, message }) {
  if (status === 429) return WORDS.tooOften;
  return (status > 0 && message) || WORDS.unreachable;
}

function answered({ ticket, at, text, answers }) {
  return [
    element('p', { class: 'quiet' }, WORDS.number(ticket)),
    part(WORDS.question, at, element('p', { class: 'said', dir: 'auto' }, text)),
    ...answers.map((answer) =>
      part(
        answer.name,
        answer.at,
        answer.text !== '' && element('div', { class: 'text' }, ...markdown(answer.text)),
        answer.pictures > 0 && element('p', { class: 'quiet' }, WORDS.pictures(answer.pictures)),
      ),
    ),
    answers.length === 0 && note(WORDS.none),
    element('p', { class: 'quiet' }, WORDS.masked),
  ].filter(Boolean);
}

function part(who, at, ...children) {
  const head = element('h2', {}, who, ' ', element('time', { datetime: at, class: 'quiet' }, moment(at)));
  return element('section', { class: who === WORDS.question ? 'card' : 'card agent' }, head, ...children);
}

function note(text) {
  return element('p', { class: 'card' }, text);
}
