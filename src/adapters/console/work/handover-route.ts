import { z } from 'zod';
import type { LastWord } from '../../../bot/supervision.ts';
import type { TalkRecord } from '../../../bot/talk-record.ts';
import { type FaceKnown, nextAction } from '../../../handoff/next-action.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { alertsOf } from './alerts-route.ts';
import { Summary } from './schema.ts';
import { summaryOf } from './summary-of.ts';
import { atDesk, type Work } from './work.ts';

/** More open cases than a shift hands over. */
const MOST = 500;
const NOTES = 3;

const Said = z.object({ at: z.string(), text: z.string(), pictures: z.int() }).readonly();

const Handed = z
  .object({
    summary: Summary,
    next: z
      .object({
        is: z.enum(['claim', 'answer-ticket', 'answer', 'look-again', 'ask', 'wait']),
        rung: z.enum(['right-person', 'who', 'advise', 'retry', 'review']).nullable(),
        due: z.string().nullable(),
      })
      .readonly(),
    isFace: z.boolean().meta({ description: '关于人脸核验' }),
    failuresAfterAdvice: z.int().nullable().meta({ description: '给出建议之后又失败几次；null 是还没有给过建议' }),
    theirs: Said.nullable().meta({ description: '用户最后一句' }),
    ours: Said.nullable().meta({ description: '客服最后一句；null 是客服还没有说过话' }),
    notes: z
      .array(z.object({ at: z.string(), author: z.string().nullable(), text: z.string() }).readonly())
      .readonly()
      .meta({ description: '最近三条备注，最新的在前' }),
    tickets: z.array(z.object({ id: z.string(), at: z.string(), text: z.string() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'HandedOver', description: '交给下一班的一个对话' });

export const HandoverSchema = z.object({ at: z.string(), cases: z.array(Handed).readonly() }).readonly();

/** What the next shift goes on with: every open case, face verifications first, then by when something is due. */
export function handoverRoute(scope: Http, work: Work): void {
  scope.get(
    '/handover',
    {
      schema: {
        tags: ['console'],
        summary: '交班：没有结束的对话和留言，各有下一步和时间；人脸核验在前',
        security: WITH_SESSION,
        response: { 200: HandoverSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      const { store } = work;
      const at = work.clock().toISOString();
      const knowledge = work.knowledge();
      const patience = (await alertsOf(store)).longWait * 1_000;
      const records = await store.cases(['queued', 'ringing', 'agent', 'waiting_user', 'follow_up', 'ticket'], {
        limit: MOST,
      });
      const talks = records.map(({ id }) => id);
      const words = byTalk(await store.lastWords(talks));
      const notes = byTalk(await store.notesOf(talks));
      const tickets = byTalk(await store.tickets({ done: false }));
      const cases = records.flatMap((record) => {
        const face = faceOf(record, knowledge);
        const next = nextAction({
          ...{ case: record.case, lastAt: record.spokenAt, now: at, patience },
          ...(face && { face }),
        });
        if (!next) return [];
        const said = words.get(record.id) ?? [];
        return [
          {
            summary: summaryOf(record, knowledge),
            next,
            isFace: face !== undefined,
            failuresAfterAdvice: face?.failuresAfterAdvice ?? null,
            theirs: saidBy(said, 'user'),
            ours: saidBy(said, 'agent'),
            notes: (notes.get(record.id) ?? []).slice(-NOTES).toReversed(),
            tickets: (tickets.get(record.id) ?? []).map(({ id, at, text }) => ({ id, at, text })),
          },
        ];
      });
      return { at, cases: cases.sort(byUrgency) };
    },
  );
}

/** What is known of the face verification; undefined where the case is not about it. */
function faceOf({ case: life, facts }: TalkRecord, knowledge: Knowledge | undefined): FaceKnown | undefined {
  const checks = knowledge?.entries().get(facts.entry ?? 0)?.checks ?? [];
  if (life.reason !== 'face_unresolved' && !checks.includes('face-verification')) return undefined;
  const { inPerson, failuresAfterAdvice } = facts;
  return {
    ...(inPerson !== undefined && { inPerson }),
    ...(failuresAfterAdvice !== undefined && { failuresAfterAdvice }),
  };
}

function saidBy(said: readonly LastWord[], who: LastWord['by']) {
  const found = said.find(({ by }) => by === who);
  return found ? { at: found.at, text: found.text, pictures: found.pictures } : null;
}

function byTalk<Of extends { readonly talk: string }>(all: readonly Of[]): ReadonlyMap<string, readonly Of[]> {
  const grouped = new Map<string, Of[]>();
  for (const one of all) grouped.set(one.talk, [...(grouped.get(one.talk) ?? []), one]);
  return grouped;
}

interface Placed {
  readonly isFace: boolean;
  readonly next: { readonly due: string | null };
  readonly summary: { readonly since: string };
}

/** Face verifications first; then what is due first; what has no time comes last, the oldest before the others. */
function byUrgency(a: Placed, b: Placed): number {
  if (a.isFace !== b.isFace) return a.isFace ? -1 : 1;
  if (a.next.due !== b.next.due) {
    if (a.next.due === null) return 1;
    return b.next.due === null || a.next.due < b.next.due ? -1 : 1;
  }
  return a.summary.since < b.summary.since ? -1 : 1;
}
