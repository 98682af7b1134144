import type { Picture } from '../message.ts';

/** So long pictures wait for consent, in milliseconds (product rule). */
const TEN_MINUTES = 600_000;
/** So many of one talk (product rule). */
const MOST = 4;
/** Bytes held for everybody; beyond it the oldest are dropped, and asked for once more. */
const MOST_BYTES = 400_000_000;

/** Pictures without consent: in memory only, for a short time. */
export interface HeldPictures {
  /** `text`: what was said with them, as it was typed. */
  hold(talk: string, pictures: readonly Picture[], at: string, text?: string): void;
  /** Those of a talk that are still held; empty where none are. */
  of(talk: string, at: string): readonly Picture[];
  /** What was said with the latest of them. */
  saidWith(talk: string, at: string): string;
  drop(talk: string): void;
}

interface Held {
  readonly pictures: readonly Picture[];
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export function heldPictures(): HeldPictures {
  const held = new Map<string, Held>();
  const expire = (now: number): void => {
    for (const [talk, { until }] of held) if (until <= now) held.delete(talk);
    let bytes = [...held.values()].reduce((sum, { pictures }) => sum + sizeOf(pictures), 0);
    for (const [talk, { pictures }] of held) {
      if (bytes <= MOST_BYTES) break;
      held.delete(talk);
      bytes -= sizeOf(pictures);
    }
  };
  return {
    hold(talk, pictures, at, text = '') {
      const now = Date.parse(at);
      const before = held.get(talk)?.pictures ?? [];
      held.delete(talk);
      held.set(talk, { pictures: [...before, ...pictures].slice(-MOST), text, until: now + TEN_MINUTES });
      expire(now);
    },
    of(talk, at) {
      expire(Date.parse(at));
      return held.get(talk)?.pictures ?? [];
    },
    saidWith(talk, at) {
      expire(Date.parse(at));
      return held.get(talk)?.text ?? '';
    },
    drop(talk) {
      held.delete(talk);
    },
  };
}

function sizeOf(pictures: readonly Picture[]): number {
  return pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
