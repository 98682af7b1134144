import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SECRETS, USER } from './account.ts';
import { accounts } from './accounts.ts';

const { open } = accounts();
const QUESTION = '提示非法参数怎么办';
const jpeg = () =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer();

describe('who comes', () => {
  it.each([
    { is: 'subscribe', from: USER },
    { is: 'subscribe', from: USER, scene: '7' },
    { is: 'SCAN', from: USER, scene: '7' },
    { is: 'CLICK', from: USER, key: 'something of another menu' },
  ] as const)('is welcomed in the answer ($is)', async (event) => {
    const { ctl, texts, pass, desk, talk } = await open();
    expect(await ctl.push(event)).toMatchObject({ is: 'replied', reply: { via: 'passive' } });
    expect(texts()[0]).toContain('我是备案助手');
    await pass(10_000);
    expect(texts()).toHaveLength(1);
    expect(await desk.store.windows.windowOf(await talk())).toMatchObject({ left: 3 });
  });

  it('keeps the better window', async () => {
    const { ctl, say, desk, talk } = await open();
    await say(QUESTION);
    await ctl.push({ is: 'CLICK', from: USER, key: 'x' });
    expect(await desk.store.windows.windowOf(await talk())).toMatchObject({ left: 5 });
  });

  it('presses what is one of our choices, and has said it', async () => {
    const { ctl, texts } = await open();
    await ctl.push({ is: 'CLICK', from: USER, key: '转人工' });
    expect(texts()[0]).toContain('留言');
  });

  it('is no news otherwise', async () => {
    const { ctl, desk } = await open();
    for (const event of [
      { is: 'VIEW', from: USER, url: 'https://example.com' },
      { is: 'LOCATION', from: USER, latitude: 30, longitude: 120 },
      { is: 'kf_create_session', from: USER, account: 'kf1@x' },
      { is: 'kf_close_session', from: USER, account: 'kf1@x' },
      { is: 'kf_switch_session', from: USER, account: 'kf1@x', to: 'kf2@x' },
    ] as const) {
      expect(await ctl.push(event)).toMatchObject({ is: 'accepted' });
    }
    expect(await desk.store.byTalk({ channel: 'wechat', room: SECRETS.appId, user: USER })).toBeUndefined();
  });
});

it('who leaves is forgotten, and begins anew when they come back', async () => {
  const { ctl, say, desk, talk, texts, parts } = await open();
  await say(QUESTION);
  const before = await talk();
  const picture = await desk.picture(before);
  expect(await parts.vault.get(before, picture)).toBeDefined();
  expect(await ctl.push({ is: 'unsubscribe', from: USER })).toMatchObject({ is: 'accepted' });
  expect(await desk.store.byId(before)).toBeUndefined();
  expect(await desk.store.lines(before, 0, 10)).toEqual([]);
  expect(await parts.vault.get(before, picture)).toBeUndefined();
  await ctl.push({ is: 'subscribe', from: USER });
  expect(await talk()).not.toBe(before);
  expect(texts().at(-1)).toContain('我是备案助手');
});

describe('what is no text', () => {
  it('is a voice whose words the platform knows', async () => {
    const { ctl, say } = await open();
    const bytes = Buffer.from('#!AMR');
    const spoken = await ctl.push({ is: 'voice', from: USER, bytes, recognition: QUESTION });
    const written = await say(QUESTION, 'oAnother');
    expect(spoken.is === 'replied' && spoken.reply.text).toBe(written.is === 'replied' && written.reply.text);
    expect(await ctl.push({ is: 'voice', from: USER, bytes })).toMatchObject({
      reply: { text: expect.stringContaining('我听不了语音') },
    });
  });

  it.each([
    [{ is: 'video', from: USER, bytes: Buffer.from('x') }, '我看不了视频'],
    [{ is: 'shortvideo', from: USER, bytes: Buffer.from('x') }, '我看不了视频'],
    [{ is: 'location', from: USER, latitude: 30, longitude: 120, label: '杭州' }, '位置收到了'],
    [{ is: 'link', from: USER, title: 'a', description: 'b', url: 'https://example.com' }, '我打不开链接'],
  ] as const)('is told to be unreadable: $0.is', async (message, words) => {
    const { ctl } = await open();
    expect(await ctl.push(message)).toMatchObject({ is: 'replied', reply: { text: expect.stringContaining(words) } });
  });

  it('is a picture, which is looked at once its person agreed', async () => {
    const { ctl, say, texts, pass, answersAfter, clock } = await open();
    const pushed = await ctl.push({ is: 'image', from: USER, bytes: await jpeg() });
    expect(pushed).toMatchObject({ is: 'replied', reply: { text: expect.stringContaining('先请您同意') } });
    answersAfter(0);
    await say('同意');
    await clock.advance(4_950);
    await pass(6_000);
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).not.toContain('请再发一次');
  }, 60_000);

  it('is fetched again where it is no longer held', async () => {
    const { ctl, say, texts, pass } = await open();
    await ctl.push({ is: 'image', from: USER, bytes: await jpeg() });
    await pass(11 * 60_000);
    await say('同意');
    await pass(6_000);
    expect(texts().at(-1)).not.toContain('请再发一次');
    expect(ctl.log.filter(({ path }) => path.endsWith('media/get'))).toHaveLength(2);
  }, 60_000);

  it('is a picture that is gone from the platform', async () => {
    const { ctl } = await open();
    for (const mediaErrorType of ['text/plain', 'application/json; encoding=utf-8'] as const) {
      ctl.rule({ mediaErrorType });
      ctl.refuse('media/get', 40007);
      expect(await ctl.push({ is: 'image', from: USER, bytes: Buffer.from('x') })).toMatchObject({
        reply: { text: expect.stringContaining('这张图片没有取到') },
      });
    }
  });
});

describe('somebody with a unionid', () => {
  it('is known by it, and asked about once', async () => {
    const { ctl, say, desk, talk } = await open();
    ctl.user(USER, { unionid: 'u-1' });
    ctl.user('oOther', { unionid: 'u-1' });
    await say(QUESTION);
    await say('域名证书一直上传中');
    await say(QUESTION, 'oOther');
    const others = async () => (await desk.store.othersOf(await talk(), 5)).map(({ talk: { user } }) => user);
    await expect.poll(others).toEqual(['oOther']);
    expect(ctl.log.filter(({ path }) => path.endsWith('user/info'))).toHaveLength(2);
  });

  it('is answered all the same where WeChat does not tell', async () => {
    const { ctl, say } = await open();
    ctl.fault({ match: 'stable_token', times: Number.POSITIVE_INFINITY, kind: 'timeout' });
    expect(await say(QUESTION)).toMatchObject({ is: 'replied' });
  });
});

describe('the platform’s own desk', () => {
  const platform = { config: { desk: 'platform' } } as const;

  it('takes over in the answer, after what is known was said', async () => {
    const { ctl, say, desk, talk } = await open(platform);
    await say('我是安卓4.4，扫码进不去');
    const result = await say('转人工');
    expect(result).toMatchObject({ is: 'replied', reply: { type: 'transfer_customer_service' } });
    expect(ctl.desk(USER)).toBe('waiting');
    const sent = ctl.sent(USER).at(-1);
    expect(sent).toMatchObject({
      via: 'custom',
      text: expect.stringMatching(/转给人工客服[\s\S]*我已替您整理[\s\S]*安卓/),
    });
    expect((await desk.store.byId(await talk()))?.case.state).toBe('bot');
    await ctl.agentAccept(USER);
    expect(await say('在吗')).toMatchObject({ is: 'bypassed' });
    await ctl.agentClose(USER);
    expect(await say(QUESTION)).toMatchObject({ is: 'replied', reply: { type: 'text' } });
  });

  it('is asked for again where the answer came too late, and never for an event', async () => {
    const { ctl, clock, answersAfter, say, pass, texts } = await open(platform);
    answersAfter(5_000);
    const push = say('转人工');
    await clock.advance(4_950);
    await push;
    await pass(3_000);
    await pass(1_000);
    expect(texts().at(-1)).toContain('请再发一次“转人工”');
    answersAfter(0);
    await ctl.push({ is: 'CLICK', from: USER, key: '转人工' });
    expect(texts().at(-1)).toContain('请在这里发“转人工”');
    expect(ctl.desk(USER)).toBe('none');
  });
});

describe('our own desk', () => {
  it('takes over, sends a picture of the page where WeChat cannot show a file, and gives back', async () => {
    const { say, desk, talk, texts, pass } = await open({ desk: { publicUrl: 'https://beian.example.com' } });
    const agent = await desk.agent('小周');
    await agent.available();
    expect(await say('转人工')).toMatchObject({ reply: { text: expect.stringMatching(/排队[\s\S]*1 等人工/) } });
    await agent.call('POST', `/talks/${await talk()}/claim`);
    await pass(1_000);
    expect(texts().at(-1)).toContain('客服 01 已接入');
    const large = await desk.picture(await talk(), new Uint8Array(2 * 1024 * 1024 + 1).fill(137));
    await agent.call('POST', `/talks/${await talk()}/messages`, { id: 'p', text: '看这张', pictures: [large] });
    await pass(1_000);
    expect(texts().at(-1)).toMatch(
      /客服 01：看这张\n\n在网页里打开“[^”]+”：https:\/\/beian\.example\.com\/#phone=[\w-]{22}$/,
    );
    await agent.call('POST', `/talks/${await talk()}/return`, { summary: '已说明' });
    await pass(1_000);
    expect(await say(QUESTION)).toMatchObject({ is: 'replied' });
  });
});
