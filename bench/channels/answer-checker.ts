import type { Difference } from '../load/compare-lines.ts';
import { bare, choicesOf, type Dialogue, tokensOf } from './expected.ts';

/** What is wrong with a message that somebody got. `lost`: it never came. */
export interface Wrong {
  readonly is: Difference;
  readonly what: string;
}

/** Looks at all that one person is sent, message by message, against what they must be answered. */
export interface AnswerChecker {
  /** They say the next thing; its answer may come from now on. */
  asked(): void;
  /** Something came. What is wrong is put aside: it is as if it had not come. */
  saw(text: string): Wrong | undefined;
  /** Turns whose answer is here, whole. */
  readonly answered: number;
}

interface Place {
  readonly turn: number;
  /** Parts of the turn's answer that came. */
  readonly tokens: number;
  /** Choices of it and of turns before that did not come yet: a channel may put them below what comes next. */
  readonly due: readonly Choice[];
  /** The beginning of a part that came in pieces. */
  readonly begun: string;
}

interface Choice {
  readonly turn: number;
  readonly words: string;
}

/** What channels write around choices for people without buttons. */
const AROUND = /^(?:可以回复|回复|选择|请选择|到|[0-9A-Z])/;
/** What WeChat's menus end with. */
const BELOW = /点上面的选项或者直接打字$/;
/** Enough of a text to tell whose it is. */
const TELLING = 12;

export function answerChecker(dialogue: Dialogue): AnswerChecker {
  const turns = dialogue.map((turn) => ({ tokens: tokensOf(turn), choices: choicesOf(turn) }));
  let place: Place = { turn: 0, tokens: 0, due: [], begun: '' };
  let asked = 0;

  /** Where reading some words leads; undefined where they do not belong there. */
  const read = (words: string): Place | undefined => {
    let { turn, tokens, due } = place;
    let rest = place.begun + words;
    while (rest !== '') {
      const wanted = turn < asked ? turns[turn] : undefined;
      const token = wanted?.tokens[tokens];
      const choice = firstOf(due, rest);
      if (wanted && token !== undefined && rest.startsWith(token)) {
        tokens += 1;
        rest = rest.slice(token.length);
        if (tokens < wanted.tokens.length) continue;
        due = [...due, ...wanted.choices.map((one) => ({ turn, words: one }))];
        turn += 1;
        tokens = 0;
      } else if (choice !== undefined) {
        due = due.filter((one) => one !== choice);
        rest = rest.slice(choice.words.length);
      } else if (token?.startsWith(rest)) return { turn, tokens, due, begun: rest };
      else if (due.length > 0 && AROUND.test(rest)) rest = rest.replace(AROUND, '');
      else return undefined;
    }
    return { turn, tokens, due, begun: '' };
  };
  const wrong = (words: string): Difference => {
    const at = turns.findIndex(({ tokens }) => tokens.some((token) => token.startsWith(words.slice(0, TELLING))));
    if (at < 0) return 'foreign';
    if (at > place.turn || at >= asked) return 'order';
    return at < place.turn || place.tokens > 0 ? 'doubled' : 'altered';
  };

  return {
    asked() {
      asked += 1;
    },
    saw(text) {
      const words = bare(text).replace(BELOW, '');
      const next = read(words);
      if (!next) return { is: wrong(words), what: text };
      place = next;
      return undefined;
    },
    get answered() {
      return Math.min(place.turn, ...place.due.map(({ turn }) => turn));
    },
  };
}

/** Where it is not known which of several dialogues it became: right as long as one of them fits all that came. */
export function anyOf(dialogues: readonly Dialogue[]): AnswerChecker {
  let possible = dialogues.map(answerChecker);
  return {
    asked() {
      for (const one of possible) one.asked();
    },
    saw(text) {
      const found = possible.map((checker) => ({ checker, wrong: checker.saw(text) }));
      const right = found.filter(({ wrong }) => wrong === undefined);
      if (right.length === 0) return found[0]?.wrong;
      possible = right.map(({ checker }) => checker);
      return undefined;
    },
    get answered() {
      return possible[0]?.answered ?? 0;
    },
  };
}

/** The longest choice that a text begins with, of several alike the first. */
function firstOf(due: readonly Choice[], text: string): Choice | undefined {
  const found = due.filter(({ words }) => text.startsWith(words));
  return found.toSorted((one, other) => other.words.length - one.words.length)[0];
}
