import { request } from './api.js';
import { eventStream } from './event-stream.js';

/** Milliseconds before the first new attempt; each one after it waits twice as long, up to the most. */
const FIRST_WAIT = 1000;
const MOST_WAIT = 30_000;

/** A stream that says nothing for so many milliseconds is dead: the service gives a sign of life every 20 s. */
const SILENCE = 50_000;

/**
 * Follows a talk while the page is visible, so that other tabs' lines appear here too. `after()` is the number of the
 * last line shown; `onLine` gets each line after it, `onState` where the conversation begins, and `onLost` hears that
 * the talk does not exist any more. Returns how to stop.
 */
export function follow({ talk, token }, { after, onLine, onState, onLost }) {
  let running;
  const start = () => {
    if (running || document.hidden) return;
    running = new AbortController();
    run(running.signal);
  };
  const stop = () => {
    running?.abort();
    running = undefined;
  };
  const look = () => (document.hidden ? stop() : start());
  document.addEventListener('visibilitychange', look);
  start();
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };

  async function run(signal) {
    for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(wait * 2, MOST_WAIT)) {
      const silence = watch(signal);
      try {
        const response = await request(`talks/${talk}/events?after=${after()}`, { token, signal: silence.signal });
        if (response.status === 401) return void onLost();
        if (response.ok) {
          for await (const { event, data } of eventStream(response.body)) {
            wait = FIRST_WAIT;
            silence.heard();
            if (event === 'message' && data !== undefined) onLine(JSON.parse(data));
            else if (event === 'state') onState(JSON.parse(data));
          }
        }
      } catch {
        // The connection broke, fell silent, or `stop` ended it: the loop decides.
      } finally {
        silence.end();
      }
      if (!signal.aborted) await pause(wait, signal);
    }
  }
}

/** A signal that aborts with the outer one, or after too long a silence. */
function watch(outer) {
  const inner = new AbortController();
  const abort = () => inner.abort();
  let timer = setTimeout(abort, SILENCE);
  outer.addEventListener('abort', abort);
  return {
    signal: inner.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE);
    },
    end() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}

/** Ends early when the network is back, or at `stop`. */
function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal.addEventListener('abort', end, { once: true });
  });
}
