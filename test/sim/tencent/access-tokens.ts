import type { SimClock } from '../clock.ts';
import type { SimRandom } from '../random.ts';

/** How long an access token lives: 7200 s, WeChat and WeCom alike. */
export const TOKEN_MS = 7_200_000;

/** A token's standing: `unknown` ones were never given out or are no longer the latest. */
export type TokenStanding = 'good' | 'expired' | 'unknown';

export interface AccessTokens {
  /** A new token of 512 characters, the length the documentation asks callers to be ready for. */
  issue(): string;
  /** Lets a token die after `ms` as one that is not the latest. */
  retire(token: string, ms: number): void;
  /** Ms until it dies; 0 when it is not good. */
  left(token: string): number;
  standing(token: string): TokenStanding;
  /** Kills all of them. */
  expire(): void;
  issued(): number;
}

export function accessTokens(clock: SimClock, random: SimRandom): AccessTokens {
  const ends = new Map<string, { readonly at: number; readonly as: TokenStanding }>();
  const left = (token: string): number => Math.max(0, (ends.get(token)?.at ?? 0) - clock.now());
  return {
    issue() {
      const token = random.id(512);
      ends.set(token, { at: clock.now() + TOKEN_MS, as: 'expired' });
      return token;
    },
    retire(token, ms) {
      if (left(token) > ms) ends.set(token, { at: clock.now() + ms, as: 'unknown' });
    },
    left,
    standing: (token) => (left(token) > 0 ? 'good' : (ends.get(token)?.as ?? 'unknown')),
    expire() {
      for (const token of ends.keys()) ends.set(token, { at: 0, as: 'unknown' });
    },
    issued: () => ends.size,
  };
}
