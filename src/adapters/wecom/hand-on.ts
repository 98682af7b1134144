import { takeStep } from '../../bot/desk/take-step.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import { later } from '../../handoff/later.ts';
import { PARKED } from '../../handoff/outbox.ts';
import { textBody } from './body-of.ts';
import { sayOnEvent } from './say-on-event.ts';
import { isWithServicer, stateOf } from './service-state.ts';
import { mute } from './servicer.ts';
import { endsOf, type WecomParts } from './wecom-parts.ts';
import { NOT_THAT_WAY, WecomRefusal } from './wecom-refusal.ts';
import { wecomWords } from './wecom-words.ts';

/** The state of a session that waits for a servicer. */
const POOL = 2;
/** Milliseconds. */
const WANTED = 48 * 3_600_000;
const HELD = 30_000;

const nameOf = (talk: string): string => `wecom:hand-on:${talk}`;

/** Remembers that the person of a talk wants a servicer. */
export async function wantServicer({ store, now }: WecomParts, talk: string): Promise<void> {
  await store.vendor.remember(nameOf(talk), 'wanted', later(now(), WANTED), now());
}

/**
 * Gives the session to the servicers in WeCom, where one is wanted and all that
 * goes before is out: once they have it, WeCom takes nothing by the API any more.
 */
export async function handOnOnceSaid(wecom: WecomParts, talk: string): Promise<void> {
  const { vendor, underWay, byId } = wecom.store;
  const { now } = wecom;
  const name = nameOf(talk);
  const isWanted = async (): Promise<boolean> => (await vendor.recall(name, now())) === 'wanted';
  if (!(await isWanted())) return;
  if ((await underWay(talk)).some(({ dueAt }) => dueAt !== PARKED)) return;
  if (!(await vendor.hold(name, now(), later(now(), HELD)))) return;
  try {
    const record = (await isWanted()) ? await byId(talk) : undefined;
    if (!record) return;
    await handOn(wecom, record);
    await vendor.remember(name, '', later(now(), HELD), now());
  } finally {
    await vendor.letGo(name);
  }
}

async function handOn(wecom: WecomParts, record: TalkRecord): Promise<void> {
  const { id, talk } = record;
  try {
    const { msg_code } = await wecom.api.call('kf/service_state/trans', { ...endsOf(talk), service_state: POOL });
    await mute(wecom, id, wecom.now());
    if (typeof msg_code === 'string') await sayOnEvent(wecom, msg_code, textBody(wecomWords.queued));
  } catch (error) {
    const mayBeThere = error instanceof WecomRefusal && error.errcode === NOT_THAT_WAY;
    if (mayBeThere && isWithServicer(await stateOf(wecom, talk))) await mute(wecom, id, wecom.now());
    else await waitHere(wecom, id, error);
  }
}

/** WeCom does not take it: whoever wants a person waits at our own desk. */
async function waitHere({ store, bus, log, now }: WecomParts, talk: string, error: unknown): Promise<void> {
  log.error({ err: error, talk }, 'a session could not be handed on to the servicers of WeCom');
  const at = now();
  const fault = error instanceof Error ? error.message : String(error);
  await takeStep({ store, bus }, talk, at, () => ({
    steps: [{ is: 'hand-over', reason: 'user_asked', at }],
    notes: [{ kind: 'note', author: null, body: { text: `没能转给企业微信的接待人员：${fault}` } }],
  }));
}
