/** What a turn must come to. Undefined parts are not looked at. */
export interface Expected {
  kind: string;
  /** Entries it rests on, or the candidates of a clarification. */
  entries: readonly number[] | undefined;
  handoff: string | undefined;
  readonly texts: string[];
  readonly absent: string[];
  readonly buttons: string[];
  /** Diagnostic and verdict. */
  check: readonly [diagnostic: string, verdict: string] | undefined;
  readonly facts: (readonly [key: string, value: string])[];
}

export interface Spoken {
  readonly line: number;
  readonly text: string;
  /** What happens before it is said. */
  readonly before: readonly Event[];
  readonly expected: Expected;
}

/** `restart`: the process begins anew over the same store. `unsure 3 6`: the next message may mean entry 3 or 6. `break`: the knowledge fails once. */
export type Event =
  | { readonly is: 'restart' }
  | { readonly is: 'break' }
  | { readonly is: 'unsure'; readonly entries: readonly number[] };

export interface Dialogue {
  readonly title: string;
  readonly turns: readonly Spoken[];
}

/**
 * Reads dialogues as they are written in the `.talk` files:
 *
 *     # title
 *     > what the person says            (\n, \u202e and the like are read as escapes)
 *     < kind [entries] [handoff]        answer 1+12 · clarify 3/6 · handoff ticket
 *     + stands in our texts
 *     - does not
 *     ? is offered as a button
 *     * diagnostic verdict          ("-" for none)
 *     = fact value                      (value "-" for unknown)
 *     ! restart · break · unsure 3 6    happens before the next message
 *     // a remark
 */
export function readTalk(content: string, file: string): readonly Dialogue[] {
  const dialogues: { title: string; turns: Spoken[] }[] = [];
  let before: Event[] = [];
  for (const [at, raw] of content.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    const [, sign, rest = ''] = /^([#><+\-?=!*])\s*(.*)$/.exec(line) ?? [];
    const turns = dialogues.at(-1)?.turns;
    const expected = turns?.at(-1)?.expected;
    if (sign === '#') dialogues.push({ title: rest, turns: [] });
    else if (sign === '!' && turns) before.push(eventOf(rest));
    else if (sign === '>' && turns) {
      turns.push({ line: at + 1, text: unescaped(rest), before, expected: nothing() });
      before = [];
    } else if (sign && expected) expect(expected, sign, rest);
    else throw new Error(`${file}:${at + 1} cannot be read: ${line}`);
  }
  return dialogues;
}

function nothing(): Expected {
  return {
    kind: '',
    entries: undefined,
    handoff: undefined,
    texts: [],
    absent: [],
    buttons: [],
    check: undefined,
    facts: [],
  };
}

function expect(expected: Expected, sign: string, rest: string): void {
  if (sign === '+') expected.texts.push(rest);
  if (sign === '-') expected.absent.push(rest);
  if (sign === '?') expected.buttons.push(rest);
  if (sign === '=') expected.facts.push([rest.split(' ')[0] ?? '', rest.split(' ').slice(1).join(' ')]);
  if (sign === '*') {
    const [diagnostic = '-', verdict = '-'] = rest.split(/\s+/);
    expected.check = [diagnostic, verdict];
  }
  if (sign !== '<') return;
  const [kind = '', ...more] = rest.split(/\s+/);
  expected.kind = kind;
  for (const word of more) {
    if (/^\d/.test(word)) expected.entries = word.split(/[+/]/).map(Number);
    else expected.handoff = word;
  }
}

function eventOf(rest: string): Event {
  const [name, ...numbers] = rest.split(/\s+/);
  if (name === 'restart' || name === 'break') return { is: name };
  if (name === 'unsure' && numbers.length > 1) return { is: 'unsure', entries: numbers.map(Number) };
  throw new Error(`No such event: ${rest}`);
}

function unescaped(text: string): string {
  return text
    .replace(/\\n/g, '\n')
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
