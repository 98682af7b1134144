import type { SimAnswer, SimRequest, SimRoute } from '../request.ts';
import { type SimServer, simServer } from '../server.ts';
import { answered, must, ok, refusal } from '../tencent/answer-code.ts';
import type { Refusals } from '../tencent/refusals.ts';
import { directoryRoutes } from './directory-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { sendRoutes } from './send-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { syncRoutes } from './sync-routes.ts';
import type { Announce, WecomWorld } from './world.ts';

const MINUTE_MS = 60_000;

/** `gettoken`: the same token until its end. */
function tokenRoute({ options, tokens }: WecomWorld): SimRoute {
  let token = '';
  return ({ query }) => {
    must(query.get('corpid') === options.corpId, 40013);
    must(query.get('corpsecret') === options.secret, 40001);
    if (tokens.left(token) === 0) token = tokens.issue();
    return ok({ access_token: token, expires_in: Math.floor(tokens.left(token) / 1000) });
  };
}

/** Calls of one API beyond its rate: refused, and everything for the minute after. */
function rateGuard({ clock, rules }: { readonly clock: WecomWorld['clock']; readonly rules: () => number }) {
  const calls = new Map<string, { readonly since: number; readonly count: number; readonly blocked: number }>();
  return (path: string): boolean => {
    const now = clock.now();
    const { since, count, blocked } = calls.get(path) ?? { since: now, count: 0, blocked: 0 };
    const fresh = now - since >= MINUTE_MS ? { since: now, count: 1, blocked } : { since, count: count + 1, blocked };
    const over = fresh.count > rules() && now >= blocked;
    calls.set(path, over ? { ...fresh, blocked: now + MINUTE_MS } : fresh);
    return over || now < blocked;
  };
}

/** The fake qyapi.weixin.qq.com. */
export function wecomApi(world: WecomWorld, planned: Refusals, announce: Announce): Promise<SimServer> {
  const routes: Record<string, SimRoute> = {
    'GET /cgi-bin/gettoken': tokenRoute(world),
    ...syncRoutes(world),
    ...sendRoutes(world, announce),
    ...stateRoutes(world),
    ...directoryRoutes(world),
    ...mediaRoutes(world),
  };
  for (const [line, route] of Object.entries(routes)) routes[line] = answered(route, world.violations);
  const tooMany = rateGuard({ clock: world.clock, rules: () => world.rules.callsPerMinute });

  const before = (request: SimRequest): SimAnswer | undefined => {
    const refused = planned.take(request);
    if (refused) return refused;
    if (tooMany(request.path)) return refusal(45009);
    if (request.path === '/cgi-bin/gettoken') return undefined;
    const token = request.query.get('access_token');
    if (!token) world.violations.push(`${request.path}: no access_token`);
    if (!token) return refusal(41001);
    const standing = world.tokens.standing(token);
    return standing === 'good' ? undefined : refusal(standing === 'expired' ? 42001 : 40014);
  };

  return simServer({
    clock: world.clock,
    ...(world.options.port !== undefined && { port: world.options.port }),
    routes,
    before,
    wording: (kind) => refusal(kind === 'tokenInvalid' ? 40014 : 45009),
  });
}
