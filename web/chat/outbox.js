import { call, newId, upload } from './api.js';
import { WORDS } from './words.js';

/** Milliseconds after which the page says that an answer is being made, and that it takes long. */
const TYPING = 1000;
const SLOW = 8000;

/**
 * Sends what is written, one message after the other. A message keeps its id through every attempt, so that one that
 * arrived although its answer was lost is not said twice.
 * `onExpired()` starts a new conversation where the old one is gone.
 */
export function createOutbox({ session, log, onExpired }) {
  const queue = [];
  let running = false;

  return { send };

  function send(text, pictures = []) {
    push({ id: newId(), text, pictures, bubble: log.write(text, pictures) });
  }

  function push(message) {
    if (navigator.onLine) message.bubble.sending();
    else message.bubble.later();
    queue.push(message);
    if (!running) run();
  }

  async function run() {
    running = true;
    for (let message = queue.shift(); message; message = queue.shift()) await deliver(message);
    running = false;
  }

  async function deliver(message) {
    const { bubble } = message;
    await online(bubble);
    bubble.sending();
    const answer = await waited((arrived) => post(message, arrived));
    if (answer.ok) {
      // Of a conversation that was erased meanwhile nothing comes back.
      if (message.talk === session.current?.talk) accept(message, answer.data);
    } else if (bubble.seq !== undefined) {
      // Only the answer was lost on its way: the events have brought it already, or will.
      bubble.delivered();
    } else if (answer.status === 401 && !message.moved) {
      await onExpired();
      log.adopt(bubble);
      await deliver({ ...message, moved: true });
    } else if (answer.status === 429) {
      await countDown(answer.wait || 10, bubble.inSeconds);
      await deliver(message);
    } else if (answer.status === 0) {
      if (navigator.onLine) bubble.failed(() => push(message));
      else await deliver(message);
    } else if (answer.status >= 500) {
      bubble.broken(
        answer.message ?? WORDS.fault,
        () => push(message),
        () => {
          bubble.failed(() => push(message));
          send(WORDS.person);
        },
      );
    } else {
      bubble.refused(answer.message ?? WORDS.failed);
    }
  }

  /** `arrived()` is told when nothing is left to do but to wait for the answer. */
  async function post(message, arrived) {
    const opened = await session.ensure();
    if (!opened.ok) return opened;
    const { talk, token } = opened.data;
    const { id, text, pictures, bubble } = message;
    message.talk = talk;
    const path = `talks/${talk}/messages`;
    if (pictures.length === 0) {
      arrived();
      return call(path, { method: 'POST', token, body: { id, text } });
    }
    const form = new FormData();
    form.set('id', id);
    form.set('text', text);
    for (const picture of pictures) form.append('picture', picture, picture.name);
    return upload(path, {
      token,
      form,
      onProgress: bubble.uploading,
      onArrived() {
        bubble.looking();
        arrived();
      },
    });
  }

  function accept({ bubble }, { messages }) {
    const [first] = messages;
    // The answer follows the question, whose number is the one before. One that erased everything was not kept itself.
    if (first) log.number(bubble, first.seq - 1, first.at);
    else bubble.delivered();
    for (const line of messages) log.show(line);
    log.settle();
  }

  async function waited(job) {
    const timers = [];
    try {
      return await job(() => {
        timers.push(
          setTimeout(() => log.wait('typing'), TYPING),
          setTimeout(() => log.wait('slow'), SLOW),
        );
      });
    } finally {
      timers.forEach(clearTimeout);
      log.wait(undefined);
    }
  }
}

function online(bubble) {
  if (navigator.onLine) return Promise.resolve();
  bubble.later();
  return new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}

async function countDown(seconds, tell) {
  for (let left = seconds; left > 0; left -= 1) {
    tell(left);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
