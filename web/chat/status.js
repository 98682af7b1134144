import { WORDS } from './words.js';

/** Whether the network and the service are there, in the header and, where not, in a bar. */
export function status(state, bar) {
  let reached = true;
  addEventListener('online', show);
  addEventListener('offline', show);
  show();

  return {
    connected(yes) {
      reached = yes;
      show();
    },
  };

  function show() {
    const fine = navigator.onLine && reached;
    state.dataset.tone = fine ? '' : 'off';
    state.textContent = fine ? WORDS.online : navigator.onLine ? WORDS.connecting : WORDS.offline;
    bar.hidden = fine;
    bar.textContent = fine ? '' : navigator.onLine ? WORDS.connectingBar : WORDS.offlineBar;
  }
}
