import { WORDS } from './words.js';

/** Who has the conversation, and whether the network and the service are there: in the header and, where not, in a bar. */
export function status(state, bar) {
  let reached = true;
  let talk = { state: 'bot' };
  addEventListener('online', show);
  addEventListener('offline', show);
  show();

  return {
    connected(yes) {
      reached = yes;
      show();
    },
    /** As the service tells it: `{ state, position }`. */
    held(next) {
      talk = next;
      show();
    },
  };

  function show() {
    const fine = navigator.onLine && reached;
    state.dataset.tone = fine ? '' : 'off';
    state.textContent = fine ? WORDS.held(talk) : navigator.onLine ? WORDS.connecting : WORDS.offline;
    bar.hidden = fine;
    bar.textContent = fine ? '' : navigator.onLine ? WORDS.connectingBar : WORDS.offlineBar;
  }
}
