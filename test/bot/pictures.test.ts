import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answered, Picture } from '../../src/bot/message.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type Desk, openDesk } from '../desk.ts';
import { blur, degrade, turn } from '../pictures/degrade.ts';
import { face } from '../pictures/face.ts';
import { idFront } from '../pictures/id-front.ts';
import { photoOf } from '../pictures/photo-of.ts';
import { screenshot } from '../pictures/screenshot.ts';
import { trainedKnowledge } from '../trained.ts';

vi.setConfig({ testTimeout: 90_000 });

let knowledge: Knowledge;
let card: Buffer;
let desk: Desk;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  card = await photoOf(await idFront({ seed: 7 }));
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openDesk(knowledge);
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

const named = (bytes: Uint8Array, name = '图.jpg'): Picture => ({ name, bytes });
const said = ({ messages }: Answered): string => messages.map(({ text }) => text).join('\n');
const buttons = ({ messages }: Answered): readonly string[] => messages.flatMap(({ choices = [] }) => choices);

describe('before the first picture', () => {
  it('asks for consent, says what for and for how long, and keeps nothing', async () => {
    const answered = await desk.show([named(card)]);
    expect(answered.outcome).toMatchObject({ kind: 'ask', diagnostic: 'image' });
    expect(buttons(answered)).toContain('同意');
    expect(said(answered)).toMatch(/检查.*加密保存.*7 天/s);
    expect(await desk.vault.erase('talk-1')).toBe(0);
  });

  it('goes on with the held picture after 同意, without asking for it again', async () => {
    await desk.show([named(card)]);
    const answered = await desk.say('同意');
    expect(answered.outcome).toMatchObject({ kind: 'finding', diagnostic: 'image', verdict: 'image-ok', entry: 10 });
    expect(answered.outcome.pictures).toMatchObject([{ document: 'id-front', verdict: 'image-ok' }]);
    expect((await desk.store.byId('talk-1'))?.facts).toMatchObject({
      consent: true,
      pictures: [{ document: 'id-front' }],
    });
  });

  it('asks for it once more where it is no longer held', async () => {
    await desk.show([named(card)], { at: '2026-03-02T06:00:00.000Z' });
    const answered = await desk.say('同意');
    expect(answered.outcome.kind).toBe('ask');
    expect(said(answered)).toContain('再发一次');
  });

  it('respects a no, and forgets the picture', async () => {
    await desk.show([named(card)]);
    expect((await desk.say('不同意')).outcome.kind).toBe('declined');
    expect((await desk.say('同意')).outcome.diagnostic).toBeNull();
  });
});

describe('a picture to be uploaded', () => {
  it('is judged at once where consent came with it, and kept for its writer', async () => {
    const answered = await desk.show([named(card, '正面.jpg')], { consents: true, text: '这张可以吗' });
    expect(answered.outcome.verdict).toBe('image-ok');
    expect(said(answered)).toContain('可以');
    const lines = await desk.store.lines('talk-1', 0, 10);
    expect(lines[0]).toMatchObject({
      by: 'user',
      text: '这张可以吗',
      files: [{ name: '图片.jpg', type: 'image/jpeg' }],
    });
  });

  it('that cannot be uploaded as it is comes back as a file that can', async () => {
    const answered = await desk.show([named(await degrade(card, turn(90)), '斜.png')], { consents: true });
    expect(answered.outcome.findings.map(({ verdict }) => verdict)).toContain('image-turned');
    expect(buttons(answered)).toContain('帮我改好');
    const fixed = await desk.say('帮我改好');
    const files = fixed.messages.flatMap(({ files = [] }) => files);
    expect(files.map(({ name }) => name)).toEqual(['原图-图片.png', '图片-改好.jpg']);
    const made = await desk.vault.get('talk-1', files[1]?.id ?? '');
    expect(made?.type).toBe('image/jpeg');
    expect(made?.bytes.length).toBeLessThan(3_800_000);
    const again = await desk.show([named(made?.bytes ?? card, '改好.jpg')]);
    expect(again.outcome.findings.map(({ verdict }) => verdict)).not.toContain('image-turned');
  });

  it('that came before is told so', async () => {
    await desk.show([named(card)], { consents: true });
    expect(said(await desk.show([named(card)]))).toContain('同一张图片');
    expect(said(await desk.show([named(await degrade(card, blur(1)))]))).toContain('几乎一样');
  });

  it('of a face without a document is refused and not kept', async () => {
    const answered = await desk.show([named(await face({ seed: 3 }))], { consents: true });
    expect(answered.outcome).toMatchObject({ verdict: 'image-face-only' });
    expect(await desk.vault.erase('talk-1')).toBe(0);
  });

  it('that is no picture at all is refused in a sentence', async () => {
    const answered = await desk.show([named(Buffer.from('%PDF-1.7 …'), '执照.jpg')], { consents: true });
    expect(answered.outcome.verdict).toBe('image-format');
    expect(said(answered)).toContain('jpg');
  });
});

describe('a screenshot', () => {
  it('of an error is answered as its entry, with the line quoted', async () => {
    const shot = await screenshot({ kind: 'error', lines: ['非法参数'] });
    const answered = await desk.show([named(shot)], { consents: true });
    expect(answered.outcome).toMatchObject({
      kind: 'answer',
      entry: 2,
      diagnostic: 'screenshot',
      verdict: 'recognised',
    });
    expect(said(answered)).toContain('图里写着“非法参数”');
    expect((await desk.store.byId('talk-1'))?.facts.errorText).toBe('非法参数');
  });

  it('of something unknown is said to be unknown, with what was read', async () => {
    const shot = await screenshot({ kind: 'other', lines: ['今日步数', '8021 步', '排行榜'] });
    const answered = await desk.show([named(shot)], { consents: true });
    expect(answered.outcome).toMatchObject({ diagnostic: 'screenshot', verdict: 'unknown-screen', entry: null });
    expect(said(answered)).toContain('今日步数');
  });
});

it('tells of a document and of a screen that come in one message, in their order', async () => {
  const shot = await screenshot({ kind: 'error', lines: ['非法参数'] });
  const blurred = await degrade(card, blur(5));
  const { outcome } = await desk.show([named(blurred), named(shot, '截图.png')], { consents: true });
  expect(outcome.pictures.map(({ verdict }) => verdict)).toEqual([expect.not.stringMatching('image-ok'), 'image-ok']);
  expect(outcome.pictures[1]?.document).toBe('screenshot');
  expect(outcome).toMatchObject({ entry: 2, diagnostic: 'screenshot', verdict: 'recognised' });
  const found = outcome.findings.map(({ verdict }) => verdict);
  expect(found).toContain(outcome.pictures[0]?.verdict);
});
