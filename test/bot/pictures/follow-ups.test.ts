import { beforeAll, expect, it, vi } from 'vitest';
import { cut, turn } from '../../pictures/degrade.ts';
import { face } from '../../pictures/face.ts';
import { idFront } from '../../pictures/id-front.ts';
import { padded } from '../../pictures/pad.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { buttons, desks, named, said } from './shown.ts';

vi.setConfig({ testTimeout: 90_000 });

let card: Buffer;
const desk = desks();
beforeAll(async () => {
  card = await photoOf(await idFront({ seed: 7 }));
});

const show = (picture: Buffer) => desk().show([named(picture)], { consents: true });

it.each(['看不懂 那咋改', '就大一点点也不行吗'])('a doubt about the verdict is answered with it: %s', async (doubt) => {
  await show(padded(card, 'jpg', 4_400_000));
  const answered = await desk().say(doubt);
  expect(answered.outcome).toMatchObject({
    kind: 'finding',
    entry: 10,
    diagnostic: 'image',
    verdict: 'image-too-big',
  });
  expect(said(answered)).toContain('4 MB');
  expect(buttons(answered)).toContain('帮我改好');
});

it('a doubt about a good one is answered with that', async () => {
  await show(card);
  expect((await desk().say('到底行不行嘛')).outcome).toMatchObject({ verdict: 'image-ok', entry: 10 });
});

it.each(['你来弄吧', '你给我转一下不就完了'])('whoever leaves it to us gets a file: %s', async (wish) => {
  await show(await turn(90)(card));
  const answered = await desk().say(wish);
  expect(answered.messages.flatMap(({ files = [] }) => files).at(-1)?.name).toBe('图片-改好.jpg');
});

it('a card that is cut off is not made whole by cropping', async () => {
  await show(await cut('right', 0.3)(card));
  expect(said(await desk().say('帮我裁一下'))).toContain('补不回');
});

it('a second face is refused like the first', async () => {
  await show(await face({ seed: 3 }));
  const answered = await desk().say('那我对着脸再拍一张发你？');
  expect(answered.outcome.verdict).toBe('image-face-only');
  expect(said(answered)).toContain('不要发自拍');
});

it('a question about something else is answered as such', async () => {
  await show(padded(card, 'jpg', 4_400_000));
  expect((await desk().say('授权书在哪里下载')).outcome).toMatchObject({ entry: 12, diagnostic: null });
  expect((await desk().say('照片你们会存多久啊')).outcome.kind).toBe('smalltalk');
});
