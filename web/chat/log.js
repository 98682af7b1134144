import { markChoice } from './choices.js';
import { dots } from './dots.js';
import { element } from './element.js';
import { lineNode, welcomeNode } from './line.js';
import { ownBubble } from './own.js';
import { sameWords } from './same-words.js';
import { moment } from './time.js';

/** Milliseconds between two lines after which the time stands between them. */
const PAUSE = 10 * 60_000;
/** Pixels from the end within which new lines pull the view along. */
const NEAR = 80;

/**
 * The conversation on the screen. Each line of the service is shown once, in the order of its number; what was just
 * written here stands at the end until its own number is known. `on` hears what is pressed in a line.
 */
export function createLog(root, scroll, on) {
  /** `{ seq, at, by, node }`, by number. A note of the page has the number of the line before it and a half. */
  let entries = [];
  /** What was written here. */
  let mine = [];
  /** The first line that is still there. */
  let from = 0;
  const waiting = dots();
  root.append(waiting.node);
  let loading = false;
  let atEnd = true;
  scroll.addEventListener('scroll', () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  });
  // The keyboard of a phone and a growing composer take room from the end.
  new ResizeObserver(() => atEnd && settle()).observe(scroll);

  return {
    show,
    write,
    number,
    adopt,
    note,
    forget,
    clear,
    settle,
    wait,
    last: () => Math.floor(entries.at(-1)?.seq ?? 0),
    busy,
  };

  /** Whether a history is being shown, which nobody wants to hear read aloud line by line. */
  function busy(yes) {
    loading = yes;
    root.setAttribute('aria-busy', yes);
  }

  /** A line of the service, from an answer or from the event stream. */
  function show(line) {
    if (line.seq < from || entries.some(({ seq }) => seq === line.seq)) return;
    const ours = line.by === 'user' && mine.find(({ seq, text }) => seq === undefined && sameWords(text, line.text));
    if (ours) {
      number(ours, line.seq, line.at);
      return;
    }
    // Measuring after every line of a long history would take seconds on a phone.
    const along = atEnd && !loading;
    const begins =
      line.begins ?? (line.by === 'bot' && line.seq === entries.length + 1 && entries.every(({ by }) => by === 'bot'));
    insert(
      { seq: line.seq, at: line.at, by: line.by, node: begins ? welcomeNode(line, on) : lineNode(line, on) },
      !begins,
    );
    if (line.by === 'user') markChoice(root, line.text);
    if (along) settle();
  }

  /** What a person just wrote, before the service knows of it. */
  function write(text, pictures) {
    const bubble = ownBubble(text, pictures);
    adopt(bubble);
    return bubble;
  }

  /** Puts a bubble at the end: a new one, or one whose conversation ended before it was sent. */
  function adopt(bubble) {
    mine = [...mine.filter((other) => other !== bubble), bubble];
    root.insertBefore(bubble.node, waiting.node);
    markChoice(root, bubble.text);
    settle();
  }

  /** Gives what was written here its number, and so its place. */
  function number(bubble, seq, at) {
    if (bubble.seq !== undefined) return;
    bubble.seq = seq;
    bubble.delivered();
    remove((entry) => entry.seq === seq);
    if (seq < from) bubble.node.remove();
    else insert({ seq, at, by: 'user', node: bubble.node }, true);
  }

  /** Something the page itself has to say. */
  function note(text) {
    const node = element('p', { class: 'line note' }, text);
    insert({ seq: Math.floor(entries.at(-1)?.seq ?? 0) + 0.5, by: 'note', node }, false);
    node.scrollIntoView({ block: 'nearest' });
  }

  /** Takes away all lines before one: the service has erased them. */
  function forget(before) {
    from = before;
    remove(({ seq }) => Number.isInteger(seq) && seq < from);
  }

  function clear() {
    remove(() => true);
    for (const { node } of mine) node.remove();
    mine = [];
    from = 0;
  }

  function insert(entry, dated) {
    const at = entries.filter(({ seq }) => seq <= entry.seq).length;
    const before = entries.slice(0, at).findLast((other) => other.at)?.at;
    if (dated && entry.at && (!before || Date.parse(entry.at) - Date.parse(before) > PAUSE)) {
      entry.node.prepend(element('time', { class: 'stamp', datetime: entry.at }, moment(entry.at)));
    }
    const next = entries[at]?.node ?? unnumbered(entry.node) ?? waiting.node;
    // Moving a node that is in its place already would make it appear again, and be read aloud again.
    if (!entry.node.isConnected || entry.node.nextElementSibling !== next) root.insertBefore(entry.node, next);
    entries = [...entries.slice(0, at), entry, ...entries.slice(at)];
  }

  function unnumbered(except) {
    return mine.find(({ seq, node }) => seq === undefined && node !== except)?.node;
  }

  function remove(unwanted) {
    for (const entry of entries) if (unwanted(entry)) entry.node.remove();
    entries = entries.filter((entry) => !unwanted(entry));
  }

  /** Says that an answer is being made: `typing`, `slow`, or nothing. */
  function wait(how) {
    waiting.show(how);
    if (how) settle();
  }

  /** Shows the end; of a long answer its beginning, under the question. How a conversation begins stays in view. */
  function settle() {
    const asked = [...root.querySelectorAll('.me')].at(-1);
    if (!asked) return;
    scroll.scrollTop = Math.min(scroll.scrollHeight - scroll.clientHeight, asked.offsetTop - 12);
  }
}
