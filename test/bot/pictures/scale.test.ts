import { beforeAll, expect, it, vi } from 'vitest';
import { idBack } from '../../pictures/id-back.ts';
import { idFront } from '../../pictures/id-front.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { desks, named, said, verdicts } from './shown.ts';

vi.setConfig({ testTimeout: 90_000 });

const desk = desks();
const pictures: Record<'front' | 'near' | 'far', Buffer> = {
  front: Buffer.alloc(0),
  near: Buffer.alloc(0),
  far: Buffer.alloc(0),
};
beforeAll(async () => {
  const back = await idBack({ seed: 7, to: '长期' });
  pictures.front = await photoOf(await idFront({ seed: 7 }));
  pictures.near = await photoOf(back, { seed: 2 });
  pictures.far = await photoOf(back, { seed: 3, margin: 0.4 });
});

const show = (...files: readonly Buffer[]) =>
  desk().show(
    files.map((file) => named(file)),
    { consents: true },
  );

it('front and back are compared in one message', async () => {
  expect(verdicts(await show(pictures.front, pictures.far))).toEqual(['image-ratio']);
  expect(said(await show(pictures.front, pictures.near))).toContain('差不多大');
});

it('and in two, each with the latest of the other side', async () => {
  await show(pictures.front);
  const far = await show(pictures.far);
  expect(verdicts(far)).toEqual(['image-ratio']);
  expect(said(far)).toContain('正面拍得大一些');
  const near = await show(pictures.near);
  expect(near.outcome.verdict).toBe('image-ok');
  expect(said(near)).toContain('差不多大');
});

it('nothing is said of the scale of one side alone', async () => {
  expect(said(await show(pictures.front))).not.toContain('差不多大');
  expect((await desk().store.byId('talk-1'))?.facts.pictures?.[0]?.area).toBeGreaterThan(0.3);
});
