import type { SimClock } from '../clock.ts';
import type { Judged, Shown } from './view.ts';

/** What the people did, as `Shown` on their side. */
export interface Journal {
  /** Notes something down; the function given back says how it was judged. */
  note(room: string, what: Pick<Shown, 'who' | 'form' | 'text'> & Partial<Shown>): (judged: Judged) => void;
  of(room: string): readonly Shown[];
  /** Keeps a picture and gives the id it has in `media`. */
  keep(bytes: Buffer): string;
  media(id: string): Buffer | undefined;
}

export function journal(clock: SimClock): Journal {
  const rooms = new Map<string, Shown[]>();
  const pictures: Buffer[] = [];
  let count = 0;
  return {
    note(room, what) {
      const lines = rooms.get(room) ?? [];
      const place = lines.length;
      count += 1;
      lines.push({ key: `did-${count}`, at: clock.now(), side: 'person', ...what });
      rooms.set(room, lines);
      return (judged) => {
        const line = lines[place];
        if (line) lines[place] = { ...line, judged };
      };
    },
    of: (room) => rooms.get(room) ?? [],
    keep(bytes) {
      pictures.push(bytes);
      return `mine-${pictures.length}`;
    },
    media: (id) => pictures[Number(id.replace('mine-', '')) - 1],
  };
}

/** What was done and what was shown, in the order of time; at one moment what was done comes first. */
export const merged = (did: readonly Shown[], saw: readonly Shown[]): readonly Shown[] =>
  [...did, ...saw].sort((one, other) => one.at - other.at);

/** `0.3 秒` */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;
