import { limit } from '../http-limit.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';

/** Talks that one address may open a minute. Many phones share one address, so it is generous. */
const OPENINGS = 60;

/** A route's limit for each talk: `rateLimit` a minute. */
export function perTalk({ rateLimit }: Pick<Web, 'rateLimit'>) {
  return limit({ max: rateLimit, key: (request) => recordOf(request).id, told });
}

/** A route's limit for each address. */
export function perAddress({ rateLimit }: Pick<Web, 'rateLimit'>) {
  return limit({ max: rateLimit === null ? null : OPENINGS, told });
}

function told(seconds: number): string {
  return `您发得太快了，请等 ${seconds} 秒再发。`;
}
