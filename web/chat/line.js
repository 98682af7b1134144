import { element, icon } from './element.js';
import { markdown } from './markdown.js';
import { WORDS } from './words.js';

/** One line of the conversation as it looks. `on` hears what is pressed: `choose(text, event)` and `vote(seq, helpful, button)`. */
export function lineNode(line, on) {
  if (line.by === 'user') return ownNode(line.text);
  if (line.by === 'system') return element('p', { class: 'line note', dir: 'auto' }, ...markdown(line.text));
  const resting = Boolean(line.sources?.length);
  return element(
    'article',
    { class: `line ${line.by}${resting ? ' resting' : ''}` },
    line.by === 'agent' ? element('p', { class: 'by' }, WORDS.agent) : spoken(WORDS.bot),
    element('div', { class: 'bubble' }, textNode(line.text), resting && sources(line.sources)),
    line.choices?.length > 0 && choices(line.choices, on.choose),
    resting && vote(line.seq, on.vote),
  );
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

/** What the person wrote: plain text, whatever is in it. */
export function ownNode(text) {
  return element(
    'article',
    { class: 'line me' },
    spoken(WORDS.me),
    element('p', { class: 'bubble', dir: 'auto' }, text),
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
