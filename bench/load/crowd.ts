import { seeded } from '../../src/knowledge/random.ts';
import { fresh } from '../fresh-questions.ts';
import type { LoadClient } from './client.ts';
import { type Manners, play } from './play.ts';
import { type Problem, problemsOf } from './problems-of.ts';
import { SCRIPTS, type Script } from './scripts.ts';

export interface Crowd {
  readonly origins: readonly string[];
  /** One for each origin. */
  readonly clients: readonly LoadClient[];
  readonly users: number;
  /** Conversations of all users together. */
  readonly dialogues: number;
  /** Asked at the end of each conversation, each with a number of its own. */
  readonly questions: readonly string[];
  /** Keeps apart those who ask the same desk: 0 to 9. */
  readonly series: number;
}

export interface CrowdFigures {
  readonly dialogues: number;
  readonly turns: number;
  readonly repeats: number;
  readonly followed: number;
  /** Of the whole crowd, in seconds. */
  readonly seconds: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
  readonly problems: readonly Problem[];
}

/** Share of the conversations whose event stream is followed. */
const FOLLOWED = 0.5;
/** Questions of their own that each conversation ends with. */
const OWN = 2;

/** So many users at once who play whole conversations, one after the other, until all are played; every answer is looked at. */
export async function playCrowd(crowd: Crowd): Promise<CrowdFigures> {
  const times: number[] = [];
  const problems: Problem[] = [];
  let [next, turns, repeats, followed] = [0, 0, 0, 0];
  const user = async (): Promise<void> => {
    for (let nth = next++; nth < crowd.dialogues; nth = next++) {
      const at = nth % crowd.origins.length;
      const [origin, client] = [crowd.origins[at], crowd.clients[at]];
      if (origin === undefined || client === undefined) throw new Error('没有要连的服务');
      const played = await playOne(nth, { origin, client }, crowd).catch((error: Error) => error);
      if (played instanceof Error) {
        problems.push({ is: 'status', talk: `第 ${nth} 个对话`, what: played.message });
        continue;
      }
      for (const time of played.times) times.push(time);
      problems.push(...played.problems);
      turns += played.times.length;
      repeats += played.repeats;
      followed += Number(played.isFollowed);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: crowd.users }, user));
  const seconds = (performance.now() - begun) / 1_000;
  return { dialogues: crowd.dialogues, turns, repeats, followed, seconds, times, problems };
}

export interface PlayedOne {
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
  readonly problems: readonly Problem[];
  readonly repeats: number;
  readonly isFollowed: boolean;
}

/** The nth conversation, which is the same whoever plays it; all that was seen of it is looked at. */
export async function playOne(
  nth: number,
  service: { readonly origin: string; readonly client: LoadClient },
  crowd: Pick<Crowd, 'questions' | 'series'>,
): Promise<PlayedOne> {
  const script = scriptOf(nth, crowd);
  const manners = mannersOf(nth, script);
  const { seen, times } = await play(service, script, manners);
  return { times, problems: problemsOf(seen), repeats: manners.again.size, isFollowed: manners.follows };
}

/** One script after the other, each ended by questions that nobody else asks. */
function scriptOf(nth: number, { questions, series }: Pick<Crowd, 'questions' | 'series'>): Script {
  const script = SCRIPTS[nth % SCRIPTS.length];
  if (!script) throw new Error('没有剧本');
  const own = Array.from({ length: OWN }, (_, at) => ({ text: fresh(questions, series, nth * OWN + at) }));
  return { name: script.name, cues: [...script.cues, ...own] };
}

function mannersOf(nth: number, { cues }: Script): Manners {
  const random = seeded(nth + 1);
  const kinds = ['at-once', 'after', 'late'] as const;
  const again = new Map<number, (typeof kinds)[number]>();
  for (let times = 0; times < 2; times++) {
    const kind = kinds[Math.floor(random() * kinds.length)];
    if (kind) again.set(Math.floor(random() * cues.length), kind);
  }
  return { follows: random() < FOLLOWED, again, reuses: random() < 0.2 };
}
