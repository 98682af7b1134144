import { expect, it } from 'vitest';
import { openConsole } from './desk.ts';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

it('the desk’s routes are described, each with its answers and whether one must be signed in', async () => {
  const { app } = await openConsole();
  const { paths } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
  );
  const ours = described.filter(({ name }) => name.includes('/api/console'));
  expect(ours.map(({ name, security }) => `${name}${security ? ' signed in' : ''}`).sort()).toEqual([
    'DELETE /api/console/session signed in',
    'DELETE /api/console/totp signed in',
    'GET /api/console/agents signed in',
    'GET /api/console/audit signed in',
    'GET /api/console/session signed in',
    'PATCH /api/console/agents/{id} signed in',
    'POST /api/console/agents signed in',
    'POST /api/console/agents/{id}/reset signed in',
    'POST /api/console/password signed in',
    'POST /api/console/session',
    'POST /api/console/totp signed in',
    'PUT /api/console/totp signed in',
  ]);
  for (const { name, summary, responses } of ours) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/\S/)]);
    expect([name, Object.values(responses).every(({ content }) => content !== undefined)]).toEqual([name, true]);
  }
});
