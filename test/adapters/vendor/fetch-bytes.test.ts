import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { fetchBytes } from '../../../src/adapters/vendor/fetch-bytes.ts';
import { isPrivate } from '../../../src/adapters/vendor/is-private.ts';

async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('fetches a file from a host that the operator has named', async () => {
  const name = await host((_request, reply) => reply.setHeader('content-type', 'image/jpeg').end(Buffer.of(1, 2, 3)));
  const { bytes, type } = await fetchBytes('dingtalk', `http://${name}/a.file?sig=s`, { most: 10, trusted: [name] });
  expect([[...bytes], type]).toEqual([[1, 2, 3], 'image/jpeg']);
});

it('never asks our own network, by address or by name', async () => {
  let asked = 0;
  const name = await host((_request, reply) => {
    asked += 1;
    reply.end();
  });
  const port = name.split(':')[1];
  const addresses = [
    ...[name, `localhost:${port}`, `[::1]:${port}`, `[::ffff:127.0.0.1]:${port}`, '169.254.169.254', '10.0.0.1'],
    ...[`2130706433:${port}`, `0x7f.1:${port}`, `127.1:${port}`],
  ];
  for (const address of addresses) {
    const fetching = fetchBytes('dingtalk', `http://${address}/`, { most: 10, trusted: [], patience: 2_000 });
    await expect(fetching, address).rejects.toMatchObject({ code: 'channel', fault: 'refused' });
  }
  await expect(fetchBytes('dingtalk', 'file:///etc/passwd', { most: 10, trusted: [] })).rejects.toMatchObject({
    fault: 'refused',
  });
  expect(asked).toBe(0);
});

it('follows no redirect, and takes no more than it may', async () => {
  const name = await host(({ url }, reply) => {
    if (url === '/moved') reply.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else if (url === '/gone') reply.writeHead(403).end();
    else if (url === '/busy') reply.writeHead(503).end();
    else reply.end(Buffer.alloc(2_000_001));
  });
  const get = (path: string) => fetchBytes('dingtalk', `http://${name}${path}`, { most: 2_000_000, trusted: [name] });
  await expect(get('/moved')).rejects.toMatchObject({ fault: 'refused' });
  await expect(get('/gone')).rejects.toMatchObject({ fault: 'refused' });
  await expect(get('/busy')).rejects.toMatchObject({ fault: 'busy' });
  await expect(get('/large')).rejects.toThrow('图片超过 2 MB，没有取。');
});

it('knows which addresses are not public', () => {
  const own = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
  ];
  for (const address of [...own, 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'nothing']) {
    expect([address, isPrivate(address)]).toEqual([address, true]);
  }
  for (const address of ['8.8.8.8', '172.32.0.1', '2400:3200::1', '::ffff:8.8.8.8']) {
    expect([address, isPrivate(address)]).toEqual([address, false]);
  }
});
