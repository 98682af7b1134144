import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createExchanges } from '../../../src/adapters/wechat/exchange.ts';
import { type Answered, outcome } from '../../../src/bot/message.ts';

const ANSWERED: Answered = { messages: [], outcome: outcome('silent') };
const REQUEST = 'POST / HTTP/1.1\r\nhost: service\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/** A service that has its answer at once; tells what became of it. */
async function openService() {
  const told: string[] = [];
  const answers: unknown[] = [];
  const exchanges = createExchanges({
    time: { now: () => new Date(), after: () => () => {} },
    sendsLater: true,
    later: { MsgType: 'text', Content: '' },
    onFault: (error) => told.push(String(error)),
  });
  const push = {
    take: async () => ({ fresh: true, answered: Promise.resolve(ANSWERED) }),
    carry: async () => ({
      content: { MsgType: 'text', Content: '回答' } as const,
      arrived: async () => void told.push('arrived'),
      lost: async () => void told.push('lost'),
    }),
    missed: async () => {},
  };
  const server = createServer((_request, response) => {
    void exchanges.answer('m1', push, response).then((content) => {
      answers.push(content);
      response.end(content ? '回答' : 'success');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { told, answers, port: (server.address() as AddressInfo).port };
}

it('an answer to whoever hung up before they were heard is not taken for one that arrived', async () => {
  const { told, answers, port } = await openService();
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(REQUEST);
    socket.destroy();
  });
  await vi.waitFor(() => expect(answers).toEqual([undefined]));
  expect(told).toEqual([]);
});

it('an answer to whoever waits for it arrives', async () => {
  const { told, port } = await openService();
  const heard: string[] = [];
  connect(port, '127.0.0.1', function (this: ReturnType<typeof connect>) {
    this.setEncoding('utf8').on('data', (text: string) => heard.push(text));
    this.write(REQUEST);
  });
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
  expect(told).toEqual(['arrived']);
  await vi.waitFor(() => expect(heard.join('')).toContain('回答'));
});
