import { NEWS_MISSED } from '../../bot/news-missed.ts';
import type { Bus } from '../../bot/ports.ts';
import { DESK } from '../console/work/work.ts';
import type { Revisions } from '../store/revisions.ts';
import { within } from '../within.ts';
import { type SetContent, setContent } from './set-content.ts';

interface PublishedParts {
  readonly revisions: Pick<Revisions, 'values' | 'newest'>;
  readonly bus: Pick<Bus, 'publish' | 'subscribeAll'>;
  /** Told of what could not be applied; it is tried again with the next note. */
  readonly onError: (error: unknown) => void;
}

/** What learns again when something was set. */
interface Learners {
  readonly knowledge: { reload(): Promise<void> };
  readonly checks: { reload(): Promise<void> };
}

/** What a change is of: the questions that are learnt, or the rules of the checks. */
type Part = keyof Learners;

/** What editors and supervisors have set, as this instance goes by it. */
export interface Published {
  now(): SetContent;
  /** From here on changes are applied. */
  attach(learners: Learners): void;
  /** Reads the store, and resolves once what is newer is applied. Rejects where that failed. */
  refresh(): Promise<void>;
  /** After a change: tells the other instances, applies it here, and says whether that was done within `patience` milliseconds. */
  apply(part: Part | undefined, patience?: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Long enough for rules and for a decision that a trial has fitted; nobody waits for a new fit. */
const PATIENCE = 8_000;

/** Reads what is set. Changes of other instances are heard of on the bus. */
export async function openPublished({ revisions, bus, onError }: PublishedParts): Promise<Published> {
  const read = async () => ({ newest: await revisions.newest(), values: await revisions.values() });
  let { newest, values } = await read();
  let now = setContent(values);
  let learners: Learners | undefined;
  const due = { knowledge: false, checks: false };
  const applying = { knowledge: Promise.resolve(), checks: Promise.resolve() };
  let reading: Promise<void> = Promise.resolve();

  const readOnce = async (): Promise<void> => {
    if ((await revisions.newest()) <= newest) return;
    const was = now;
    ({ newest, values } = await read());
    now = setContent(values);
    due.knowledge ||= textOf(was.overlay) !== textOf(now.overlay);
    due.checks ||= JSON.stringify(was.rules) !== JSON.stringify(now.rules);
  };
  const applyDue = (part: Part): Promise<void> => {
    applying[part] = applying[part]
      .catch(() => {}) // It was told to whoever asked for it.
      .then(async () => {
        if (!due[part] || !learners) return;
        due[part] = false;
        await learners[part].reload().catch((error: unknown) => {
          due[part] = true;
          throw error;
        });
      });
    return applying[part];
  };
  /** Rules do not wait until the content is learnt. */
  const refresh = async (parts: readonly Part[] = ['checks', 'knowledge']): Promise<void> => {
    // Whoever asked for the reading before was told of it.
    reading = reading.catch(() => {}).then(readOnce);
    await reading;
    await Promise.all(parts.map(applyDue));
  };
  let waiting = false;
  const hush = bus.subscribeAll((talk) => {
    // Notes that come while one is waited for change nothing: it will read all of them.
    if ((talk !== DESK && talk !== NEWS_MISSED) || waiting) return;
    waiting = true;
    reading
      .catch(() => {}) // As above.
      .then(() => {
        waiting = false;
        return refresh();
      })
      .catch(onError);
  });
  return {
    now: () => now,
    attach(given) {
      learners = given;
    },
    refresh: () => refresh(),
    async apply(part, patience = PATIENCE) {
      bus.publish(DESK);
      const applied = refresh(part ? [part] : []).then(
        () => true,
        () => false, // The bus's own reading tells of it.
      );
      return within(patience, applied, () => false);
    },
    async close() {
      hush();
      await Promise.allSettled([reading, applying.checks, applying.knowledge]);
    },
  };
}

/** Maps as text, to be compared. */
function textOf({ similar, outside }: SetContent['overlay']): string {
  const sorted = [...similar, ...outside].filter(([, texts]) => texts.length > 0);
  return JSON.stringify(sorted.map(([name, texts]) => [String(name), texts]).sort());
}
