import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Endpoint, EndpointEmbeddings } from '../../src/knowledge/endpoint-embeddings.ts';
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts';
import { type SmallContent, smallContent } from './small-content.ts';

/** Speaks as much of the OpenAI embeddings API as servers beside OpenAI do: plain numbers, whatever was asked for. */
function fakeEndpoint(asked: string[]): Server {
  return createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const texts: readonly string[] = [JSON.parse(body).input].flat();
    asked.push(...texts);
    const data = texts.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: [0.5, text.includes('授权书') ? 1 : -1, text.length / 100, text.includes('上传中') ? 1 : -1],
    }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', model: 'fake', data }));
  });
}

let content: SmallContent;
let server: Server;
let asked: string[];
beforeEach(async () => {
  content = smallContent();
  asked = [];
  server = fakeEndpoint(asked).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  await stop();
  content.remove();
});

async function stop(): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

const portOf = (): number => (server.address() as AddressInfo).port;

function endpointAt(port: number): Endpoint {
  return { baseUrl: `http://127.0.0.1:${port}/v1`, model: 'fake', apiKey: undefined };
}

function open(port = portOf()): Promise<Knowledge> {
  const endpoint = endpointAt(port);
  return openKnowledge({ dataDir: content.dataDir, cacheDir: content.cacheDir, modelDir: 'none', endpoint });
}

it('an endpoint that answers with plain numbers is understood', async () => {
  const embeddings = new EndpointEmbeddings(endpointAt(portOf()));
  expect(await embeddings.embedQuery('授权书')).toEqual([0.5, 1, 0.03, -1]);
  expect(await embeddings.embedDocuments(['上传中', '授权书'])).toEqual([
    [0.5, -1, 0.03, 1],
    [0.5, 1, 0.03, -1],
  ]);
});

it('an endpoint stands in for the encoder, and gets what people write masked', async () => {
  const knowledge = await open();
  expect(knowledge.withoutEncoder).toBeUndefined();
  expect(asked.length).toBeGreaterThan(100);
  asked.length = 0;
  expect(await knowledge.decide('我身份证110105199003070012，授权书在哪下载')).toMatchObject({
    candidates: [{ entry: 12 }, {}, {}],
  });
  expect(asked).toEqual(['我身份证110105********0012,授权书在哪下载']);
  await knowledge.close();
});

it('an endpoint is spared where the words alone are sure', async () => {
  const knowledge = await open();
  asked.length = 0;
  expect(await knowledge.decide('授权书在哪里下载')).toMatchObject({
    kind: 'answer',
    candidates: [{ entry: 12 }, {}, {}],
  });
  expect(asked).toEqual([]);
  await knowledge.close();
});

it('an endpoint that goes away leaves the words to decide, tells so, and is used again when it is back', async () => {
  const knowledge = await open();
  const port = portOf();
  await stop();
  expect(await knowledge.decide('我要授权书')).toMatchObject({
    kind: 'answer',
    candidates: [{ entry: 12 }, {}, {}],
  });
  expect(knowledge.withoutEncoder).toMatch(/connection/i);
  server = fakeEndpoint(asked).listen(port, '127.0.0.1');
  await once(server, 'listening');
  await knowledge.decide('授权书');
  expect(knowledge.withoutEncoder).toBeUndefined();
  await knowledge.close();
});

it('an endpoint that was never there does not keep the service from starting', async () => {
  const port = portOf();
  await stop();
  const knowledge = await open(port);
  expect(knowledge.withoutEncoder).toContain('不可用');
  expect(await knowledge.decide('我要授权书')).toMatchObject({
    kind: 'answer',
    candidates: [{ entry: 12 }, {}, {}],
  });
  server = fakeEndpoint(asked).listen(port, '127.0.0.1');
  await once(server, 'listening');
  await knowledge.reload();
  expect(knowledge.withoutEncoder).toBeUndefined();
  await knowledge.decide('我要授权书');
  expect(asked.at(-1)).toBe('我要授权书');
  await knowledge.close();
});
