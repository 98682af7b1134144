import type { NewLine } from '../../bot/case-store.ts';
import { deskPhrases } from '../../bot/desk/desk-phrases.ts';
import { event, releasing } from '../../bot/desk/plans.ts';
import { type Plan, type StepParts, takeStep } from '../../bot/desk/take-step.ts';
import { type DeskView, lookAtDesk } from '../../bot/desk-view.ts';
import { QUEUE_CHOICES } from '../../bot/hand-over.ts';
import type { Store } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import type { Told } from '../../bot/told.ts';
import { stepOf } from '../../handoff/action-step.ts';
import { msBetween } from '../../handoff/later.ts';
import { PRESENCE_MS } from '../../handoff/ring.ts';
import { type Action, dueOf, type World } from '../../handoff/timers.ts';

export interface CasesParts extends StepParts {
  readonly store: Store;
}

/** Does for every case what is due at a moment: ringing out, agents who are gone, times agreed, long silences. */
export async function keepCases(parts: CasesParts, at: string, options: { readonly quiet: boolean }): Promise<void> {
  const { store } = parts;
  const view = await lookAtDesk(store)(at);
  const present = await store.presences();
  const seen = new Map(present.map(({ agent, seenAt }) => [agent, seenAt]));
  const waiting = await store.cases(['queued', 'ringing']);
  const gone = present.filter(({ seenAt }) => msBetween(seenAt, at) >= PRESENCE_MS);
  const held = (await Promise.all(gone.map(({ agent }) => store.cases(['agent'], { owner: agent })))).flat();
  const put = await store.due(at);
  const quiet = options.quiet ? await store.cases(['waiting_user', 'resolved']) : [];
  for (const record of [...waiting, ...held, ...put, ...quiet]) {
    const [action] = dueOf(record.case, worldOf(record, at, view, seen));
    if (action) await takeStep(parts, record.id, at, (now) => planOf(now, action, at, view, seen));
  }
}

function worldOf(
  { case: life, told, spokenAt }: TalkRecord,
  now: string,
  { onDuty, open }: DeskView,
  seen: ReadonlyMap<string, string>,
): World {
  const ownerSeenAt = life.owner === null ? undefined : seen.get(life.owner);
  return {
    now,
    onDuty,
    open,
    lastLineAt: spokenAt,
    ...(ownerSeenAt !== undefined && { ownerSeenAt }),
    ...(told.ticket !== undefined && { offeredTicketAt: told.ticket }),
    ...(told.idle !== undefined && { warnedAt: told.idle }),
    ...(told.back !== undefined && { backAt: told.back }),
  };
}

const NOTHING: Plan = { steps: [] };

/** The plan of an action, where it is still due for what is read now. */
function planOf(
  record: TalkRecord,
  action: Action,
  at: string,
  view: DeskView,
  seen: ReadonlyMap<string, string>,
): Plan {
  const [still] = dueOf(record.case, worldOf(record, at, view, seen));
  if (still?.is !== action.is) return NOTHING;
  if (action.is === 'gone') return releasing(record, 'gone', action.agent, at);
  const step = stepOf(action, at);
  return { steps: step ? [step] : [], ...whatItSays(record, action, at) };
}

function whatItSays({ case: life, told }: TalkRecord, action: Action, at: string): Omit<Plan, 'steps'> {
  const says = (text: string, rest: Partial<NewLine> = {}, choices?: readonly string[]): Pick<Plan, 'lines'> => ({
    lines: [{ by: 'system', reply: { text, ...(choices && { choices }) }, ...rest }],
  });
  switch (action.is) {
    case 'ring-over':
      return {
        told: { ...told, rang: [...(told.rang ?? []), action.agent] },
        notes: [event('rang-out', action.agent)],
      };
    case 'offer-ticket':
      return {
        told: withTold(told, { ticket: at }),
        ...says(deskPhrases.offerTicket, { holds: 'waiting' }, QUEUE_CHOICES),
      };
    case 'warn-idle':
      return { told: withTold(told, { idle: at }), ...says(deskPhrases.warnIdle, { holds: 'epoch' }) };
    case 'end':
      return says(deskPhrases.ended);
    case 'due':
      if (life.state !== 'follow_up') return { told: withTold(told, { back: at }) };
      return { ...says(deskPhrases.back), notes: [event('due', null)] };
    default:
      return {};
  }
}

function withTold(told: Told, more: Told): Told {
  return { ...told, ...more };
}
