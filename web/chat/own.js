import { element, icon } from './element.js';
import { ownNode } from './line.js';
import { WORDS } from './words.js';

/**
 * A bubble of one's own with its delivery state under it. `seq` and `at` stay undefined until the service has
 * numbered it.
 */
export function ownBubble(text) {
  const node = ownNode(text);
  const state = element('p', { class: 'sent' });
  node.append(state);
  const set = (tone, name, words, ...more) => {
    node.querySelector('.fault')?.remove();
    state.dataset.tone = tone;
    state.replaceChildren(icon(name), words, ...more);
  };

  return {
    text,
    node,
    seq: undefined,
    sending: () => set('', 'clock', WORDS.sending),
    delivered: () => set('', 'check', WORDS.sent),
    later: () => set('', 'clock', WORDS.later),
    inSeconds: (seconds) => set('', 'clock', WORDS.inSeconds(seconds)),
    refused: (message) => set('bad', 'alert', message),

    failed(retry) {
      set('bad', 'alert', WORDS.failed, element('button', { type: 'button', click: retry }, WORDS.retry));
    },

    /** The service itself failed: a card says so and offers what to do. */
    broken(message, retry, person) {
      set('bad', 'alert', WORDS.failed);
      node.append(
        element(
          'div',
          { class: 'fault', role: 'alert' },
          element('h2', {}, icon('alert'), WORDS.faultTitle),
          element('p', {}, message),
          element(
            'div',
            { class: 'pair' },
            element('button', { type: 'button', class: 'button soft', click: retry }, WORDS.retry),
            element('button', { type: 'button', class: 'button', click: person }, WORDS.person),
          ),
        ),
      );
    },
  };
}
