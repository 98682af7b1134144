import { describe, expect, it } from 'vitest';
import { mayReadMetrics } from '../../../src/adapters/metrics/may-read.ts';

const HERE = { peer: '127.0.0.1', headers: { host: '127.0.0.1:3000' } };

describe('without a token', () => {
  const access = { token: undefined, published: false };
  it.each([
    HERE,
    { peer: '::1', headers: { host: '[::1]:3000' } },
    { peer: '::ffff:127.0.0.1', headers: { host: 'localhost' } },
  ])('lets a program on this machine read: %o', (asking) => expect(mayReadMetrics(access, asking)).toBe(true));

  it.each([
    ['another machine', { ...HERE, peer: '10.0.0.7' }],
    ['nobody knows who', { ...HERE, peer: undefined }],
    ['a proxy on this machine', { ...HERE, headers: { ...HERE.headers, 'x-forwarded-for': '203.0.113.9' } }],
    ['a proxy that says so otherwise', { ...HERE, headers: { ...HERE.headers, forwarded: 'for=203.0.113.9' } }],
    ['a proxy that only says via', { ...HERE, headers: { ...HERE.headers, via: '1.1 proxy' } }],
    ['a proxy that passes the host on', { ...HERE, headers: { host: 'beian.example.com' } }],
    ['a page of another site', { ...HERE, headers: { ...HERE.headers, origin: 'https://evil.example' } }],
  ])('shuts out %s', (_who, asking) => expect(mayReadMetrics(access, asking)).toBe(false));

  it('shuts out everybody once the service is behind a proxy', () => {
    expect(mayReadMetrics({ ...access, published: true }, HERE)).toBe(false);
  });
});

describe('with a token', () => {
  const access = { token: 'a-token-of-prometheus', published: true };
  const bearing = (authorization: string) => ({ peer: '10.0.0.7', headers: { authorization } });

  it('lets whoever has it read, from anywhere', () => {
    expect(mayReadMetrics(access, bearing('Bearer a-token-of-prometheus'))).toBe(true);
  });

  it('shuts out everybody else, this machine included', () => {
    expect(mayReadMetrics({ ...access, published: false }, HERE)).toBe(false);
    for (const wrong of ['', 'Bearer', 'Bearer ', 'a-token-of-prometheus', 'Bearer a-token-of-prometheu']) {
      expect([wrong, mayReadMetrics(access, bearing(wrong))]).toEqual([wrong, false]);
    }
  });
});
