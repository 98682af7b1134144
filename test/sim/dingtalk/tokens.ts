import { jsonBody, type SimAnswer, type SimRequest, type SimRoute } from '../request.ts';
import { errcode, refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Seconds a token lives; a repeated fetch gives the same token and makes it live that long again. */
const LIFE_S = 7_200;

export interface Tokens {
  /** POST /v1.0/oauth2/accessToken */
  readonly issue: SimRoute;
  /** GET /gettoken of the old API: a token of its own, good for the old API only. */
  readonly issueOld: SimRoute;
  /** The refusal of a call to the new API, if its token is not good. */
  check(request: SimRequest): SimAnswer | undefined;
  checkOld(request: SimRequest): SimAnswer | undefined;
  expire(): void;
}

const tokenCell = (world: World, prefix: string) => {
  let held: { readonly value: string; until: number } | undefined;
  const good = (): boolean => held !== undefined && held.until > world.clock.now();
  return {
    fetch() {
      if (!held || !good()) held = { value: `${prefix}${world.random.id(30)}`, until: 0 };
      held.until = world.clock.now() + LIFE_S * 1000;
      return held.value;
    },
    accepts: (value: unknown): boolean => good() && value === held?.value,
    expire() {
      held = undefined;
    },
  };
};

export function tokens(world: World): Tokens {
  const current = tokenCell(world, 'n');
  const old = tokenCell(world, 'o');
  const { app, record, settings } = world;
  return {
    issue(request) {
      const { appKey, appSecret } = jsonBody(request) ?? {};
      if (appKey !== app.appKey || appSecret !== app.appSecret) {
        return refusal('invalidClientIdOrSecret', '无效的clientId或者clientSecret');
      }
      return { body: { accessToken: current.fetch(), expireIn: LIFE_S } };
    },
    issueOld({ query }) {
      if (query.get('appkey') !== app.appKey || query.get('appsecret') !== app.appSecret) {
        return errcode(40089, '不合法的corpid或corpsecret');
      }
      return { body: { errcode: 0, access_token: old.fetch(), errmsg: 'ok', expires_in: LIFE_S } };
    },
    check({ method, path, headers }) {
      const token = headers['x-acs-dingtalk-access-token'];
      if (token === undefined) record.violations.push(`${method} ${path}: no x-acs-dingtalk-access-token`);
      if (current.accepts(token)) return undefined;
      return refusal('InvalidAuthentication', '不合法的access_token', settings.tokenErrorStatus);
    },
    checkOld({ method, path, query }) {
      const token = query.get('access_token');
      if (token === null) record.violations.push(`${method} ${path}: no access_token`);
      return old.accepts(token) || current.accepts(token) ? undefined : errcode(40014, '不合法的access_token');
    },
    expire() {
      current.expire();
      old.expire();
    },
  };
}
