import type { SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import { bodyOf } from './call.ts';
import type { WecomWorld } from './world.ts';

/** The log goes back three days. */
const KEPT_MS = 3 * 24 * 3_600_000;
const MINUTE_MS = 60_000;

/**
 * `sync_msg`: the log from a cursor on, oldest first, in pages. A cursor can be used again; one that lies before the
 * last three days goes on where they begin. What an unknown cursor is answered with is not documented: 40058.
 */
export function syncRoutes(world: WecomWorld): Readonly<Record<string, SimRoute>> {
  const { clock, random, items } = world;
  const places = new Map<string, number>();
  const cursorAt = (place: number): string => {
    const known = [...places].find(([, at]) => at === place)?.[0];
    if (known !== undefined) return known;
    const cursor = random.id(48);
    places.set(cursor, place);
    return cursor;
  };
  let untokened: readonly number[] = [];

  const vouched = (token: unknown): void => {
    const now = clock.now();
    if (token !== undefined && token !== '') {
      must((world.bells.get(String(token)) ?? 0) > now, 95007);
      return;
    }
    untokened = [...untokened.filter((at) => now - at < MINUTE_MS), now];
    must(untokened.length <= world.rules.untokenedPerMinute, 45009);
  };

  return {
    'POST /cgi-bin/kf/sync_msg': (request) => {
      const { cursor, token, limit = 1000, open_kfid: kf, voice_format: voice = 0 } = bodyOf(request);
      must(typeof limit === 'number' && limit >= 1 && limit <= 1000, 40058);
      must(voice === 0 || voice === 1, 40058);
      must(kf === undefined || kf === world.options.openKfId, 95000);
      vouched(token);
      const known = cursor === undefined || cursor === '' ? 0 : places.get(String(cursor));
      const begin = known ?? (world.rules.unknownCursor === 'beginning' ? 0 : undefined);
      must(begin !== undefined, 40058);
      const oldest = (clock.now() - KEPT_MS) / 1000;
      const kept = items.findIndex(({ send_time: at }) => at >= oldest);
      const from = Math.max(begin, kept < 0 ? items.length : kept);
      const to = Math.min(from + limit, from + world.rules.pageSize, items.length);
      return ok({
        next_cursor: cursorAt(to),
        has_more: to < items.length ? 1 : 0,
        msg_list: items.slice(from, to),
      });
    },
  };
}
