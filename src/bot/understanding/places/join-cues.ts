import type { Cue } from './cues-before.ts';
import { type Standing, standings } from './standing.ts';

/** These count whatever stands before the place. */
const DECISIVE: ReadonlySet<Standing> = new Set(['home', 'from', 'trip', 'third', 'hasBranch']);
/** These give way to a firm or its papers after the place: 老板在深圳开的公司. */
const SOFT: ReadonlySet<Standing> = new Set(['third', 'thing', 'trip', 'home', 'here', 'self']);
const PLAIN: Cue = { standing: 'plain', words: '' };
/** 我们杭州…, 我们的杭州…: only with these is it said of us. */
const LINKED = /(?:[在是的们咱俺边自])$/u;

/** One sense out of the cue before a place and the cue after it. */
export function joinCues(
  left: Cue | undefined,
  right: Cue | undefined,
  around: { before: string; after: string },
): Cue {
  if (left?.standing === 'never') return left;
  if (left?.standing === 'from') return left;
  if (right?.standing === 'head' && left?.standing !== 'files') return right;
  if (right && (DECISIVE.has(right.standing) || !left)) return right;
  if (!left) return PLAIN;
  if (!right) return alone(left, around);
  if (left.standing === 'here' && right.standing === 'person') return { standing: 'third', words: right.words };
  if (SOFT.has(left.standing) && right.standing === 'focus') return left;
  if (SOFT.has(left.standing) && standings[right.standing] >= standings.hasBranch) return right;
  return standings[right.standing] > standings[left.standing] ? right : left;
}

function alone(left: Cue, { before, after }: { readonly before: string; readonly after: string }): Cue {
  if (left.standing === 'here' && after.startsWith('的')) return { standing: 'self', words: left.words };
  return left.standing === 'self' && !LINKED.test(before) ? PLAIN : left;
}
