import type { SimAnswer, SimRequest, SimRoute } from '../request.ts';
import { type SimServer, simServer } from '../server.ts';
import { answered, refusal } from '../tencent/answer-code.ts';
import type { Refusals } from '../tencent/refusals.ts';
import { mediaRoutes } from './media-routes.ts';
import { menuRoutes } from './menu-routes.ts';
import { sendRoutes } from './send-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { userRoutes } from './user-routes.ts';
import type { WechatWorld } from './world.ts';

/** Calls that need no access token. */
const OPEN = /^\/(cgi-bin\/(token|stable_token)$|mmbiz\/|video\/)/;
/** Calls an unverified account has no leave for. */
const VERIFIED_ONLY = /^\/cgi-bin\/(message\/custom|menu|user)\//;

/** The fake api.weixin.qq.com. */
export function wechatApi(world: WechatWorld, planned: Refusals): Promise<SimServer> {
  const routes: Record<string, SimRoute> = {
    ...tokenRoutes(world),
    ...sendRoutes(world),
    ...mediaRoutes(world),
    ...menuRoutes(world),
    ...userRoutes(world),
  };
  for (const [line, route] of Object.entries(routes)) routes[line] = answered(route, world.violations);

  const before = (request: SimRequest): SimAnswer | undefined => {
    const { allowedIps } = world.rules;
    if (allowedIps && !allowedIps.includes('127.0.0.1')) return refusal(40164);
    const refused = planned.take(request);
    if (refused || OPEN.test(request.path)) return refused;
    const token = request.query.get('access_token');
    if (!token) world.violations.push(`${request.path}: no access_token`);
    if (!token) return refusal(41001);
    const standing = world.tokens.standing(token);
    if (standing !== 'good') return refusal(standing === 'expired' ? 42001 : 40001);
    return world.options.verified === false && VERIFIED_ONLY.test(request.path) ? refusal(48001) : undefined;
  };

  return simServer({
    clock: world.clock,
    ...(world.options.port !== undefined && { port: world.options.port }),
    routes,
    before,
    wording: (kind) => refusal(kind === 'tokenInvalid' ? 40001 : 45009),
  });
}
