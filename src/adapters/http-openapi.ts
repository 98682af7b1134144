import swagger from '@fastify/swagger';
import { createJsonSchemaTransformObject, jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Http } from './http.ts';

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
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: createJsonSchemaTransformObject({}),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
