import type { Case } from '../handoff/case.ts';
import type { Facts } from './facts.ts';
import type { Talk } from './message.ts';
import type { Told } from './told.ts';

/** A conversation as the store knows it. */
export interface TalkRecord {
  /** Random, unguessable, fit for a URL: the talk's name outside. */
  readonly id: string;
  readonly talk: Talk;
  readonly openedAt: string;
  /** The number of its last line; 0 before the first. Never goes back, not even when lines are erased. */
  readonly seq: number;
  readonly facts: Facts;
  /** The conversation engine's memory: JSON. */
  readonly memory: Readonly<Record<string, unknown>>;
  /** What the widget told of itself (page, device, locale). */
  readonly context: Readonly<Record<string, unknown>>;
  /** Who has it. */
  readonly case: Case;
  readonly told: Told;
  /** How many notes the desk has taken. */
  readonly notes: number;
  /** When the last line was said. */
  readonly spokenAt: string;
  /** Since when its visitor is blocked, if so. */
  readonly blockedAt: string | null;
  /** The number of the last line that each side has seen; 0 before. */
  readonly read: { readonly user: number; readonly agent: number };
}
