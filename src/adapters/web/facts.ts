import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { DeviceSchema, ShownFacts } from '../schema/talk.ts';
import { recordOf } from './authenticate.ts';

/** What is known for this conversation, masked. */
export function factsRoute(app: Http): void {
  app.get(
    '/facts',
    {
      schema: {
        tags: ['talks'],
        summary: '这个对话里已经知道的情况，不知道的不出现',
        security: WITH_TOKEN,
        response: { 200: ShownFacts, ...problems(401) },
      },
    },
    async (request) => {
      const { facts, context } = recordOf(request);
      const device = DeviceSchema.safeParse(context.device);
      return { ...facts, ...(device.success && { device: device.data }) };
    },
  );
}
