import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bare } from '../bare-route.ts';

const CHILD = fileURLToPath(new URL('./bare-child.ts', import.meta.url));

/** Starts the bare route in a process of its own, as the service has one. */
export async function bareProcess(file: string): Promise<Bare> {
  const child = fork(CHILD, [file], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const origin = await Promise.race([
    once(child, 'message').then(([told]) => String(told)),
    exited.then(() => Promise.reject(new Error('空路由没有启动'))),
  ]);
  return {
    origin,
    async close() {
      child.disconnect();
      await exited;
    },
  };
}
