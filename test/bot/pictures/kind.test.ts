import { beforeAll, expect, it, vi } from 'vitest';
import { emblem } from '../../pictures/id-back.ts';
import { idGround } from '../../pictures/id-front.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { render } from '../../pictures/render.ts';
import { buttons, desks, named, said } from './shown.ts';

vi.setConfig({ testTimeout: 90_000 });

let wordless: Buffer;
const desk = desks();
beforeAll(async () => {
  const card = await render(idGround('#eaf1f4', '#cfe0ea', '#e8dfe6') + emblem(160, 160, 92), 1024, 646);
  wordless = await photoOf(card);
});

const CHOICES = ['身份证正面', '身份证反面', '营业执照', '其他'];

it('a picture of which nothing was read is measured, and its kind asked for', async () => {
  const answered = await desk().show([named(wordless)], { consents: true });
  expect(answered.outcome).toMatchObject({ kind: 'finding', verdict: 'image-cannot-tell', entry: 10 });
  expect(said(answered)).toMatch(/JPG 图片.*请告诉我这是什么/s);
  expect(buttons(answered)).toEqual(CHOICES);
});

it('is judged as what it is said to be', async () => {
  await desk().show([named(wordless)], { consents: true });
  const answered = await desk().say('身份证正面');
  expect(answered.outcome.pictures).toMatchObject([{ document: 'id-front', verdict: 'image-cannot-tell' }]);
  expect(said(answered)).toMatch(/没有读到“姓名”.*没有核对/s);
  expect((await desk().store.byId('talk-1'))?.facts.pictures).toMatchObject([{ document: 'id-front' }]);
  expect(buttons(answered)).not.toContain('其他');
});

it('is asked for the side where only the card is named', async () => {
  await desk().show([named(wordless)], { consents: true });
  expect(said(await desk().say('是身份证'))).toContain('哪一面');
  expect((await desk().say('反面')).outcome.pictures[0]?.document).toBe('id-back');
});

it('has a verdict of its own where it is something else', async () => {
  await desk().show([named(wordless)], { consents: true });
  const answered = await desk().say('其他');
  expect(answered.outcome.verdict).toBe('image-cannot-tell');
  expect(said(answered)).toContain('没有核对');
});

it('is left alone where the answer is another question', async () => {
  await desk().show([named(wordless)], { consents: true });
  expect((await desk().say('授权书在哪里下载')).outcome.entry).toBe(12);
});
