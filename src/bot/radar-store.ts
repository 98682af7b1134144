import type { Ask, Incident, Subject } from '../handoff/radar.ts';
import type { Quarter } from '../handoff/usual-rate.ts';
import type { Announcement } from './announcement.ts';

/** How many conversations were told something: before an answer, or because they had asked before; and who still waits. */
export interface Reached {
  readonly answered: number;
  readonly sent: number;
  /** Asked, can be sent it, and was not told yet. */
  readonly left: number;
}

/** How many conversations asked, by channel; blocked visitors left out. */
export interface Askers {
  readonly channel: string;
  readonly talks: number;
}

/** What the store knows of incidents and of what people are told in them. Times in ISO 8601. */
export interface RadarStore {
  /** Each conversation with each entry and error it asked for, from a moment on. */
  asksFrom(from: string): Promise<readonly Ask[]>;
  /** When anything was first asked. */
  firstAsk(): Promise<string | undefined>;
  /** Quarters of an hour in which anybody asked for it, from a moment on. */
  quarters(subject: Subject, from: string): Promise<readonly Quarter[]>;
  /** The open ones, and those that ended at or after a moment; the newest first. */
  incidents(endedFrom: string): Promise<readonly Incident[]>;
  incident(id: string): Promise<Incident | undefined>;
  /** False where the same has an open incident. */
  beginIncident(incident: Incident): Promise<boolean>;
  /** What is counted now; an incident that has ended does not change any more. */
  countIncident(incident: Incident): Promise<void>;
  /** Who asked for it since a moment. */
  askers(subject: Subject, from: string): Promise<readonly Askers[]>;
  /** Ends what was announced of the same before. */
  announce(announcement: Announcement): Promise<void>;
  announcement(id: string): Promise<Announcement | undefined>;
  /** Those that still run at a moment or ended after another, the newest first. */
  announcements(over: string): Promise<readonly Announcement[]>;
  /** Those running at a moment that a conversation was not told, oldest first. */
  untold(talk: string, at: string): Promise<readonly Announcement[]>;
  /** Whether a conversation was told. */
  wasTold(announcement: string, talk: string): Promise<boolean>;
  reached(announcement: Announcement): Promise<Reached>;
  /** From now on it is sent to those who asked. */
  beginSending(id: string, at: string): Promise<void>;
  /** Being sent, and running at a moment. */
  sending(at: string): Promise<readonly Announcement[]>;
  /** Some of those who asked and were not told yet. */
  toBeTold(announcement: Announcement, limit: number): Promise<readonly string[]>;
  endSending(id: string, at: string): Promise<void>;
  endAnnouncement(id: string, at: string): Promise<void>;
}
