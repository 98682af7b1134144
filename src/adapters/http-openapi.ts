import swagger from '@fastify/swagger';
import { createJsonSchemaTransformObject, jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { problems } from './documented.ts';
import type { Http } from './http.ts';

type Document = Parameters<typeof jsonSchemaTransform>[0];

/** Describes every route that is registered after it at `/api/openapi.json`. */
export async function describeApi(app: Http, publicUrl: string | undefined): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '备案助手 API', version: '1', description: '出错时的回答都是 { error: { code, message } }。' },
      ...(publicUrl && { servers: [{ url: publicUrl }] }),
      components: {
        securitySchemes: {
          talk: { type: 'http', scheme: 'bearer', description: 'POST /api/talks 给的 token，只对那一个对话有效。' },
          agent: {
            type: 'apiKey',
            in: 'cookie',
            name: 'beian-agent',
            description: 'POST /api/console/session 给的 Cookie；会改动数据的请求还要带上它给的 x-csrf-token。',
          },
        },
      },
    },
    transform: (document) => bodiesByType(withProblems(document)),
    transformObject: createJsonSchemaTransformObject({}),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => forClients(app.swagger()));
}

/**
 * Data that we do not change is marked `readOnly`, which to clients means: never to be sent. And every body is called
 * required, also one that may be left out: those take null.
 */
function forClients(described: object): object {
  return JSON.parse(
    JSON.stringify(described, (name, value) => (name === 'readOnly' ? undefined : value)),
    (name, value) => (name === 'requestBody' && mayBeNull(value) ? { ...value, required: false } : value),
  );
}

function mayBeNull({
  content,
}: {
  readonly content: Readonly<Record<string, { readonly schema?: unknown }>>;
}): boolean {
  return Object.values(content).some(({ schema }) => {
    const { anyOf = [] } = (schema ?? {}) as { readonly anyOf?: readonly { readonly type?: string }[] };
    return anyOf.some(({ type }) => type === 'null');
  });
}

/**
 * Whatever takes a body, or might be sent one, may find it broken, too large or of another type; and the database may be
 * gone for anybody.
 */
const withProblems = (document: Document): Document => {
  const { schema, route } = document;
  if (!schema) return document;
  const reads = [route.method].flat().every((method) => method === 'GET' || method === 'HEAD');
  const known = reads ? problems(503) : problems(400, 413, 415, 503);
  const response = { ...known, ...(schema.response as object | undefined) };
  return { ...document, schema: { ...schema, response } };
};

/** As the provider does it, and a body that may be of several types (`content`), which it does not know. */
const bodiesByType: typeof jsonSchemaTransform = (document) => {
  const content = (document.schema?.body as { readonly content?: Record<string, { readonly schema: z.ZodType }> })
    ?.content;
  if (!document.schema || !content) return jsonSchemaTransform(document);
  const described = ({ schema: body }: { readonly schema: z.ZodType }) => ({
    schema: jsonSchemaTransform({ ...document, schema: { body } }).schema.body,
  });
  const { body: _body, ...rest } = document.schema;
  const transformed = jsonSchemaTransform({ ...document, schema: rest });
  const bodies = Object.entries(content).map(([type, one]) => [type, described(one)]);
  return { ...transformed, schema: { ...transformed.schema, body: { content: Object.fromEntries(bodies) } } };
};
