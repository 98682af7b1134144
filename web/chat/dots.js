import { element } from './element.js';
import { WORDS } from './words.js';

/** That an answer is being made: `typing`, after a while `slow`, or nothing. */
export function dots() {
  const words = element('span', { class: 'aside' }, WORDS.typing);
  const node = element(
    'div',
    { class: 'line bot', hidden: true },
    element('p', { class: 'bubble dots' }, element('i'), element('i'), element('i'), words),
  );
  return {
    node,
    show(how) {
      node.hidden = how === undefined;
      words.textContent = how === 'slow' ? WORDS.slow : WORDS.typing;
      words.className = how === 'slow' ? '' : 'aside';
    },
  };
}
