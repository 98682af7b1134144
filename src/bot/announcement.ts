import type { Subject } from '../handoff/radar.ts';

/** What the desk tells everybody who asks for one entry or meets one error, while it lasts. Times in ISO 8601. */
export interface Announcement {
  readonly id: string;
  readonly incident: string | null;
  /** One of the two is null. */
  readonly entry: number | null;
  readonly error: string | null;
  /** At most 300 characters, masked; not Markdown. */
  readonly text: string;
  /** The id of the supervisor who wrote it. */
  readonly by: string;
  readonly at: string;
  /** Ends by itself. */
  readonly until: string;
  /** Ended before. */
  readonly endedAt: string | null;
  /** Whoever asked since then can be sent it. */
  readonly askedFrom: string;
  /** Since when it is being sent to them, and since when all have it. */
  readonly sendingAt: string | null;
  readonly sentAt: string | null;
}

/** What it is about. */
export function subjectOf({ entry, error }: Pick<Announcement, 'entry' | 'error'>): Subject {
  return entry === null ? { kind: 'error', key: error ?? '' } : { kind: 'entry', key: String(entry) };
}

/** Those that run at a moment and that a conversation has not been told yet, oldest first. */
export type LookForAnnouncements = (talk: string, at: string) => Promise<readonly Announcement[]>;

export function isRunning({ at, until, endedAt }: Announcement, now: string): boolean {
  return endedAt === null && at <= now && now < until;
}
