import type { SimAnswer, SimRequest } from '../request.ts';

/** What the platforms call their errors, for the codes the simulators use. */
const WORDS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40002: 'invalid grant_type',
  40005: 'invalid file type',
  40006: 'invalid file size',
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40009: 'invalid image size',
  40010: 'invalid voice size',
  40011: 'invalid video size',
  40012: 'invalid thumb size',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40016: 'invalid button size',
  40017: 'invalid button type',
  40018: 'invalid button name size',
  40019: 'invalid button key size',
  40020: 'invalid button url size',
  40023: 'invalid sub button size',
  40024: 'invalid sub button type',
  40025: 'invalid sub button name size',
  40026: 'invalid sub button key size',
  40027: 'invalid sub button url size',
  40058: 'invalid Request Parameter',
  40096: 'invalid external userid',
  40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist',
  41001: 'access_token missing',
  41005: 'media data missing',
  41050: 'invalid code',
  42001: 'access_token expired',
  43004: 'require subscribe',
  43019: 'in blacklist',
  44004: 'empty content',
  45002: 'content size out of limit',
  45008: 'article size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit',
  45015: 'response out of time limit or subscription is canceled',
  45033: 'api concurrent out of limit',
  45047: 'out of response count limit',
  45072: 'invalid command',
  45080: 'no message in 30 seconds',
  45081: 'already typing',
  46003: 'menu no exist',
  47001: 'data format error',
  48001: 'api unauthorized',
  48002: 'user block receive message',
  60020: 'not allow to access from your ip',
  89503: 'ip waits for the confirmation of an administrator',
  95000: 'invalid open_kfid',
  95001: 'send msg count limit',
  95002: 'send msg time limit',
  95004: 'open_kfid not exist',
  95007: 'invalid msg token',
  95008: 'menu item count limit',
  95013: 'session is ended',
  95014: 'user is not a servicer',
  95016: 'not allow to change to this service state',
  95017: 'api switch is off',
  95018: 'send msg session status invalid',
  95019: 'servicer is not receiving',
  95031: 'no enquiry in 48 hours',
};

/** The shape of every error, with a request id behind the words as the live platforms append one. */
export const refusal = (errcode: number): SimAnswer => ({
  body: { errcode, errmsg: `${WORDS[errcode] ?? 'error'} rid: 0-0-${Math.abs(errcode)}` },
});

export const ok = (more: object = {}): SimAnswer => ({ body: { errcode: 0, errmsg: 'ok', ...more } });

/** A call the platform refuses: thrown by a check, answered by `answered`. */
export class Refused extends Error {
  readonly errcode: number;
  constructor(errcode: number) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
  }
}

/** Ends the call with this code unless `holds`. */
export function must(holds: unknown, errcode: number): asserts holds {
  if (!holds) throw new Refused(errcode);
}

type Route = (request: SimRequest) => SimAnswer | Promise<SimAnswer>;

/** Codes that say the caller built the call wrongly, and not that the world is against it. */
const CARELESS = [40008, 40058, 41005, 44004, 45002, 45072, 47001, 95008];

/** A route whose refusals become answers; the careless ones are noted among the violations. */
export const answered =
  (route: Route, violations: string[]): Route =>
  async (request) => {
    try {
      return await route(request);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { errcode } = error;
      if (CARELESS.includes(errcode)) violations.push(`${request.method} ${request.path}: ${errcode}`);
      return refusal(errcode);
    }
  };
