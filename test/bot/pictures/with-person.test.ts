import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AT } from '../../desk.ts';
import { face } from '../../pictures/face.ts';
import { idFront } from '../../pictures/id-front.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { buttons, desks, named, said } from './shown.ts';

vi.setConfig({ testTimeout: 90_000 });

let card: Buffer;
const desk = desks();
beforeAll(async () => {
  card = await photoOf(await idFront({ seed: 7 }));
}, 60_000);

const record = async () => (await desk().store.byId('talk-1')) ?? expect.fail('there is no talk');
/** The pictures in the person's own lines. */
const sent = async () =>
  (await desk().store.lines('talk-1', 0, 20)).flatMap(({ by, files = [] }) => (by === 'user' ? files : []));

describe('the wish for a person with a picture', () => {
  beforeEach(async () => {
    await desk().store.setPresence({ agent: 'zhou', available: true, capacity: 3, seenAt: AT });
  });

  it('hands over in the same turn, and the picture is there for the agent', async () => {
    const answered = await desk().show([named(card)], { text: '转人工', consents: true });
    expect(answered.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
    expect(said(answered)).toMatch(/^图片收到了.*\n已为您转人工客服排队/);
    expect((await record()).case).toMatchObject({ state: 'queued', reason: 'user_asked' });
    expect((await record()).facts.pictures).toMatchObject([{ document: 'id-front' }]);
    const [file] = await sent();
    expect(await desk().vault.get('talk-1', file?.id ?? '')).toMatchObject({ type: 'image/jpeg' });
  });

  it('without consent hands over all the same, and holds the picture until it is given', async () => {
    const answered = await desk().show([named(card)], { text: '转人工' });
    expect(answered.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
    expect(said(answered)).toMatch(/请您同意.*\n已为您转人工客服排队/s);
    expect(buttons(answered)).toEqual(expect.arrayContaining(['同意', '不同意', '等人工']));
    expect(await sent()).toEqual([]);
    const agreed = await desk().say('同意');
    expect(agreed.messages).toMatchObject([{ by: 'system', text: expect.stringContaining('图片收到了') }]);
    expect((await record()).case.state).toBe('queued');
    expect(await sent()).toHaveLength(1);
  });

  it('forgets the picture where consent is refused, and the handover stays', async () => {
    await desk().show([named(card)], { text: '转人工' });
    expect((await desk().say('不同意')).outcome.kind).toBe('declined');
    expect((await record()).case.state).toBe('queued');
    expect(await sent()).toEqual([]);
  });

  it('says why a picture is not kept', async () => {
    const answered = await desk().show([named(await face({ seed: 7 }))], { text: '转人工', consents: true });
    expect(said(answered)).toMatch(/这张图不会保存.*\n已为您转人工客服排队/s);
    expect(await sent()).toEqual([]);
  });
});

it('a 留言 is asked for where nobody is on duty, and the picture is held meanwhile', async () => {
  const answered = await desk().show([named(card)], { text: '转人工' });
  expect(answered.outcome.handoff).toBe('ticket');
  await desk().say('同意');
  expect(await sent()).toHaveLength(1);
  await desk().say('手机 13900000000，执照的图一直不过');
  expect(await desk().store.tickets({ done: false })).toMatchObject([{ id: 'L-TEST-1' }]);
});

it('pictures that an agent is sent with 转人工 are for the agent alone', async () => {
  await desk().store.setPresence({ agent: 'zhou', available: true, capacity: 3, seenAt: AT });
  await desk().say('转人工');
  const { case: was, told } = await record();
  const next = { ...was, state: 'agent', owner: 'zhou', waitingSince: null, epoch: was.epoch + 1 } as const;
  const rest = { by: 'zhou', lines: [], notes: [], wasTold: told, told };
  await desk().store.move({ id: 'talk-1', at: AT, was, next, ...rest });
  const answered = await desk().show([named(card)], { text: '转人工', consents: true });
  expect(answered.messages).toEqual([]);
  expect(await sent()).toHaveLength(1);
});
