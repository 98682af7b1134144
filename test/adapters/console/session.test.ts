import { describe, expect, it } from 'vitest';
import { agentOf, isStillSignedIn } from '../../../src/adapters/console/authenticate-agent.ts';
import type { Http } from '../../../src/adapters/http.ts';
import { signIn } from './browser.ts';
import { HOUR, MINUTE, NOW, openConsole } from './desk.ts';

const GONE = '401 unauthorized';

describe('a session', () => {
  it('opens nothing without its cookie', async () => {
    const desk = await openConsole();
    await desk.hire('王芳', 'supervisor');
    const { call, cookie } = await signIn(desk, { name: '王芳' });
    for (const wrong of ['', 'beian-agent=', `${cookie}x`, cookie.slice(0, -1), 'beian-agent=%00', `other=${cookie}`]) {
      expect([wrong, (await call('GET', 'session', undefined, { cookie: wrong })).what]).toEqual([wrong, GONE]);
    }
    expect((await call('GET', 'agents')).what).toBe('200');
  });

  it('ends when it is signed out of, and takes the cookie back', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const [here, there] = [await signIn(desk, { name: '王芳' }), await signIn(desk, { name: '王芳' })];
    const out = await here.call('DELETE', 'session');
    expect([out.status, out.body]).toEqual([200, { at: NOW.toISOString() }]);
    expect(out.raw.headers['set-cookie']).toMatch(/^beian-agent=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await here.call('GET', 'session')).what).toBe(GONE);
    expect((await there.call('GET', 'session')).what).toBe('200');
  });

  it('ends after 12 hours without a call, and not before', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    desk.pass(12 * HOUR - 1);
    expect((await call('GET', 'session')).what).toBe('200');
    desk.pass(12 * HOUR - 1);
    expect((await call('GET', 'session')).what).toBe('200');
    desk.pass(12 * HOUR);
    expect((await call('GET', 'session')).what).toBe(GONE);
  });

  it('ends after seven days, however busy', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      desk.pass(8 * HOUR);
      expect((await call('GET', 'session')).what).toBe('200');
    }
    desk.pass(8 * HOUR - 1);
    expect((await call('GET', 'session')).what).toBe('200');
    desk.pass(1);
    expect((await call('GET', 'session')).what).toBe(GONE);
  });

  it('is noted once a minute, and an ended one is removed at the next sign-in', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    const seen = async () => (await desk.store.db.selectFrom('sessions').select('seen_at').execute())[0]?.seen_at;
    desk.pass(MINUTE - 1);
    await call('GET', 'session');
    expect(await seen()).toBe(NOW.toISOString());
    desk.pass(1);
    await call('GET', 'session');
    expect(await seen()).toBe(new Date(NOW.getTime() + MINUTE).toISOString());
    desk.pass(8 * 24 * HOUR);
    await signIn(desk, { name: '王芳' });
    expect(await desk.store.db.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
  });

  it('ends at once when its agent is disabled', async () => {
    const desk = await openConsole();
    const { id } = await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    await desk.store.agents.change(id, { disabled: true }, { at: NOW.toISOString(), by: 'cli' });
    expect((await call('GET', 'session')).what).toBe(GONE);
    await desk.store.agents.change(id, { disabled: false }, { at: NOW.toISOString(), by: 'cli' });
    expect((await call('GET', 'session')).what).toBe(GONE);
  });
});

describe('a call that changes something', () => {
  it('needs the csrf token of its own session', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const [here, there] = [await signIn(desk, { name: '王芳' }), await signIn(desk, { name: '王芳' })];
    for (const wrong of ['', 'x', `${here.csrf}x`, there.csrf]) {
      const answer = await here.call('DELETE', 'session', undefined, { 'x-csrf-token': wrong });
      expect([answer.what, answer.body.error.message]).toEqual(['403 csrf', expect.stringContaining('x-csrf-token')]);
    }
    const { cookie } = here;
    const missing = await desk.app.inject({ method: 'POST', url: '/api/console/totp', headers: { cookie } });
    expect(missing.statusCode).toBe(403);
    expect((await here.call('GET', 'session')).body.csrf).toBe(here.csrf);
    expect((await here.call('DELETE', 'session')).what).toBe('200');
  });
});

describe('further routes of the desk', () => {
  const routes = (scope: Http): void => {
    scope.get('/queue', async (request) => ({ for: agentOf(request).name }));
    scope.post('/talks/:talk/claim', async (request) => ({ owner: agentOf(request).id }));
  };

  it('know who calls, and are as closed as our own', async () => {
    const desk = await openConsole({ routes });
    const { id } = await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    expect((await call('GET', 'queue')).body).toEqual({ for: '王芳' });
    expect((await call('POST', 'talks/a/claim')).body).toEqual({ owner: id });
    expect((await call('POST', 'talks/a/claim', undefined, { 'x-csrf-token': 'x' })).what).toBe('403 csrf');
    expect((await desk.app.inject('/api/console/queue')).statusCode).toBe(401);
    expect((await call('GET', 'nothing')).what).toBe('404 not-found');
  });

  it('can ask during a long answer whether whoever called is still signed in', async () => {
    const heard: boolean[] = [];
    const desk: Awaited<ReturnType<typeof openConsole>> = await openConsole({
      routes(scope) {
        scope.get('/events', async (request) => {
          const ask = async () => heard.push(await isStillSignedIn(request, { store: desk.store, clock: () => NOW }));
          await ask();
          await desk.store.agents.change(agentOf(request).id, { disabled: true }, { at: NOW.toISOString(), by: 'cli' });
          await ask();
          return {};
        });
      },
    });
    await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    await call('GET', 'events');
    expect(heard).toEqual([true, false]);
  });
});
