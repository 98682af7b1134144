import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { ChannelError } from '../../bot/channel-error.ts';
import type { ChannelName } from '../../bot/message.ts';
import { isPrivate } from './is-private.ts';

interface FetchBytes {
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes at most. */
  readonly most: number;
  /** Hosts (`name:port`) that the operator has named, wherever they are. */
  readonly trusted: readonly string[];
  /** Milliseconds for all of it; 20 000 where left out. */
  readonly patience?: number;
}

interface FetchedBytes {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly headers: IncomingMessage['headers'];
}

const PATIENCE = 20_000;

/**
 * Fetches a file whose address somebody else gave us. It never reaches into
 * our own network: every address that the name stands for is looked at in the
 * moment of connecting, and no redirect is followed. Throws a ChannelError;
 * `refused` for what will never come.
 */
export function fetchBytes(channel: ChannelName, address: string, options: FetchBytes): Promise<FetchedBytes> {
  return new Promise((resolve, reject) => {
    const fail = (fault: 'network' | 'busy' | 'refused', message: string, cause?: unknown): void =>
      reject(new ChannelError(channel, fault, message, { cause }));
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) return fail('refused', '图片的地址不是 http 或 https。');
    const { host, pathname, hostname } = url;
    const where = `${host}${pathname}`;
    const isTrusted = options.trusted.includes(host);
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (!isTrusted && isIP(literal) > 0 && isPrivate(literal)) return fail('refused', PRIVATE(where));

    const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
    const asked = ask(
      url,
      {
        headers: options.headers,
        signal: AbortSignal.timeout(options.patience ?? PATIENCE),
        ...(!isTrusted && { lookup: publicOnly }),
      },
      (answer) => {
        const { statusCode = 0, headers } = answer;
        if (statusCode !== 200) {
          answer.resume();
          const passes = statusCode >= 500 || statusCode === 429;
          return fail(passes ? 'busy' : 'refused', `取不到图片：${where} 回答 ${statusCode}。`);
        }
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size <= options.most) return;
          asked.destroy();
          fail('refused', `图片超过 ${Math.floor(options.most / 1_000_000)} MB，没有取。`);
        });
        answer.on('end', () => resolve({ bytes: Buffer.concat(chunks), type: headers['content-type'] ?? '', headers }));
        answer.on('error', (error) => fail('network', `图片没有取完：${where}。`, error));
      },
    );
    asked.on('error', (error) => {
      if (error instanceof PrivateAddress) return fail('refused', PRIVATE(where), error);
      fail('network', `连不上 ${where}：请检查服务器的网络。`, error);
    });
    asked.end();
  });
}

const PRIVATE = (where: string): string => `图片的地址指向内网，没有去取：${where}。`;

class PrivateAddress extends Error {}

/** Resolves a name, and refuses it where any of its addresses is not public. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    const wrong = addresses.find(({ address }) => isPrivate(address));
    const [first] = addresses;
    if (wrong || !first) return done(new PrivateAddress(`${hostname} is not public`), '', 0);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
};
