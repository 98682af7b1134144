import type { Decision } from '../../knowledge/decide.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { looksAt } from '../checks/examine.ts';
import { checksOf, scopeOf } from '../checks/scope.ts';
import type { Draft } from '../draft.ts';
import type { Parts } from '../parts.ts';
import { followUpIn, leaningIn } from '../understanding/follow-up.ts';
import { type PictureWish, pictureWishIn } from '../understanding/picture-wish.ts';
import { LONGEST_IN_PIECES, MOST_PIECES, questionsIn } from '../understanding/questions.ts';
import { smalltalkOf } from '../understanding/smalltalk.ts';
import { type Aside, asideOf } from './aside.ts';
import { PICTURES_ENTRY } from './entry.ts';

/** What the words beside pictures are for. A mere remark ("这是什么情况", "反面") is for nothing. */
export interface Beside {
  /** Normalised. */
  readonly text: string;
  /** What is to be made of the pictures. */
  readonly wish: PictureWish | undefined;
  /** The entries that are surely asked about; pictures' own only where more is asked than whether this one will do. */
  readonly entries: readonly Entry[];
  /** Of the least sure of them, 0 to 1. */
  readonly confidence: number;
  /** The likeliest entry, where the words alone would be answered with it. */
  readonly likely: Entry | undefined;
  /** Facts told in this message that are news, by their names. */
  readonly news: readonly string[];
  /** Whether they say that it still does not work. */
  readonly stillFails: boolean;
  /** What is to be said in any case. */
  readonly aside: Aside | undefined;
}

/** So sure another entry must be: "重拍的" or "同事拍来了" alone come to 0.94 (measured), what is really asked to 0.98 and more. */
const SURE = 0.98;
/** The same where the words themselves ask or quote what a page says. */
const SURE_IF_ASKED = 0.9;
const ASKED = /提示|显示|怎么办|咋办|怎么回事|咋回事|哪(?!张|怕)/;
/** The same for more about pictures: whatever else is meant, the picture itself is answered too. */
const SURE_OF_MORE = 0.5;
/** A clause with fewer characters says nothing of its own. */
const SHORTEST = 4;
/** Asks where, how many or which, not whether this picture will do. */
const MORE =
  /哪(?!张|怕)|入口|怎么传|咋传|怎么上传|几张|多少张|必须|必传|要不要|需不需要|用不用|拼|还(要|需要|差|缺|得)(传|交|什么|啥|哪)/;

/** What is solved needs no check, whatever facts it tells. */
const SOLVED =
  /(?<![没未不])(?:好|解决|可以|成功|搞定|行|通过|(?<![试弄做换看用改传拍])过|能进|能传)了(?![吗么没不?？])/;

/** Hears what a message says beside its pictures. `said` is normalised. */
export async function besideOf(draft: Draft, { knowledge }: Parts, said: string): Promise<Beside> {
  const { facts, heard, record } = draft;
  const decision = said === '' ? undefined : await knowledge.decide(said);
  draft.recognised ??= decision?.error;
  const others = await Promise.all(piecesOf(said).map((piece) => decided(piece, knowledge)));
  const asked = [...(decision ? [{ text: said, decision }] : []), ...others].filter(isAsked);
  const numbers = [...new Set(asked.map(({ decision }) => decision.candidates[0]?.entry ?? 0))];
  const entries = knowledge.entries();
  const best = decision?.kind === 'answer' ? entries.get(decision.candidates[0]?.entry ?? 0) : undefined;
  const face = heard.face.failed || heard.face.total !== undefined || heard.face.more !== undefined;
  return {
    text: said,
    wish: pictureWishIn(said),
    entries: numbers.flatMap((number) => entries.get(number) ?? []),
    confidence: Math.min(1, ...asked.map(({ decision }) => decision.confidence)),
    likely: best,
    news:
      SOLVED.test(said) && !face
        ? []
        : [
            ...Object.keys(heard.facts).filter((key) => isNews(key as keyof typeof facts, heard.facts, record.facts)),
            ...(face ? ['faceAttempts', 'failuresAfterAdvice'] : []),
          ],
    stillFails: followUpIn(said)?.is === 'still-failing' || leaningIn(said)?.is === 'still-failing',
    aside: decision && asideOf(said, decision),
  };
}

/** The questions of a message that asks several, or else its clauses; none for a single clause. Of many, and of a long message, the beginning and the end. */
function piecesOf(said: string): readonly string[] {
  const { parts } = questionsIn(said);
  const pieces =
    parts.length > 1
      ? parts
      : endsOf(said)
          .split(/[?？。.!！;；,，、~～…]+/)
          .filter(({ length }) => length >= SHORTEST);
  if (pieces.length > MOST_PIECES) return ends(pieces, MOST_PIECES);
  return pieces.length > 1 || pieces[0] !== said ? pieces : [];
}

function endsOf(said: string): string {
  return said.length <= LONGEST_IN_PIECES ? said : ends([...said], LONGEST_IN_PIECES, '…').join('');
}

/** The first and the last half of so many, with what stands for those left out. */
function ends(all: readonly string[], most: number, ...between: readonly string[]): readonly string[] {
  return [...all.slice(0, most / 2), ...between, ...all.slice(-most / 2)];
}

interface Asked {
  readonly text: string;
  readonly decision: Decision;
}

async function decided(text: string, { decide }: Parts['knowledge']): Promise<Asked> {
  return { text, decision: await decide(text) };
}

function isAsked({ text, decision: { kind, candidates, confidence, error } }: Asked): boolean {
  const [best] = candidates;
  if (best?.entry === PICTURES_ENTRY) {
    return kind !== 'outside' && best.probability >= SURE_OF_MORE && MORE.test(text);
  }
  if (kind !== 'answer' || smalltalkOf(text) === 'solved') return false;
  return error !== undefined || confidence >= (ASKED.test(text) ? SURE_IF_ASKED : SURE);
}

function isNews(key: keyof Draft['facts'], heard: Draft['facts'], known: Draft['facts']): boolean {
  return JSON.stringify(heard[key]) !== JSON.stringify(known[key]);
}

/** Of the news, what the checks that come with an entry look at. */
export function newsFor({ checks }: Parts, entry: Entry | undefined, { news }: Beside): readonly string[] {
  if (!entry) return [];
  const scope = checksOf(checks, scopeOf(checks, entry));
  return scope.some((check) => looksAt(check, news)) ? news : [];
}
