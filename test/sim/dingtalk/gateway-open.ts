import { jsonBody, type SimRequest, type SimRoute } from '../request.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A ticket opens one connection, within 90 s. */
const TICKET_MS = 90_000;

export interface Subscription {
  readonly type: 'SYSTEM' | 'EVENT' | 'CALLBACK';
  readonly topic: string;
}

export interface Tickets {
  /** POST /v1.0/gateway/connections/open */
  readonly open: SimRoute;
  /** What the holder of this ticket subscribed to; the ticket is used up. */
  redeem(ticket: string | null): readonly Subscription[] | undefined;
}

const isSubscription = (value: unknown): value is Subscription => {
  const { type, topic } = (value ?? {}) as Record<string, unknown>;
  if (typeof topic !== 'string' || topic === '') return false;
  return type === 'EVENT' ? topic === '*' : type === 'CALLBACK' || type === 'SYSTEM';
};

/** `endpoint` is asked late, when the server knows its port. */
export function tickets({ clock, random, app, settings, record }: World, endpoint: () => string): Tickets {
  const issued = new Map<string, { readonly until: number; readonly subscriptions: readonly Subscription[] }>();
  const complain = ({ path }: SimRequest, what: string) => {
    record.violations.push(`POST ${path}: ${what}`);
    return refusal('paramError', what);
  };
  return {
    open(request) {
      const { clientId, clientSecret, subscriptions } = jsonBody(request) ?? {};
      if (typeof clientId !== 'string' || typeof clientSecret !== 'string') {
        return complain(request, 'clientId and clientSecret are required');
      }
      if (clientId !== app.appKey || clientSecret !== app.appSecret) return refusal('authFailed', '鉴权失败', 401);
      if (!Array.isArray(subscriptions) || subscriptions.length === 0 || !subscriptions.every(isSubscription)) {
        return complain(request, 'subscriptions must be {type, topic}, and * the only topic of EVENT');
      }
      const ticket = settings.oddTickets ? `${random.id(8)}+/${random.id(8)}=&x=${random.id(4)}` : random.id(36);
      issued.set(ticket, { until: clock.now() + TICKET_MS, subscriptions });
      const answer = { endpoint: endpoint(), ticket };
      if (request.headers.accept?.includes('application/json')) return { body: answer };
      record.violations.push(`POST ${request.path}: no accept: application/json, the answer may be XML`);
      const xml = `<OpenConnectionResponse><endpoint>${answer.endpoint}</endpoint></OpenConnectionResponse>`;
      return { headers: { 'content-type': 'application/xml' }, body: xml };
    },
    redeem(ticket) {
      const held = issued.get(ticket ?? '');
      issued.delete(ticket ?? '');
      return held && held.until > clock.now() ? held.subscriptions : undefined;
    },
  };
}
