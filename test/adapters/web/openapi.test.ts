import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}

let desk: Desk;
let operations: Map<string, Operation>;
beforeAll(async () => {
  desk = await openDesk();
  const { paths } = (await desk.app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  operations = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );
});
afterAll(() => desk.close());

it('lists the whole API', () => {
  expect([...operations.keys()].sort()).toEqual([
    'DELETE /api/talks/{talk}',
    'GET /api/entries/{number}',
    'GET /api/talks/{talk}/case',
    'GET /api/talks/{talk}/data',
    'GET /api/talks/{talk}/events',
    'GET /api/talks/{talk}/facts',
    'GET /api/talks/{talk}/files/{id}',
    'GET /api/talks/{talk}/messages',
    'GET /api/talks/{talk}/transcript',
    'GET /api/welcome',
    'GET /healthz',
    'GET /readyz',
    'PATCH /api/talks/{talk}/case',
    'POST /api/phone',
    'POST /api/talks',
    'POST /api/talks/{talk}/context',
    'POST /api/talks/{talk}/feedback',
    'POST /api/talks/{talk}/messages',
    'POST /api/talks/{talk}/phone',
    'POST /api/talks/{talk}/rating',
    'POST /api/talks/{talk}/read',
    'POST /api/talks/{talk}/ticket',
    'POST /api/talks/{talk}/typing',
  ]);
});

it('says of each what it is for, what it answers and whether it wants a token', () => {
  for (const [name, { summary, security, responses }] of operations) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/\S/)]);
    for (const [status, { content = {} }] of Object.entries(responses)) {
      const schemas = Object.values(content).map(({ schema }) => schema);
      expect([name, status, schemas.length > 0, schemas]).toEqual([
        name,
        status,
        true,
        schemas.map(() => expect.any(Object)),
      ]);
    }
    expect([name, security]).toEqual([name, name.includes('{talk}') ? [{ talk: [] }] : undefined]);
  }
});

it('says what a message may hold', () => {
  expect(operations.get('POST /api/talks/{talk}/messages')?.requestBody?.content).toEqual({
    'application/json': {
      schema: {
        type: 'object',
        required: ['id', 'text'],
        properties: {
          id: { type: 'string', pattern: '^[\\w-]{1,64}$' },
          text: { type: 'string', minLength: 1, maxLength: 2000, description: expect.any(String) },
        },
      },
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', pattern: '^[\\w-]{1,64}$' },
          text: { type: 'string', maxLength: 2000, default: '', description: expect.any(String) },
          consent: { type: 'string', enum: ['yes', 'no', ''], description: expect.any(String) },
          picture: {
            type: 'array',
            maxItems: 4,
            default: [],
            items: { type: 'string', format: 'binary' },
            description: expect.any(String),
          },
        },
      },
    },
  });
});
