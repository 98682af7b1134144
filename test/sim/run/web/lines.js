import { el, linked } from './dom.js';
import { markdown } from './markdown.js';

const TIME = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const TONES = { good: '✓', notice: '—', problem: '✕' };

export const timeOf = (at) => TIME.format(at);

/** One thing in a conversation. `press` is called with the line and the button. */
export function lineOf(line, { platform, press }) {
  const { key, at, side, who, form, text, picture, buttons = [], after, tail, judged } = line;
  const says = el('div', { className: 'bubble' });
  if (picture) {
    const src = /^https?:/.test(picture) ? picture : `/api/${platform}/media/${encodeURIComponent(picture)}`;
    says.append(el('img', { src, alt: '图片', loading: 'lazy' }));
  }
  if (text) says.append(el('div', { className: 'words' }, ...(form === 'markdown' ? markdown(text) : linked(text))));
  const pressed = buttons.map((one) => buttonOf(one, () => press(key, one)));
  const choices = pressed.length > 0 ? el('div', { className: 'buttons' }, ...pressed) : '';
  const isOwn = side === 'person';
  if (!isOwn) says.append(choices);
  if (after) says.append(el('div', { className: 'words' }, ...linked(after)));
  if (tail) says.append(el('p', { className: 'tail', textContent: tail }));
  return el(
    'article',
    { className: 'line', dataset: { side, key } },
    el('p', { className: 'by', textContent: side === 'note' ? timeOf(at) : `${who} ${timeOf(at)}` }),
    says,
    isOwn ? choices : '',
    judged ? judgedOf(judged) : '',
  );
}

function judgedOf({ tone, text }) {
  return el('p', { className: 'judged', dataset: { tone }, textContent: `${TONES[tone]} ${text}` });
}

export function buttonOf({ label, isOff = false }, pressed) {
  return el('button', { type: 'button', textContent: label, disabled: isOff, onclick: pressed });
}
