import type { Subject } from '../../handoff/radar.ts';

/** The tables of the radar. Times are ISO 8601 in UTC. */
export interface RadarTables {
  /** Of the open ones, unique by (kind, key). */
  readonly incidents: {
    readonly id: string;
    readonly kind: Subject['kind'];
    readonly key: string;
    readonly began_at: string;
    readonly ended_at: string | null;
    readonly latest: number;
    readonly peak: number;
    readonly usual: number;
    /** Written, since they may not be null; read by earlier versions only. */
    readonly calm: number;
    readonly loud_at: string;
  };
  /** What is told of one entry or one error: one of the two is null. `said` is masked, `author` an agent's id. */
  readonly announcements: {
    readonly id: string;
    readonly incident: string | null;
    readonly entry: number | null;
    readonly error: string | null;
    readonly said: string;
    readonly author: string;
    readonly at: string;
    readonly until: string;
    readonly ended_at: string | null;
    readonly asked_from: string;
    readonly sending_at: string | null;
    readonly sent_at: string | null;
  };
  /** Who was told; primary key (announcement, talk). `sent` is 0 where it stood before an answer. */
  readonly announced: {
    readonly announcement: string;
    readonly talk: string;
    readonly at: string;
    readonly sent: number;
  };
}
