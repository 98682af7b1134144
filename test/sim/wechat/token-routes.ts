import { jsonBody, type SimAnswer, type SimRoute } from '../request.ts';
import { must } from '../tencent/answer-code.ts';
import type { WechatWorld } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Both the old and the new token work for about 5 min; `stable_token` renews as early. */
const OVERLAP_MS = 5 * MINUTE_MS;

/** Calls within a sliding span of the clock. */
function counter(world: WechatWorld, span: number, limit: number) {
  let times: readonly number[] = [];
  return (): boolean => {
    const now = world.clock.now();
    times = [...times.filter((at) => now - at < span), now];
    return times.length <= limit;
  };
}

/**
 * `token`: every call a new token that retires the one before; 2000 a day.
 * `stable_token`: the same token until 5 min before its end, 10 000 a minute; `force_refresh` 20 a day, and none within
 * 30 s of the last. Neither knows the other's tokens.
 */
export function tokenRoutes(world: WechatWorld): Readonly<Record<string, SimRoute>> {
  const { options, tokens, clock } = world;
  const [daily, perMinute, forced] = [
    counter(world, DAY_MS, 2000),
    counter(world, MINUTE_MS, 10_000),
    counter(world, DAY_MS, 20),
  ];
  let latest = '';
  let stable = '';
  let forcedAt = Number.NEGATIVE_INFINITY;

  const checked = (appid: unknown, secret: unknown, grant: unknown): void => {
    must(grant === 'client_credential', 40002);
    must(appid === options.appId, 40013);
    must(secret === options.appSecret, 40125);
  };
  const given = (access_token: string): SimAnswer => ({
    body: { access_token, expires_in: Math.floor(tokens.left(access_token) / 1000) },
  });

  return {
    'GET /cgi-bin/token': ({ query }) => {
      checked(query.get('appid'), query.get('secret'), query.get('grant_type'));
      must(daily(), 45009);
      tokens.retire(latest, OVERLAP_MS);
      latest = tokens.issue();
      return given(latest);
    },
    'POST /cgi-bin/stable_token': (request) => {
      const body = jsonBody(request);
      must(body, 47001);
      checked(body.appid, body.secret, body.grant_type);
      must(perMinute(), 45011);
      const force = body.force_refresh === true && clock.now() - forcedAt >= 30_000;
      if (force) {
        must(forced(), 45009);
        forcedAt = clock.now();
        tokens.retire(stable, 0);
      }
      if (force || tokens.left(stable) <= OVERLAP_MS) stable = tokens.issue();
      return given(stable);
    },
  };
}
