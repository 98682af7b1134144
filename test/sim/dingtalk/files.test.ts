import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, steppedClock } from '../clock.ts';
import { testSeed } from '../test-seed.ts';
import { callApi, fetchToken } from './bare-api.ts';
import { type BareBot, bareBot } from './bare-bot.ts';
import type { SimFile } from './ctl.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk-sim.ts';

const app = { appKey: 'ding1', appSecret: 's', robotCode: 'ding1' };
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');

let clock: SimClock;
let sim: DingTalkSim;
let bot: BareBot;
let token: string;

beforeEach(async () => {
  clock = steppedClock();
  sim = await dingtalkSim({ clock, seed: testSeed(), ...app });
  bot = await bareBot(sim.url, app);
  token = await fetchToken(sim.url, app);
});
afterEach(async () => {
  bot.close();
  await sim.close();
});

const link = async (file: SimFile, robotCode = 'ding1') => {
  await sim.ctl.robotMessage({ user: 'u1', type: 'picture', file }).answered();
  const { downloadCode } = (bot.messages().at(-1)?.content ?? {}) as { readonly downloadCode?: string };
  return callApi(`${sim.url}/v1.0/robot/messageFiles/download`, { downloadCode, robotCode }, { token });
};
const download = async (file: SimFile, headers = {}) => {
  const { json } = await link(file);
  expect(json.downloadUrl).toMatch(new RegExp(`^${sim.filesUrl}/\\w+\\.file\\?Expires=\\d+&.*Signature=`));
  return fetch(json.downloadUrl, { redirect: 'manual', headers });
};

describe('files people send', () => {
  it('come from a signed address as bytes without a kind', async () => {
    const response = await download({ bytes: jpeg });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(jpeg);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('are a picture when no bytes are given', async () => {
    const bytes = Buffer.from(await (await download({})).arrayBuffer());
    expect(bytes.toString('hex', 0, 8)).toBe('89504e470d0a1a0a');
  });

  it('are not linked for another robot or an unknown code', async () => {
    expect((await link({}, 'other')).json.code).toBe('invalidParameter.robotCode.notExsit');
    const address = `${sim.url}/v1.0/robot/messageFiles/download`;
    const unknown = await callApi(address, { downloadCode: 'x', robotCode: 'ding1' }, { token });
    expect(unknown.json.code).toBe('invalidParameter.downloadCode.invalid');
  });

  it('expire: at once if the host says so, ten minutes later otherwise', async () => {
    expect((await download({ host: 'expired' })).status).toBe(403);
    const { json } = await link({});
    await clock.advance(601_000);
    const late = await fetch(json.downloadUrl);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('AccessDenied')]);
  });

  it('may be a trap: a redirect inwards, 25 MB, a program, a body that never ends', async () => {
    const redirect = await download({ host: 'redirect' });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([
      302,
      'http://169.254.169.254/latest/meta-data/',
    ]);
    expect((await (await download({ host: 'huge' })).arrayBuffer()).byteLength).toBe(25 * 1024 * 1024);
    const program = Buffer.from(await (await download({ host: 'wrongMagic', bytes: jpeg })).arrayBuffer());
    expect(program.toString('latin1', 1, 4)).toBe('ELF');
    const slow = await download({ host: 'slow', bytes: jpeg });
    let length: number | undefined;
    const read = slow.arrayBuffer().then(({ byteLength }) => {
      length = byteLength;
    });
    await clock.advance(59_999);
    expect(length).toBeUndefined();
    await clock.advance(1);
    await read;
    expect(length).toBe(jpeg.length);
  });

  it('must be fetched without the access token', async () => {
    await download({}, { 'x-acs-dingtalk-access-token': token });
    expect(sim.ctl.violations).toEqual(['GET file host: the access token was shown to another host']);
  });
});

describe('uploads', () => {
  const upload = async (bytes: Buffer, type = 'image', name = 'media') => {
    const body = new FormData();
    body.set(name, new Blob([new Uint8Array(bytes)]), 'a.jpg');
    const address = `${sim.oapiUrl}/media/upload?access_token=${token}&type=${type}`;
    return (await (await fetch(address, { method: 'POST', body })).json()) as Record<string, unknown>;
  };

  it('give a mediaId that can be sent as a picture', async () => {
    const { errcode, media_id, type } = await upload(jpeg);
    expect([errcode, media_id, type]).toEqual([0, expect.stringMatching(/^@\w{32}$/), 'image']);
    expect(sim.ctl.uploaded(String(media_id))).toEqual(jpeg);
    sim.ctl.person('u1', 'known');
    const msgParam = JSON.stringify({ photoURL: media_id });
    const body = { robotCode: 'ding1', userIds: ['u1'], msgKey: 'sampleImageMsg', msgParam };
    await callApi(`${sim.url}/v1.0/robot/oToMessages/batchSend`, body, { token });
    expect(sim.ctl.sent('u1')).toMatchObject([{ kind: 'sampleImageMsg', text: media_id }]);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('are refused by size, kind, form and token', async () => {
    const codes = [
      await upload(Buffer.concat([jpeg], 20 * 1024 * 1024 + 1)),
      await upload(Buffer.concat([jpeg], 2 * 1024 * 1024 + 1), 'voice'),
      await upload(Buffer.from('<svg/>')),
      await upload(jpeg, 'picture'),
      await upload(jpeg, 'image', 'file'),
    ].map(({ errcode }) => errcode);
    expect(codes).toEqual([40006, 40006, 40005, 40004, 40035]);
    expect(sim.ctl.violations).toHaveLength(5);
    sim.ctl.expireToken();
    expect((await upload(jpeg)).errcode).toBe(40014);
  });
});
