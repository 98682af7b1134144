import { setTimeout as wait } from 'node:timers/promises';
import type { VendorMemory } from '../../bot/channel-store.ts';
import type { Seal } from '../../bot/ports.ts';

export interface FetchedToken {
  readonly token: string;
  /** Milliseconds from now. */
  readonly lasts: number;
}

interface AccessTokenParts {
  /** Which one: `wechat:wx123`. */
  readonly name: string;
  readonly vendor: VendorMemory;
  readonly seal: Pick<Seal, 'seal' | 'open'>;
  readonly clock: () => Date;
  /** Throws a ChannelError. */
  readonly fetch: () => Promise<FetchedToken>;
}

/** The key to a vendor's API, fetched once for all who need it, in every instance. */
export interface AccessToken {
  current(): Promise<string>;
  /** Another one, since the vendor no longer takes `bad`; where it is another by now, that one. */
  renew(bad: string): Promise<string>;
}

/** So many milliseconds before its end a token is not used any more. */
const EARLY = 300_000;
/** Milliseconds for which one instance keeps the others from fetching. */
const HELD = 15_000;
const LOOK_EVERY = 100;

interface Kept {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export function createAccessToken({ name, vendor, seal, clock, fetch }: AccessTokenParts): AccessToken {
  let kept: Kept | undefined;
  let fetching: Promise<string> | undefined;
  const now = (): string => clock().toISOString();
  const usable = (one: Kept | undefined, bad?: string): one is Kept =>
    one !== undefined && one.token !== bad && one.until > clock().getTime();

  const recalled = async (): Promise<Kept | undefined> => {
    const sealed = await vendor.recall(name, now());
    return sealed === undefined ? undefined : (JSON.parse(seal.open(sealed)) as Kept);
  };
  const fetchHeld = async (): Promise<Kept> => {
    const { token, lasts } = await fetch();
    const until = clock().getTime() + Math.max(lasts - EARLY, 0);
    await vendor.remember(name, seal.seal(JSON.stringify({ token, until })), new Date(until).toISOString(), now());
    return { token, until };
  };
  const obtain = async (bad?: string): Promise<string> => {
    const begun = performance.now();
    for (;;) {
      const stored = await recalled();
      if (usable(stored, bad)) {
        kept = stored;
        return stored.token;
      }
      // Whoever held it may have died: after a while it is fetched all the same.
      const overdue = performance.now() - begun > HELD;
      if (overdue || (await vendor.hold(name, now(), new Date(clock().getTime() + HELD).toISOString()))) {
        try {
          kept = await fetchHeld();
          return kept.token;
        } finally {
          await vendor.letGo(name);
        }
      }
      await wait(LOOK_EVERY);
    }
  };
  const single = (bad?: string): Promise<string> => {
    fetching ??= obtain(bad).finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  return {
    current: async () => (usable(kept) ? kept.token : single()),
    renew: async (bad) => (usable(kept, bad) ? kept.token : single(bad)),
  };
}
