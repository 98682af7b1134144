import { join } from 'node:path';
import type { Answering, ContentDesk } from './adapters/console/content/content-desk.ts';
import { weekReader } from './adapters/console/reports/weekly/read-week.ts';
import { rememberedGroups } from './adapters/content/gap-groups.ts';
import { openPublished } from './adapters/content/published.ts';
import { questionVectors } from './adapters/content/question-vectors.ts';
import { gapReader } from './adapters/content/read-gaps.ts';
import { sharedTrials } from './adapters/content/shared-trials.ts';
import { trials } from './adapters/content/trials.ts';
import type { Assistant } from './bot/assistant.ts';
import { type Checks, createChecks } from './bot/checks/checks.ts';
import { type ReloadableChecks, reloadableChecks } from './bot/checks/reloadable-checks.ts';
import { readEvalSets } from './bot/eval-sets.ts';
import type { Foundation } from './foundation.ts';
import { contentDir } from './house.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Overlay } from './knowledge/overlay.ts';

/** What is set over the shipped files, and what goes by it. */
export interface ContentHouse {
  readonly desk: ContentDesk;
  /** The questions to be learnt beside those of the files. */
  overlay(): Overlay;
  /** The checks over the rules as they are set; they change with them. */
  checks(): Promise<ReloadableChecks>;
  /** From here on editors can work, and what they change is applied. */
  open(answering: Answering & { readonly checks: ReloadableChecks }): void;
  /** Reads the files again: entries and rules. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface ContentOptions extends Pick<Foundation, 'store' | 'people' | 'bus'> {
  readonly clock: () => Date;
  /** The assistant over knowledge that is only tried. */
  readonly assistantOver: (knowledge: Knowledge, checks: Checks) => Promise<Assistant>;
  readonly onError: (error: unknown) => void;
  readonly dataDir?: string;
}

export async function openContent({ dataDir = contentDir, ...options }: ContentOptions): Promise<ContentHouse> {
  const { store, people, bus, clock, onError } = options;
  const published = await openPublished({ revisions: people.revisions, bus, onError });
  let answering: (Answering & { readonly checks: ReloadableChecks }) | undefined;
  const tried = trials({
    knowledge: () => answering?.knowledge,
    assistantOver: async (knowledge) => options.assistantOver(knowledge, answering?.checks ?? (await checks())),
    sets: () => readEvalSets(dataDir),
    evaluated: new Map(),
    published,
    revisions: people.revisions,
    shared: sharedTrials(store.vendor, clock),
    onError,
  });
  const vectorsOf = questionVectors();
  const readGaps = gapReader(vectorsOf);
  const checks = () => reloadableChecks(() => createChecks(join(dataDir, 'rules'), published.now().rules));
  return {
    desk: {
      ...{ store, people, clock, published },
      answering: () => answering,
      trials: tried,
      readGaps,
      group: rememberedGroups(),
      readWeek: weekReader(vectorsOf, readGaps),
    },
    overlay: () => published.now().overlay,
    checks,
    open(given) {
      answering = given;
      published.attach(given);
      // What was set while the entries were read is applied now.
      published.refresh().catch(onError);
    },
    async reload() {
      await answering?.checks.reload();
      await answering?.knowledge.reload();
    },
    async close() {
      await tried.close();
      await published.close();
    },
  };
}
