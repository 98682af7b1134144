import { onTestFinished } from 'vitest';
import { steppedClock } from '../clock.ts';
import { testSeed } from '../test-seed.ts';
import type { WechatOptions } from './ctl.ts';
import { bareServer, type PeerTurn, peerClient, peerServer } from './peers.ts';
import { wechatSim } from './wechat-sim.ts';

export const ACCOUNT = {
  appId: 'wx0123456789abcdef',
  appSecret: 'secret-of-the-account',
  token: 'token-of-the-account',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  ghId: 'gh_0123456789ab',
};
const PEER = { token: ACCOUNT.token, appid: ACCOUNT.appId, encodingAESKey: ACCOUNT.aesKey };
/** Begins like a picture. */
export const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('a picture')]);

export const text = (from: string, said: string) => ({ is: 'text', from, text: said }) as const;

/** A simulated account for one test, with peers to stand behind and before it. */
export async function account(options: Partial<WechatOptions> = {}) {
  const clock = steppedClock();
  const sim = await wechatSim({ ...ACCOUNT, clock, seed: testSeed(), ...options });
  onTestFinished(sim.close);
  const { ctl } = sim;
  const behind = (service: { readonly url: string; close(): void }): void => {
    onTestFinished(service.close);
    ctl.pushTo(service.url);
  };
  /** A service that others wrote. */
  const peer = async (handle: (turn: PeerTurn) => void) => behind(await peerServer(PEER, handle));
  /** A service that answers by hand. */
  const bare = async (handle: Parameters<typeof bareServer>[0]) => behind(await bareServer(handle));
  /** A service that accepts everything without a word. */
  const silent = () => bare((_body, response) => void response.end('success'));
  /** A client that holds no token yet; `wechat-api` goes by the real clock. */
  const fresh = () => peerClient(sim.url, ACCOUNT.appId, ACCOUNT.appSecret);
  return { ...sim, clock, client: fresh(), fresh, silent, peer, bare };
}
