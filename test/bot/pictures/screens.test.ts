import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { idFront } from '../../pictures/id-front.ts';
import { plainScreen } from '../../pictures/plain-screen.ts';
import { screenshot } from '../../pictures/screenshot.ts';
import { desks, named, said, verdicts } from './shown.ts';

vi.setConfig({ testTimeout: 90_000 });

const desk = desks();

const show = async (lines: readonly string[], text = '') =>
  desk().show([named(await plainScreen(lines), '截图.png')], { text, consents: true });

describe('a screen with an error', () => {
  it('is known by that alone, and its file is no matter', async () => {
    const webp = await sharp(await plainScreen(['非法参数']))
      .webp()
      .toBuffer();
    const answered = await desk().show([named(webp, '截图.webp')], { text: '这是什么情况', consents: true });
    expect(answered.outcome).toMatchObject({ entry: 2, diagnostic: 'screenshot', verdict: 'recognised' });
    expect(verdicts(answered)).not.toContain('image-format');
    expect(answered.outcome.pictures).toMatchObject([{ document: 'screenshot', verdict: 'image-ok', findings: [] }]);
  });

  it('is answered together with what the words ask', async () => {
    const answered = await show(['提示', '产品类型为空', '确定'], '弹这个，顺便问下网站建设方案书在哪下');
    expect(answered.outcome).toMatchObject({ kind: 'answer', entry: 2, entries: [2, 12], verdict: 'recognised' });
    expect(said(answered)).toContain('方案书');
  });

  it('shown again after its answer, leads to what comes next', async () => {
    await show(['提示', '资料不全', '确定']);
    const again = await show(['提示', '资料不全', '确定'], '还是它');
    expect(again.outcome).toMatchObject({ entry: 3, handoff: 'offered' });
  });

  it('of the face counts as one more failure', async () => {
    await show(['证件人脸与公安库不一致'], '就是我本人');
    const second = await show(['证件人脸与公安库不一致'], '灯开着呢');
    expect(second.outcome).toMatchObject({ entry: 8, diagnostic: 'face-verification' });
    const third = await show(['证件人脸与公安库不一致'], '又失败了');
    expect(third.outcome).toMatchObject({ entry: 8, verdict: 'offer-human', handoff: 'offered' });
    expect((await desk().store.byId('talk-1'))?.facts.faceAttempts).toBe(3);
  });
});

describe('a screen that tells versions', () => {
  it('is taken for what the words ask, and told back', async () => {
    const answered = await show(['关于手机', 'Android 版本', '4.4.4'], '扫码进不去上传页面');
    expect(answered.outcome.entry).toBe(1);
    expect(verdicts(answered)).toContain('android-unsupported');
  });

  it('goes on with the error that was shown before, a document in between or not', async () => {
    await show(['无法显示该图片']);
    await desk().show([named(await idFront({ seed: 7 }))]);
    const answered = await show(['检查更新', '已是最新版本']);
    expect(answered.outcome.entry).toBe(2);
  });
});

describe('an unknown screen', () => {
  it('is said to be unknown, and the second time a person may come', async () => {
    const first = await show(['某某银行', '转账成功']);
    expect(first.outcome).toMatchObject({ entry: null, verdict: 'unknown-screen', handoff: 'offered' });
    await show(['今日步数', '8021']);
    expect((await desk().say('要')).outcome.kind).toBe('handoff');
  });

  it('does not keep the words beside it from their answer', async () => {
    const answered = await show(['上传资料', '身份证正面', '去上传'], '明明传成功了，上传页面不显示');
    expect(answered.outcome).toMatchObject({ entry: 6, verdict: 'unknown-screen' });
  });

  it('that is to be uploaded is judged as a picture', async () => {
    const answered = await show(['某某公司', '欢迎使用'], '这个截图能上传吗');
    expect(answered.outcome).toMatchObject({ entry: 10, diagnostic: 'image', verdict: 'image-not-original' });
  });
});

it('a screen that shows a document is judged as one to be uploaded', async () => {
  const card = await sharp(await idFront({ seed: 7 }))
    .resize({ width: 1000 })
    .toBuffer();
  const phone = await sharp(await screenshot({ kind: 'other', title: '相册', lines: [] }))
    .composite([{ input: card, left: 40, top: 700 }])
    .webp({ lossless: true })
    .toBuffer();
  const answered = await desk().show([named(phone, '截图.webp')], { consents: true });
  expect(verdicts(answered)).toEqual(['image-format', 'image-not-original']);
  expect(answered.outcome.pictures[0]?.document).toBe('screenshot');
});
