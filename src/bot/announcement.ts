import type { Count, History, Incident, Subject } from '../handoff/radar.ts';
import { chinaDay } from '../text/china-day.ts';
import { chinaTime } from '../text/china-time.ts';
import { plain } from '../text/markdown.ts';
import { deskPhrases } from './desk/desk-phrases.ts';
import type { Reply } from './message.ts';

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

/** Incidents, and what people are told in them. */
export interface RadarStore {
  /** What was asked from a moment on: the error where one was named, else the entry. */
  counts(from: string): Promise<readonly Count[]>;
  /** When anything was first asked. */
  firstAsk(): Promise<string | undefined>;
  history(subject: Subject, span: Pick<History, 'from' | 'to'>): Promise<History>;
  /** The open ones, and those that ended at or after a moment; the newest first. */
  incidents(endedFrom: string): Promise<readonly Incident[]>;
  /** False where the same has an open incident. */
  beginIncident(incident: Incident): Promise<boolean>;
  /** What is counted now; an incident that has ended does not change any more. */
  countIncident(incident: Incident): Promise<void>;
  /** Conversations that asked for it since a moment; blocked visitors left out. */
  askers(subject: Subject, from: string): Promise<number>;
  /** Ends what was announced of the same before. */
  announce(announcement: Announcement): Promise<void>;
  /** Those that still run at a moment or ended after it, the newest first. */
  announcements(over: string): Promise<readonly Announcement[]>;
  /** Those running at a moment that a conversation was not told, oldest first. */
  untold(talk: string, at: string): Promise<readonly Announcement[]>;
  /** Some of those who asked and were not told yet. */
  toBeTold(announcement: Announcement, limit: number): Promise<readonly string[]>;
  /** How many were told before an answer, how many were sent it, and how many are left. */
  reached(announcement: Announcement): Promise<Reached>;
  /** Begins to send it, has sent it, or ends it; what has happened before stays as it was. */
  markAnnouncement(id: string, mark: 'sending' | 'sent' | 'ended', at: string): Promise<void>;
}

interface Reached {
  readonly answered: number;
  readonly sent: number;
  readonly left: number;
}

/** What it is about. */
export function subjectOf({ entry, error }: Pick<Announcement, 'entry' | 'error'>): Subject {
  return entry === null ? { kind: 'error', key: error ?? '' } : { kind: 'entry', key: String(entry) };
}

export function isRunning({ at, until, endedAt }: Announcement, now: string): boolean {
  return endedAt === null && at <= now && now < until;
}

/** An announcement as people read it: marked as one, with the time it was made; the day, too, where that is another. */
export function announcementReply({ at, text }: Pick<Announcement, 'at' | 'text'>, now: string): Reply {
  const when = chinaTime(at);
  const clock = when.slice(when.indexOf(' ') + 1);
  return { text: deskPhrases.announcement(chinaDay(at) === chinaDay(now) ? clock : when, plain(text)) };
}
