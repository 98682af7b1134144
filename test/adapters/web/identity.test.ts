import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { type Desk, openDesk } from './desk.ts';
import { problemIn, visit } from './visitor.ts';

const SECRET = 'the-secret-of-the-site';
const signed = (user: string, encoding: 'hex' | 'base64url' = 'hex', secret = SECRET) => ({
  user,
  signature: createHmac('sha256', secret).update(user).digest(encoding),
});

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ identitySecret: SECRET });
});
afterAll(() => desk.close());

const idsOfOthers = async (talk: string) => (await desk.store.othersOf(talk, 10)).map(({ id }) => id);

describe('a signed identity', () => {
  it('tells talks of the same person, however the signature is written', async () => {
    const [first, second, third] = [await visit(desk.url), await visit(desk.url), await visit(desk.url)];
    expect((await first.post('context', { ...signed('用户-7'), locale: 'zh-CN' })).status).toBe(200);
    expect((await second.post('context', signed('用户-7', 'base64url'))).status).toBe(200);
    const upper = signed('用户-7').signature.toUpperCase();
    expect((await third.post('context', { user: '用户-7', signature: upper })).status).toBe(200);
    expect((await idsOfOthers(first.talk)).sort()).toEqual([second.talk, third.talk].sort());
    const stranger = await visit(desk.url);
    await stranger.post('context', signed('用户-8'));
    expect(await idsOfOthers(stranger.talk)).toEqual([]);
  });

  it('is nowhere kept as it is, nor answered', async () => {
    const { talk, post } = await visit(desk.url);
    const told = await (await post('context', { ...signed('secret-user-id'), locale: 'zh-CN' })).json();
    expect(told).toEqual({ locale: 'zh-CN' });
    const { db } = desk.store as SqlStore;
    const row = await db.selectFrom('talks').selectAll().where('id', '=', talk).executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('secret-user-id');
    expect(row.identity).toBe(desk.seal.digest('identity\nsecret-user-id'));
  });

  it.each([
    ['signed with another secret', signed('用户-9', 'hex', 'the-secret-of-nobody')],
    ['of another user', { ...signed('用户-9'), user: '用户-10' }],
    ['that is cut off', { user: '用户-9', signature: signed('用户-9').signature.slice(0, 32) }],
    ['that is empty', { user: '用户-9', signature: '' }],
  ])('is refused with a signature %s, and changes nothing', async (_what, body) => {
    const { talk, post } = await visit(desk.url);
    expect(await problemIn(await post('context', { ...body, locale: 'en' }))).toEqual({
      what: '400 bad-signature',
      message: expect.stringContaining('不影响继续对话'),
    });
    expect(await idsOfOthers(talk)).toEqual([]);
    expect((await desk.store.byId(talk))?.context).toEqual({});
  });

  it('needs both of its parts', async () => {
    const { post } = await visit(desk.url);
    expect((await problemIn(await post('context', { user: '用户-9' }))).what).toBe('400 bad-request');
    expect((await problemIn(await post('context', { signature: 'a'.repeat(64) }))).what).toBe('400 bad-request');
    expect((await problemIn(await post('context', { user: '', signature: 'a' }))).what).toBe('400 bad-request');
  });

  it('is refused where the operator set no secret, with the name of the setting', async () => {
    const without = await openDesk();
    const { talk, post } = await visit(without.url);
    expect(await problemIn(await post('context', signed('用户-7')))).toEqual({
      what: '400 identity-off',
      message: expect.stringMatching(/不影响继续对话。.*IDENTITY_SECRET/),
    });
    expect(await without.store.othersOf(talk, 10)).toEqual([]);
    await without.close();
  });
});
