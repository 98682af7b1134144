import type { Subject } from '../../handoff/radar.ts';

/** The tables of the radar. Times are ISO 8601 in UTC. */
export interface RadarTables {
  readonly incidents: IncidentsTable;
  readonly announcements: AnnouncementsTable;
  readonly announced: AnnouncedTable;
}

/** What many people ask at once; of the open ones, unique by (kind, key). */
export interface IncidentsTable {
  readonly id: string;
  readonly kind: Subject['kind'];
  readonly key: string;
  readonly began_at: string;
  readonly ended_at: string | null;
  readonly latest: number;
  readonly peak: number;
  readonly usual: number;
  readonly calm: number;
  readonly loud_at: string;
}

/** What is told of one entry or one error: one of the two is null. `said` is masked. */
export interface AnnouncementsTable {
  readonly id: string;
  readonly incident: string | null;
  readonly entry: number | null;
  readonly error: string | null;
  readonly said: string;
  /** An agent's id. */
  readonly author: string;
  readonly at: string;
  readonly until: string;
  /** Ended before its time. */
  readonly ended_at: string | null;
  /** Whoever asked since then is among those it can be sent to. */
  readonly asked_from: string;
  /** Since when it is to be sent; null where it is not. */
  readonly sending_at: string | null;
  readonly sent_at: string | null;
}

/** Who was told; primary key (announcement, talk). `sent` is 0 where it stood before an answer. */
export interface AnnouncedTable {
  readonly announcement: string;
  readonly talk: string;
  readonly at: string;
  readonly sent: number;
}
