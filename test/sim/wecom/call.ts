import { jsonBody, type SimRequest } from '../request.ts';
import { must } from '../tencent/answer-code.ts';
import type { Customer, WecomWorld } from './world.ts';

export type Body = Readonly<Record<string, unknown>>;

export function bodyOf(request: SimRequest): Body {
  const body = jsonBody(request);
  must(body, 47001);
  return body;
}

/** The customer a call is about, and that it is about this account. */
export function aboutCustomer(world: WecomWorld, kf: unknown, customer: unknown): Customer {
  must(typeof kf === 'string' && typeof customer === 'string', 40058);
  must(kf === world.options.openKfId, 95000);
  const known = world.customers.get(customer);
  must(known, 40096);
  return known;
}
