import { randomBytes } from 'node:crypto';
import type { Seal, Store } from '../../bot/ports.ts';
import { hashToken } from '../token.ts';

/** Milliseconds for which a link can be opened. */
const LASTS = 30 * 60_000;

interface PageLinkParts {
  readonly store: Pick<Store, 'keepCode'>;
  readonly seal: Pick<Seal, 'seal'>;
  readonly clock: () => Date;
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string | undefined;
}

/**
 * A link that opens this very conversation in a browser, once, within half an
 * hour: for what a messenger cannot show. Undefined where nobody knows our
 * address. The code stands behind `#`, so that it reaches no log.
 */
export async function pageLink(parts: PageLinkParts, talk: string): Promise<string | undefined> {
  const { store, seal, clock, publicUrl } = parts;
  if (publicUrl === undefined) return undefined;
  const code = randomBytes(16).toString('base64url');
  const now = clock();
  const until = new Date(now.getTime() + LASTS).toISOString();
  await store.keepCode(
    { hash: hashToken(code), talk, sealed: seal.seal(JSON.stringify({ talk })), until },
    now.toISOString(),
  );
  return `${publicUrl}/#phone=${code}`;
}
