import type { Wrong } from './answer-checker.ts';
import { anyOf } from './answer-checker.ts';
import type { Part } from './casting.ts';
import type { Platform, Saying, SeenMessage } from './platform.ts';

export interface PersonProblem extends Wrong {
  readonly person: string;
}

export interface PlayedPeople {
  /** Milliseconds from a message to the last of its answer, as the person sees it. */
  readonly times: readonly number[];
  readonly seconds: number;
  /** Deliveries beyond the first. */
  readonly repeats: number;
  /** Messages that were said together with another one. */
  readonly together: number;
  /** Choices that were picked by their number or button. */
  readonly picked: number;
  readonly problems: readonly PersonProblem[];
}

/** How often it is looked at what came, and how long an answer may take; in milliseconds. */
const EVERY = 5;
const PATIENCE = 60_000;
/** Between two things that somebody says without waiting: nobody types faster. */
const BETWEEN = 200;
/** How long it is watched whether something still comes that nobody waits for. */
const AFTERWARDS = 3_000;

/** Everybody plays their part at once; all that anybody sees is looked at as it comes. */
export async function playPeople(platform: Platform, parts: readonly Part[]): Promise<PlayedPeople> {
  const problems: PersonProblem[] = [];
  const people = parts.map((part) =>
    playing(platform, part, (wrong) => problems.push({ ...wrong, person: part.person })),
  );
  const looking = setInterval(() => {
    for (const { look } of people) look();
  }, EVERY);
  const begun = platform.clock.now();
  try {
    await Promise.all(people.map(({ play }) => play()));
    const seconds = (platform.clock.now() - begun) / 1_000;
    await platform.clock.advance(AFTERWARDS);
    for (const { look } of people) look();
    const sum = (one: (person: (typeof people)[number]) => number) =>
      people.reduce((total, person) => total + one(person), 0);
    return {
      ...{ seconds, problems, times: people.flatMap(({ times }) => times) },
      repeats: sum(({ counts }) => counts.repeats),
      together: sum(({ counts }) => counts.together),
      picked: sum(({ counts }) => counts.picked),
    };
  } finally {
    clearInterval(looking);
  }
}

function playing(platform: Platform, part: Part, told: (wrong: Wrong) => void) {
  const { person, dialogues, together, copies } = part;
  const { clock } = platform;
  const checker = anyOf(dialogues);
  const said = dialogues[0] ?? [];
  const askedAt: number[] = [];
  const times: number[] = [];
  const counts = { repeats: 0, together: 0, picked: 0 };
  const late: (() => void)[] = [];
  let saw = 0;
  let last: SeenMessage | undefined;
  let waiting: { readonly turns: number; readonly done: () => void } | undefined;

  const look = (): void => {
    const all = platform.seen(person);
    for (; saw < all.length; saw += 1) {
      const message = all[saw];
      if (!message) return;
      const before = checker.answered;
      const wrong = checker.saw(message.text);
      if (wrong) told(wrong);
      else last = message;
      for (let turn = before; turn < checker.answered; turn += 1) times.push(message.at - (askedAt[turn] ?? 0));
    }
    if (waiting && checker.answered >= waiting.turns) waiting.done();
  };
  const answered = (turns: number): Promise<boolean> =>
    new Promise((resolve) => {
      const callOff = clock.after(PATIENCE, () => resolve(false));
      const done = (): void => {
        waiting = undefined;
        callOff();
        resolve(true);
      };
      waiting = { turns, done };
      look();
    });
  const saying = (at: number, isAlone: boolean): Saying => {
    const text = said[at]?.said ?? '';
    const copied = copies.find((one) => one.at === at);
    const offered = said[at - 1]?.lines.findLast(({ choices }) => choices.length > 0)?.choices ?? [];
    const pick = isAlone && last && offered.includes(text) ? pickOf(last, text) : undefined;
    if (pick) counts.picked += 1;
    const times = copied && !copied.late ? 1 + copied.again : 1;
    counts.repeats += copied?.again ?? 0;
    return { person, text, copies: times, ...pick };
  };

  return {
    ...{ look, times, counts },
    async play(): Promise<void> {
      for (let at = 0; at < said.length; ) {
        const both = at === together;
        const turns = both ? [at, at + 1] : [at];
        const again = copies.find((one) => one.at === at && one.late);
        const [first, ...others] = turns.map((turn) => saying(turn, !both));
        const isShuffled = dialogues.length > 1;
        const say = (...sayings: readonly Saying[]): (() => void) => {
          for (const _ of sayings) {
            askedAt.push(clock.now());
            checker.asked();
          }
          return platform.say(sayings, isShuffled);
        };
        const redeliver = first ? say(first, ...(isShuffled ? others : [])) : () => {};
        for (const other of isShuffled ? [] : others) {
          await clock.advance(BETWEEN);
          say(other);
        }
        if (both) counts.together += 2;
        for (const one of late.splice(0)) one();
        at += turns.length;
        if (!(await answered(at))) {
          const missing = said[checker.answered];
          return told({ is: 'lost', what: `“${missing?.said}”过了 ${PATIENCE / 1_000} 秒还没有答完` });
        }
        for (let nth = 0; again && nth < again.again; nth += 1) late.push(redeliver);
      }
      for (const one of late.splice(0)) one();
    },
  };
}

/** How a choice is picked: by its button, or by the mark before it; undefined where it has neither. */
function pickOf({ text, buttons }: SeenMessage, choice: string): Pick<Saying, 'text' | 'button'> | undefined {
  const button = buttons?.get(choice);
  if (button !== undefined) return { text: choice, button };
  const mark = text.split('\n').findLast((line) => line.trim().endsWith(choice));
  const found = mark && /^(?:回复 )?([0-9A-Z]{1,2})[ ：]/.exec(mark.trim());
  return found?.[1] !== undefined && mark?.trim().length === found[0].length + choice.length
    ? { text: found[1] }
    : undefined;
}
