import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHttp } from '../../src/adapters/http.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { everythingIn } from './everything.ts';
import { headersOf, hire, PASSWORD, signIn } from './identities.ts';
import { routesOf } from './route-table.ts';
import { FILES } from './rules.ts';
import { addressOf } from './samples.ts';

// Hundreds of requests each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const SITE = 'https://shop.example';
/** Nearly that site, and none at all. */
const STRANGERS = [
  'https://evil.example',
  'null',
  'http://shop.example',
  'https://shop.example:444',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'https://SHOP.example',
  `${SITE}/`,
  `${SITE}, https://evil.example`,
];

let knowledge: Knowledge;
let desk: PeopleDesk;
let routes: readonly string[];
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  desk = await openAttackDesk(knowledge, {
    http: { publicUrl: 'https://help.example.com', widgetOrigins: [SITE] },
  });
  routes = await routesOf(desk.app);
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

/** The answer of every route to somebody who sends nothing but this. */
async function answers(headers: Readonly<Record<string, string>> = {}) {
  const places = { talk: 'x', picture: 'x', agent: 'x', ticket: 'x', announcement: 'x' };
  return Promise.all(
    routes.map(async (route) => {
      const [method = '', path = ''] = route.split(' ');
      const answer = await desk.app.inject({ method: method as 'GET', url: addressOf(path, places), headers });
      return { route, headers: answer.headers };
    }),
  );
}

describe('every answer', () => {
  it('runs no script but our own, is not taken for another type, and tells no other site where one was', async () => {
    for (const { route, headers } of await answers()) {
      const policy = String(headers['content-security-policy']);
      expect([route, headers]).toEqual([
        route,
        expect.objectContaining({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'strict-transport-security': expect.stringMatching(/^max-age=\d{7,}/),
        }),
      ]);
      expect([route, policy]).toEqual([route, expect.stringMatching(/^default-src 'none'/)]);
      expect([route, policy]).toEqual([route, expect.not.stringMatching(/unsafe|\*|data:|http:/)]);
      expect([route, policy]).toEqual([
        route,
        expect.stringMatching(
          / \/console/.test(route) && !FILES.test(route) ? /frame-ancestors 'none'/ : `frame-ancestors 'self' ${SITE}`,
        ),
      ]);
      expect([route, headers['x-powered-by'], headers.server]).toEqual([route, undefined, undefined]);
    }
  });

  it('of the API is kept by nobody on the way, refusals included', async () => {
    const told = (await answers()).filter(({ route }) => route.includes(' /api/') && !route.includes('openapi'));
    expect(told.length).toBeGreaterThan(80);
    for (const { route, headers } of told) {
      expect([route, headers['cache-control']]).toEqual([route, expect.stringContaining('no-store')]);
    }
    const agent = await hire(desk, '看缓存的', 'supervisor').then(() => signIn(desk.app, '看缓存的'));
    const { body, headers } = await desk.app.inject({ url: '/api/console/audit', headers: headersOf(agent) });
    expect([JSON.parse(body).entries.length > 0, headers['cache-control']]).toEqual([true, 'no-store']);
  });

  it('asks for HTTPS only where the service is reached by it', async () => {
    for (const publicUrl of [undefined, 'http://help.example.com']) {
      const app = await createHttp({
        ...{ logLevel: 'silent', trustProxy: false, publicUrl, widgetOrigins: [] },
        readiness: async () => ({ ready: true }),
      });
      const { headers } = await app.inject('/healthz');
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
      await app.close();
    }
  });
});

describe('another site', () => {
  it.each(STRANGERS)('%s gets no answer it could read', async (origin) => {
    for (const { route, headers } of await answers({ origin })) {
      // The widget's own files are public, as every script is.
      const expected = / \/widget/.test(route) ? '*' : undefined;
      expect([route, headers['access-control-allow-origin']]).toEqual([route, expected]);
      expect([route, headers['access-control-allow-credentials']]).toEqual([route, undefined]);
    }
  });

  it('that is listed reads the web API alone, and never with cookies', async () => {
    for (const { route, headers } of await answers({ origin: SITE })) {
      const isOpen = / \/api\/(?!console)/.test(route);
      const expected = isOpen ? SITE : / \/widget/.test(route) ? '*' : undefined;
      expect([route, headers['access-control-allow-origin']]).toEqual([route, expected]);
      expect([route, headers['access-control-allow-credentials']]).toEqual([route, undefined]);
      if (isOpen) expect([route, headers.vary]).toEqual([route, expect.stringContaining('Origin')]);
    }
  });

  it.each([SITE, ...STRANGERS])('%s may not even ask to change something at the console', async (origin) => {
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-csrf-token' };
    for (const url of ['/api/console/session', '/api/console/agents', '/api/console']) {
      const { headers } = await desk.app.inject({ method: 'OPTIONS', url, headers: { origin, ...asked } });
      expect([url, Object.keys(headers).filter((name) => name.startsWith('access-control'))]).toEqual([url, []]);
    }
  });

  it('cannot sign anybody in by a form, the only thing that a browser sends unasked', async () => {
    await hire(desk, '小周', 'agent');
    const before = await everythingIn(desk.store);
    for (const [type, payload] of [
      ['text/plain', JSON.stringify({ name: '小周', password: PASSWORD })],
      ['application/x-www-form-urlencoded', new URLSearchParams({ name: '小周', password: PASSWORD }).toString()],
      ['multipart/form-data; boundary=b', '--b--'],
    ] as const) {
      const headers = { origin: 'https://evil.example', 'content-type': type };
      const answer = await desk.app.inject({ method: 'POST', url: '/api/console/session', headers, payload });
      expect([type, answer.statusCode, answer.cookies]).toEqual([type, 415, []]);
    }
    expect(await everythingIn(desk.store)).toEqual(before);
  });
});

describe('a session', () => {
  it('is never one that was brought along', async () => {
    await hire(desk, '小吴', 'agent');
    const brought = 'A'.repeat(43);
    const open = () =>
      desk.app.inject({
        method: 'POST',
        url: '/api/console/session',
        headers: { cookie: `beian-agent=${brought}` },
        payload: { name: '小吴', password: PASSWORD },
      });
    const [first, second] = [await open(), await open()];
    const tokens = [first, second].map(({ cookies }) => cookies[0]?.value);
    expect(new Set([brought, ...tokens]).size).toBe(3);
    expect(first.json().csrf).not.toBe(second.json().csrf);
    expect(first.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const other = await desk.app.inject({ url: '/api/console/session', headers: { cookie: `beian-agent=${brought}` } });
    expect(other.statusCode).toBe(401);
  });

  it('is only the first of two cookies of its name that a browser sends', async () => {
    const { cookie } = await hire(desk, '小郑', 'agent').then(() => signIn(desk.app, '小郑'));
    const both = await desk.app.inject({
      url: '/api/console/session',
      headers: { cookie: `beian-agent=${'B'.repeat(43)}; ${cookie}` },
    });
    expect(both.statusCode).toBe(401);
  });
});

describe('the console’s page', () => {
  it('has another nonce each time, and may be framed by nobody', async () => {
    const policies = await Promise.all([1, 2].map(() => desk.app.inject('/console')));
    const nonces = policies.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
    );
    expect(policies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(new Set(nonces).size).toBe(2);
    expect(nonces.every((nonce) => Buffer.from(nonce ?? '', 'base64').length >= 16)).toBe(true);
  });
});
