import type { Knowledge } from '../../knowledge/knowledge.ts';
import { directionFrom, wordVector } from '../../knowledge/question-vector.ts';

/** Texts as they are compared. */
interface QuestionVectors {
  readonly questions: ReadonlyMap<string, QuestionVector>;
  readonly by: 'meaning' | 'words';
}

interface QuestionVector {
  readonly normalised: string;
  /** Of length 1. */
  readonly vector: Float32Array;
  /** As the encoder gave it; empty without one. */
  readonly encoded: readonly number[];
}

/** Texts encoded at a time; the turns that come meanwhile are encoded in between. */
const CHUNK = 32;
/** Texts whose vectors are kept in memory. */
const KEPT = 20_000;

/** Gives texts their vectors; those of texts that it has seen before are remembered. Without an encoder, by their words. */
export function questionVectors(): (knowledge: Knowledge, texts: readonly string[]) => Promise<QuestionVectors> {
  const vectors = new Map<string, readonly number[]>();

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
  };
  return async (knowledge, texts) => {
    const normalised = new Map(texts.map((text) => [text, knowledge.normalise(text)]));
    const all = [...new Set(normalised.values())];
    await encode(knowledge, all);
    const meant = all.every((text) => vectors.has(text));
    const centre = knowledge.centre();
    const questions = new Map(
      [...normalised].map(([text, normalised]) => {
        const encoded = vectors.get(normalised) ?? [];
        const vector = meant ? directionFrom(centre, encoded) : wordVector(normalised);
        return [text, { normalised, vector, encoded }] as const;
      }),
    );
    for (const text of vectors.keys()) {
      if (vectors.size <= KEPT) break;
      vectors.delete(text);
    }
    return { questions, by: meant ? 'meaning' : 'words' };
  };
}
