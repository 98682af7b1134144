import type { IncomingHttpHeaders } from 'node:http';
import { sameToken } from '../token.ts';

export interface MetricsAccess {
  /** METRICS_TOKEN. */
  readonly token: string | undefined;
  /** Whether people reach the service through a proxy (PUBLIC_URL or TRUST_PROXY is set). */
  readonly published: boolean;
}

interface Asking {
  readonly headers: IncomingHttpHeaders;
  /** Of the socket itself, whatever headers say. */
  readonly peer: string | undefined;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** What proxies and pages of other sites leave behind. */
const TRACES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via', 'origin'];

/**
 * With a token: whoever has it. Without one: programs on the same machine that ask directly, as long as nobody reaches
 * the service through a proxy, since what a proxy passes on comes from this machine, too.
 */
export function mayReadMetrics({ token, published }: MetricsAccess, { headers, peer }: Asking): boolean {
  if (token !== undefined) return sameToken(headers.authorization ?? '', `Bearer ${token}`);
  if (published || !LOOPBACK.test(peer ?? '')) return false;
  return LOCAL_HOST.test(headers.host ?? '') && TRACES.every((name) => headers[name] === undefined);
}
