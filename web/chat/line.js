import { element, icon } from './element.js';
import { filesNode } from './files.js';
import { markdown } from './markdown.js';
import { thumbnail } from './thumbnail.js';
import { WORDS } from './words.js';

/**
 * One line of the conversation as it looks. `on` hears what is pressed, `choose(text, event)` and
 * `vote(seq, helpful, button)`, and gives the file with an id, `file(id)`.
 */
export function lineNode(line, on) {
  if (line.by === 'user') return ownNode(line.text, { kept: line.files?.length });
  if (line.by === 'system') return noteNode(line, on);
  const resting = Boolean(line.sources?.length);
  return element(
    'article',
    { class: `line ${line.by}${resting ? ' resting' : ''}` },
    line.by === 'agent' ? element('p', { class: 'by' }, line.name ?? WORDS.agent) : spoken(WORDS.bot),
    element('div', { class: 'bubble' }, textNode(line.text), resting && sources(line.sources)),
    line.files?.length > 0 && filesNode(line.files, on.file),
    line.choices?.length > 0 && choices(line.choices, on.choose),
    resting && vote(line.seq, on.vote),
  );
}

/** What the desk itself says: a note between the lines, perhaps with something to choose. */
function noteNode(line, on) {
  const note = element('p', { class: 'line note', dir: 'auto' }, ...markdown(line.text));
  if (!(line.choices?.length > 0)) return note;
  return element('div', { class: 'line' }, note, choices(line.choices, on.choose));
}

/** What we say before anything was asked: a headline of the page's own, the text, the topics. */
export function welcomeNode(line, on) {
  const topics = line.choices?.length > 0;
  return element(
    'article',
    { class: 'line welcome' },
    spoken(WORDS.bot),
    element('h2', {}, WORDS.headline),
    textNode(line.text),
    topics && choices(line.choices, on.choose),
    topics && element('p', { class: 'trust quiet' }, icon('page'), WORDS.trust),
  );
}

/**
 * What the person wrote: plain text, whatever is in it. Beside it the pictures that were sent from here, or how many
 * the service has kept.
 */
export function ownNode(text, { pictures = [], kept = pictures.length } = {}) {
  const count = WORDS.pictures(kept);
  const seen = pictures.length > 0;
  return element(
    'article',
    { class: 'line me' },
    spoken(WORDS.me),
    seen && element('ul', { class: 'shots' }, ...pictures.map((one) => element('li', {}, thumbnail(one, '')))),
    text === ''
      ? element('p', { class: `bubble${seen ? ' aside' : ''}` }, count)
      : element('p', { class: 'bubble', dir: 'auto' }, text),
    text !== '' && kept > 0 && element('p', { class: seen ? 'aside' : 'kept' }, icon('picture'), count),
  );
}

/** Who speaks, for those who listen. */
function spoken(who) {
  return element('span', { class: 'aside' }, `${who}：`);
}

function textNode(text) {
  return element('div', { class: 'text' }, ...markdown(text));
}

function sources(list) {
  return element(
    'ul',
    { class: 'sources' },
    ...list.map(({ title, date }) => {
      const words = element('span', {}, WORDS.source(title), element('span', { class: 'short' }, date));
      return element('li', { class: 'source' }, icon('page'), words);
    }),
  );
}

function choices(texts, choose) {
  const buttons = texts.map((text) =>
    element(
      'button',
      { type: 'button', class: 'pick', click: (event) => choose(text, event) },
      element('span', {}, text),
      icon('right'),
    ),
  );
  return element('div', { class: 'picks' }, ...buttons);
}

function vote(seq, cast) {
  const button = (value, words) =>
    element(
      'button',
      {
        type: 'button',
        value,
        'aria-pressed': 'false',
        click: (event) => cast(seq, value === 'yes', event.currentTarget),
      },
      icon('thumb'),
      words,
    );
  return element('div', { class: 'vote' }, button('yes', WORDS.helpful), button('no', WORDS.unhelpful));
}
