import type { Checks } from './checks.ts';

/** Checks whose rules are read again while turns go on; each look sees one reading or the next, whole. */
export interface ReloadableChecks extends Checks {
  /** A file that cannot be used throws and changes nothing. */
  reload(): Promise<void>;
}

export async function reloadableChecks(read: () => Promise<Checks>): Promise<ReloadableChecks> {
  let now = await read();
  let reloading: Promise<void> = Promise.resolve();
  return {
    byId: (id) => now.byId(id),
    of: (entry) => now.of(entry),
    known: (draft, entry) => now.known(draft, entry),
    advice: (entry) => now.advice(entry),
    all: () => now.all(),
    get provinces() {
      return now.provinces;
    },
    get releases() {
      return now.releases;
    },
    get links() {
      return now.links;
    },
    get pictureAdvice() {
      return now.pictureAdvice;
    },
    reload() {
      const before = reloading;
      reloading = (async () => {
        await Promise.allSettled([before]); // How it ended was told to whoever asked for it.
        now = await read();
      })();
      return reloading;
    },
  };
}
