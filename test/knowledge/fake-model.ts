import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelEndpoint } from '../../src/knowledge/language-model.ts';

/** What a question to the model carried beside its task. */
export interface Data {
  readonly message?: string;
  readonly about?: string;
}

/** Answers one question in its own way. */
export type Manner = (data: Data, response: ServerResponse) => void;

export interface FakeModel {
  readonly endpoint: ModelEndpoint;
  /** Everything that came, word for word: addresses, headers, bodies. */
  readonly received: string[];
  behave(manner: Manner): void;
  close(): Promise<void>;
}

/** A real server on 127.0.0.1 that speaks the OpenAI chat API, as well or as badly as it is told. */
export async function openFakeModel(
  limits: Partial<ModelEndpoint> = {},
  models: readonly string[] = ['fake'],
): Promise<FakeModel> {
  let manner: Manner = polite;
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push([request.method, request.url, JSON.stringify(request.headers), body].join('\n'));
    if (request.method === 'POST' && request.url === '/v1/chat/completions') {
      manner(JSON.parse(JSON.parse(body).messages.at(-1).content) as Data, response);
      return;
    }
    response.setHeader('content-type', 'application/json');
    if (request.url === '/v1/models') response.end(JSON.stringify({ data: models.map((id) => ({ id })) }));
    else response.writeHead(404).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: {
      ...{ baseUrl: `http://127.0.0.1:${port}/v1`, model: 'fake', apiKey: undefined, timeout: 4000, budget: 1000 },
      ...limits,
    },
    received,
    behave(next) {
      manner = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A completion with this text. */
export function saying(text: string | ((data: Data) => string), finish = 'stop'): Manner {
  return (data, response) => {
    const content = typeof text === 'string' ? text : text(data);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'c-1',
        object: 'chat.completion',
        created: 0,
        model: 'fake',
        choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  };
}

/** Does as it is asked: questions put together and cut apart. */
export const polite: Manner = saying((data) => {
  if (data.about !== undefined) return JSON.stringify({ question: `${data.about}，${data.message}` });
  return JSON.stringify({ questions: data.message?.split(/[，,]/) });
});
