import { z } from 'zod';
import type { TalkRecord } from '../../../bot/talk-record.ts';
import { CODES, REASONS } from '../../../handoff/case.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { noTalk } from './answer-taken.ts';
import { State, TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

/** Conversations told at most. */
const MOST = 50;
/** Of each, so many of the last lines, each so long at most. */
const LINES = 3;
const LONGEST = 120;

const Earlier = z
  .object({
    talk: z.string(),
    channel: z.string(),
    state: State,
    reason: z.enum(REASONS).nullable(),
    code: z.enum(CODES).nullable(),
    entry: z.object({ number: z.int(), title: z.string() }).readonly().nullable(),
    openedAt: z.string(),
    lastAt: z.string(),
    seq: z.int(),
    lines: z
      .array(z.object({ by: z.enum(['user', 'bot', 'agent', 'system']), text: z.string() }).readonly())
      .readonly()
      .meta({ description: `最后的 ${LINES} 句，各取开头` }),
  })
  .readonly()
  .meta({ id: 'EarlierTalk', description: '同一个人的另一个对话' });

/** The other conversations of one person: of the same signed identity, or of the same account of a channel. */
export function historyRoute(scope: Http, work: Work): void {
  scope.get(
    '/talks/:talk/history',
    {
      schema: {
        tags: ['console'],
        summary: '这个人的其他对话，新的在前；网页上要由所在的网站签名说明是谁',
        security: WITH_SESSION,
        params: TalkParams,
        response: { 200: z.object({ talks: z.array(Earlier).readonly() }), ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      const { talk } = request.params;
      if (!(await work.store.byId(talk))) throw noTalk();
      const others = await work.store.othersOf(talk, MOST);
      return { talks: await Promise.all(others.map(told)) };
    },
  );

  async function told(record: TalkRecord): Promise<z.output<typeof Earlier>> {
    const { id, talk, case: life, facts, openedAt, spokenAt, seq } = record;
    const title = work
      .knowledge()
      ?.entries()
      .get(facts.entry ?? 0)?.title;
    const lines = await work.store.lines(id, Math.max(0, seq - LINES), LINES);
    return {
      ...{ talk: id, channel: talk.channel, state: life.state, reason: life.reason, code: life.code },
      entry: facts.entry !== undefined && title !== undefined ? { number: facts.entry, title } : null,
      ...{ openedAt, lastAt: spokenAt, seq },
      lines: lines.map(({ by, text }) => ({ by, text: short(text) })),
    };
  }
}

function short(text: string): string {
  const signs = [...text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\s+/g, ' ')];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : signs.join('');
}
