import { call } from './api.js';
import { composer } from './composer.js';
import { download } from './download.js';
import { follow } from './follow.js';
import { createLog } from './log.js';
import { menu } from './menu.js';
import { createOutbox } from './outbox.js';
import { createSession } from './session.js';
import { status } from './status.js';
import { moment } from './time.js';
import { followKeyboard } from './viewport.js';
import { vote } from './vote.js';
import { WORDS } from './words.js';

/** Lines in one page of the history, as the service gives them. */
const PAGE = 500;
/** Milliseconds between two attempts to load. */
const AGAIN = 3000;

const at = (id) => document.getElementById(id);
const state = status(at('state'), at('bar'));
const session = createSession({
  onOpen: followOn,
  onElsewhere: (next) => (next ? begin(next) : startOver(WORDS.erasedElsewhere)),
});
const log = createLog(at('log'), at('scroll'), {
  choose(text, event) {
    outbox.send(text);
    // Its button is used up; without a place the keyboard would start at the top of the page.
    if (event.detail === 0) say.focus();
  },
  file(id) {
    const { talk, token } = session.current;
    return call(`talks/${talk}/files/${id}`, { token });
  },
  async vote(seq, helpful, button) {
    if (!(await vote(session.current, seq, helpful, button))) log.note(WORDS.voteFailed);
  },
});
const outbox = createOutbox({ session, log, onExpired: () => startOver(WORDS.expired) });
const say = composer(at('composer'), { send: outbox.send });
let stopFollowing = () => undefined;

at('human').addEventListener('click', () => outbox.send(WORDS.person));
menu(at('more'), (what) => ({ restart, download: save, erase: askErase })[what]());
at('erase').addEventListener('close', () => at('erase').returnValue === 'erase' && erase());
followKeyboard();
begin(session.current);

/** Shows the conversation that this browser is in, or how one begins. */
async function begin(current) {
  stopFollowing();
  log.clear();
  log.busy(true);
  await (current ? resume(current) : welcome());
  log.busy(false);
  log.settle();
}

async function welcome() {
  const { messages } = await patient(() => call('welcome'));
  for (const [index, reply] of messages.entries()) log.show({ ...reply, seq: index + 1, by: 'bot', begins: true });
}

async function resume(current) {
  for (;;) {
    const got = await patient(() =>
      call(`talks/${current.talk}/messages?after=${log.last()}`, { token: current.token }),
    );
    if (!got) return startOver(WORDS.expired);
    for (const line of got.messages) log.show(line);
    if (got.messages.length < PAGE) break;
  }
  followOn(current);
}

/** Asks until an answer comes; undefined where the conversation is gone. */
async function patient(ask) {
  for (;;) {
    const got = await ask();
    state.connected(got.ok || got.status === 401);
    if (got.ok) return got.data;
    if (got.status === 401) return undefined;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

function followOn(current) {
  stopFollowing();
  stopFollowing = follow(current, {
    after: log.last,
    onLine: log.show,
    onState(next) {
      log.forget(next.from);
      state.held(next);
    },
    onLost: () => session.current === current && startOver(WORDS.erasedElsewhere),
  });
}

async function startOver(why) {
  session.forget();
  state.held({ state: 'bot' });
  await begin(undefined);
  log.note(why);
}

function restart() {
  if (session.current) outbox.send(WORDS.restart);
  say.focus();
}

async function save() {
  if (!session.current) log.note(WORDS.nothingToDownload);
  else if (!(await download(session.current))) log.note(WORDS.downloadFailed);
}

function askErase() {
  if (!session.current) {
    log.note(WORDS.nothingToErase);
    return;
  }
  // Escape would leave what was pressed last time.
  at('erase').returnValue = 'keep';
  at('erase').showModal();
}

async function erase() {
  const { talk, token } = session.current;
  stopFollowing();
  const got = await call(`talks/${talk}`, { method: 'DELETE', token });
  if (got.ok) await startOver(WORDS.erased(got.data.erased, moment(got.data.at)));
  else if (got.status === 401) await startOver(WORDS.erasedElsewhere);
  else {
    log.note(WORDS.eraseFailed);
    followOn(session.current);
  }
}
