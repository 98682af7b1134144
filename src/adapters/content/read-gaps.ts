import { setImmediate } from 'node:timers/promises';
import type { Decision } from '../../knowledge/decide.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { directionFrom, wordVector } from '../../knowledge/question-vector.ts';

/** What is known of one question of the gaps. */
export interface ReadGap {
  readonly normalised: string;
  /** Of length 1. */
  readonly vector: Float32Array;
  /** As it would be decided today. */
  readonly decision: Decision;
}

export interface ReadGaps {
  readonly gaps: ReadonlyMap<string, ReadGap>;
  readonly by: 'meaning' | 'words';
}

/** Texts encoded at a time; the turns that come meanwhile are encoded in between. */
const CHUNK = 32;
/** Decisions made before others get the turn. */
const AT_ONCE = 25;
/** Texts whose vectors are kept in memory. */
const KEPT = 20_000;

/** Reads the questions of the gaps; the vectors and decisions of those it has read before are remembered. */
export function gapReader(): (knowledge: Knowledge, texts: readonly string[]) => Promise<ReadGaps> {
  const vectors = new Map<string, readonly number[]>();
  let decided = { key: '', decisions: new Map<string, Decision>() };

  const encode = async (knowledge: Knowledge, normalised: readonly string[]): Promise<void> => {
    const missing = normalised.filter((text) => !vectors.has(text));
    for (let from = 0; from < missing.length; from += CHUNK) {
      const chunk = missing.slice(from, from + CHUNK);
      const made = await knowledge.vectors(chunk);
      for (const [at, text] of chunk.entries()) {
        const vector = made[at] ?? [];
        if (vector.length > 0) vectors.set(text, vector);
      }
      if (made.some(({ length }) => length === 0)) return;
    }
    for (const text of vectors.keys()) {
      if (vectors.size <= KEPT) break;
      vectors.delete(text);
    }
  };
  return async (knowledge, texts) => {
    const normalised = new Map(texts.map((text) => [text, knowledge.normalise(text)]));
    const all = [...new Set(normalised.values())];
    await encode(knowledge, all);
    const meant = all.every((text) => vectors.has(text));
    const key = `${knowledge.key()} ${meant}`;
    if (decided.key !== key) decided = { key, decisions: new Map() };
    const { decisions } = decided;
    for (const [at, text] of all.filter((text) => !decisions.has(text)).entries()) {
      if (at % AT_ONCE === 0) await setImmediate();
      decisions.set(text, await knowledge.decide(text, vectors.get(text) ?? []));
    }
    const centre = knowledge.centre();
    const gaps = new Map(
      [...normalised].flatMap(([text, normalised]) => {
        const decision = decisions.get(normalised);
        const vector = meant ? directionFrom(centre, vectors.get(normalised) ?? []) : wordVector(normalised);
        return decision ? [[text, { normalised, vector, decision }] as const] : [];
      }),
    );
    return { gaps, by: meant ? 'meaning' : 'words' };
  };
}
