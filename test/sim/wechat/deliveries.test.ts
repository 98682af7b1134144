import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { settle } from '../clock.ts';
import { readXml } from '../crypto/read-xml.ts';
import { ACCOUNT, account, text } from './account.ts';

describe('deliveries', () => {
  it('are cut at 5 s and repeated with the same message under fresh signatures, three times in all', async () => {
    const { ctl, bare, clock } = await account();
    const bodies: string[] = [];
    const queries: URLSearchParams[] = [];
    await bare((body, _response, request) => {
      bodies.push(body);
      queries.push(new URL(request.url ?? '', 'http://x').searchParams);
    });
    const pushed = ctl.push(text('oUser', '慢'), { mode: 'plain' });
    await clock.advance(14_999);
    expect(bodies).toHaveLength(3);
    await clock.advance(1);
    const result = await pushed;
    expect(result).toMatchObject({ is: 'userSawError', reason: 'no answer to 3 deliveries' });
    expect(result.deliveries.map(({ outcome, took }) => [outcome, took])).toEqual([
      ['cut', 5000],
      ['cut', 5000],
      ['cut', 5000],
    ]);
    expect(new Set(bodies).size).toBe(1);
    expect(readXml(bodies[0] ?? '')).toMatchObject({ MsgId: result.msgId });
    for (const part of ['nonce', 'timestamp', 'signature'])
      expect(new Set(queries.map((query) => query.get(part))).size).toBe(3);
    expect(ctl.sent('oUser')).toMatchObject([{ via: 'platform' }]);
  });

  it('can be four', async () => {
    const { ctl, bare, clock } = await account({ rules: { maxDeliveries: 4 } });
    let count = 0;
    await bare((_body, response) => {
      count += 1;
      if (count === 4) response.end('success');
    });
    const pushed = ctl.push(text('oUser', '慢'));
    await clock.advance(15_000);
    expect(await pushed).toMatchObject({ is: 'accepted' });
    expect(count).toBe(4);
  });

  it('count an answer at 4.9 s and not one after 5', async () => {
    const { ctl, bare, clock } = await account();
    const waiting: ServerResponse[] = [];
    await bare((_body, response) => void waiting.push(response));
    const pushed = ctl.push(text('oUser', '慢'));
    await clock.advance(9_900);
    waiting[0]?.end('success');
    await settle();
    expect(waiting).toHaveLength(2);
    waiting[1]?.end('');
    expect(await pushed).toMatchObject({
      is: 'accepted',
      deliveries: [{ outcome: 'cut' }, { outcome: 'accepted', took: 4900 }],
    });
  });

  it('may overlap', async () => {
    const { ctl, bare, clock } = await account();
    const waiting: ServerResponse[] = [];
    await bare((_body, response) => void waiting.push(response));
    const pushed = ctl.push(text('oUser', '慢'), { overlap: 1000 });
    await clock.advance(5_500);
    expect(waiting.map(({ destroyed }) => destroyed)).toEqual([false, false]);
    waiting[0]?.end('success');
    const result = await pushed;
    expect(result).toMatchObject({ is: 'accepted', deliveries: [{ took: 5500 }] });
    waiting[1]?.end('<xml>a reply that comes when all is decided</xml>');
    await settle();
    expect(result.deliveries[1]).toMatchObject({ at: clock.now() - 500, outcome: 'late' });
    expect(ctl.sent('oUser')).toEqual([]);
  });

  it.each([
    ['{"errcode":0}', /one <xml> wanted/],
    ['<xml><ToUserName>oUser</ToUserName></xml>', /not encrypted/],
    ['ok', /one <xml> wanted/],
  ])('show the user an error for the answer %s', async (body, reason) => {
    const { ctl, bare } = await account();
    await bare((_body, response) => response.end(body));
    expect(await ctl.push(text('oUser', '您好'))).toMatchObject({
      is: 'userSawError',
      reason: expect.stringMatching(reason),
    });
  });

  it('show the user an error for a status, and for a service that is gone', async () => {
    const { ctl, bare } = await account({ pushTo: 'http://127.0.0.1:1/gone' });
    expect(await ctl.push(text('oUser', '您好'))).toMatchObject({ is: 'userSawError', deliveries: { length: 3 } });
    await bare((_body, response) => response.writeHead(502).end('Bad Gateway'));
    expect(await ctl.push(text('oUser', '您好'))).toMatchObject({ is: 'userSawError', reason: 'status 502' });
  });

  it('read a plain reply strictly', async () => {
    const { ctl, bare } = await account();
    let reply = '';
    await bare((_body, response) => response.end(reply));
    const says = (from: string, to: string, content: string) =>
      `<xml><ToUserName>${to}</ToUserName><FromUserName>${from}</FromUserName><CreateTime>1772413200</CreateTime><MsgType>text</MsgType><Content>${content}</Content></xml>`;
    const push = () => ctl.push(text('oUser', '您好'), { mode: 'plain' });
    reply = says(ACCOUNT.ghId, 'oUser', '您好');
    expect(await push()).toMatchObject({ is: 'replied' });
    reply = says(ACCOUNT.ghId, 'oOther', '您好');
    expect(await push()).toMatchObject({ is: 'userSawError', reason: 'reply to oOther' });
    reply = says('gh_other', 'oUser', '您好');
    expect(await push()).toMatchObject({ is: 'userSawError', reason: 'reply from gh_other' });
    reply = says(ACCOUNT.ghId, 'oUser', '备'.repeat(683));
    expect(await push()).toMatchObject({ is: 'userSawError', reason: expect.stringMatching(/too long/) });
    reply =
      '{"ToUserName":"oUser","FromUserName":"gh_0123456789ab","CreateTime":1772413200,"MsgType":"text","Content":"您好"}';
    expect(await ctl.push(text('oUser', '您好'), { mode: 'plain', format: 'json' })).toMatchObject({
      reply: { text: '您好' },
    });
    expect(ctl.violations).toEqual([]);
  });

  it('write a 64-bit MsgId into JSON as a bare number', async () => {
    const { ctl, bare } = await account();
    let heard = '';
    await bare((body, response) => {
      heard = body;
      response.end('success');
    });
    await ctl.push({ ...text('oUser', '您好'), msgId: '23637352235060881' }, { mode: 'plain', format: 'json' });
    expect(heard).toContain('"MsgId":23637352235060881}');
    await ctl.replay();
    await ctl.push(text('oUser', '您好'), { mode: 'safe', format: 'json' });
    expect(Object.keys(JSON.parse(heard))).toEqual(['ToUserName', 'Encrypt']);
  });
});
