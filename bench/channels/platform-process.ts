import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Part } from './casting.ts';
import type { ChannelUnderLoad, FromPlatform, ToPlatform } from './words.ts';

const CHILD = fileURLToPath(new URL('platform-child.ts', import.meta.url));

/** A platform in a process of its own. */
export interface PlatformProcess {
  readonly channel: ChannelUnderLoad;
  readonly env: Readonly<Record<string, string>>;
  play(origin: string, parts: readonly Part[]): Promise<FromPlatform & { readonly is: 'played' }>;
  close(): Promise<void>;
}

export async function startPlatform(channel: ChannelUnderLoad, seed: number): Promise<PlatformProcess> {
  const child = fork(CHILD, [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const next = async <Is extends FromPlatform['is']>(is: Is): Promise<FromPlatform & { readonly is: Is }> => {
    const gone = exited.then(() => Promise.reject(new Error(`${channel} 的模拟器提前结束了`)));
    const [words] = (await Promise.race([once(child, 'message'), gone])) as [FromPlatform];
    if (words.is !== is) throw new Error(`${channel} 的模拟器出错：${words.is === 'failed' ? words.what : words.is}`);
    return words as FromPlatform & { readonly is: Is };
  };
  const ask = <Is extends FromPlatform['is']>(words: ToPlatform, is: Is) => {
    const answer = next(is);
    child.send(words);
    return answer;
  };
  await next('loaded');
  const { env } = await ask({ is: 'open', channel, seed }, 'opened');
  return {
    ...{ channel, env },
    play: (origin, parts) => ask({ is: 'play', origin, parts }, 'played'),
    async close() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
