import type { Summary } from '../api/types.ts';
import type { Kind } from './kinds.ts';

/** What the desk shows at a moment; a list that is not read yet is undefined. */
export interface Seen {
  readonly queue: readonly Summary[] | undefined;
  readonly mine: readonly Summary[] | undefined;
  readonly tickets: readonly Summary[] | undefined;
}

export interface News {
  readonly kind: Kind;
  readonly talk: string;
}

const NOTHING: Seen = { queue: undefined, mine: undefined, tickets: undefined };

/**
 * What happened between two looks at the desk that its agent should hear of. A list that is read for the first time
 * tells nothing new, but that something rings.
 */
export function newsOf(before: Seen = NOTHING, after: Seen, me: string): readonly News[] {
  const rings = ringingFor(me, after.queue).filter(
    (one) =>
      !ringingFor(me, before.queue).some(
        ({ talk, ringingUntil }) => talk === one.talk && ringingUntil === one.ringingUntil,
      ),
  );
  // What I put back myself is no news to me.
  const joined = added(before.queue, after.queue).filter(
    ({ talk, ringingFor }) => ringingFor !== me && !before.mine?.some((one) => one.talk === talk),
  );
  const spoken = (after.mine ?? []).filter((one) => {
    const was = before.mine?.find(({ talk }) => talk === one.talk);
    return was !== undefined && one.seq > was.seq && one.unansweredSince !== null;
  });
  return [
    ...rings.map(({ talk }): News => ({ kind: 'ring', talk })),
    ...joined.map(({ talk }): News => ({ kind: 'queue', talk })),
    ...added(before.tickets, after.tickets).map(({ talk }): News => ({ kind: 'ticket', talk })),
    ...spoken.map(({ talk }): News => ({ kind: 'message', talk })),
  ];
}

export function ringingFor(me: string, queue: readonly Summary[] = []): readonly Summary[] {
  return queue.filter((one) => one.ringingFor === me);
}

function added(before: readonly Summary[] | undefined, after: readonly Summary[] = []): readonly Summary[] {
  if (before === undefined) return [];
  return after.filter(({ talk }) => !before.some((one) => one.talk === talk));
}
