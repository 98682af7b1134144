import { element, icon } from './element.js';
import { ownNode } from './line.js';
import { WORDS } from './words.js';

/**
 * A bubble of one's own with its delivery state under it. `seq` and `at` stay undefined until the service has
 * numbered it.
 */
export function ownBubble(text, pictures) {
  const node = ownNode(text, { pictures });
  const bar = element('progress', { max: 1, value: 0, 'aria-label': WORDS.uploading });
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
    looking: () => set('', 'clock', WORDS.looking),
    delivered: () => set('', 'check', WORDS.sent),
    later: () => set('', 'clock', WORDS.later),
    inSeconds: (seconds) => set('', 'clock', WORDS.inSeconds(seconds)),
    refused: (message) => set('bad', 'alert', message),

    /** How much of the pictures is there, 0 to 1. Only the bar moves: words that change are read aloud each time. */
    uploading(share) {
      bar.value = share;
      if (!bar.isConnected) set('', 'clock', WORDS.uploading, bar);
    },

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
