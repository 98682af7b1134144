import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const docker = readFileSync('Dockerfile', 'utf8').replace(/\\\n/g, '');
const [, build = '', image = ''] = docker.split(/^FROM /m);
const copied = [...image.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)].map(([, from = '', to = '']) => ({
  from,
  to: join('.', to.endsWith('/') ? join(to, from) : to),
}));
/** What the build stage makes; everything else comes with the sources. */
const MADE = ['node_modules', 'dist'];

/** What the sources read beside themselves while they run, as paths in the repository. */
function readAtRunTime(): readonly string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    return [...text.matchAll(/join\(projectRoot, ([^)]+)\)/g)].map(([, parts = '']) =>
      join(...parts.split(',').map((part) => part.trim().replace(/^'|'$/g, ''))),
    );
  });
}

it('holds everything that the service reads beside its code', () => {
  const needed = readAtRunTime();
  expect(needed).toEqual(expect.arrayContaining(['web/page', 'dist/console', 'data', 'package.json']));
  const holds = (path: string): boolean => copied.some(({ to }) => path === to || path.startsWith(`${to}/`));
  expect(needed.filter((path) => !holds(path))).toEqual([]);
});

it('copies what is there, from where it is read', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
  expect(copied.length).toBeGreaterThan(5);
  for (const { from, to } of copied) {
    expect(from).toBe(to);
    if (MADE.includes(from)) continue;
    expect([from, existsSync(from), ignored.includes(from.split('/')[0] ?? '')]).toEqual([from, true, false]);
  }
  for (const [, files = ''] of build.matchAll(/^COPY ((?:(?!--)\S+ )+)\S+$/gm)) {
    for (const file of files.trim().split(' ')) expect([file, existsSync(file)]).toEqual([file, true]);
  }
});

it('gives the service’s user a folder of its own to write in, and no other', () => {
  const folder = /DATA_DIR=(\S+)/.exec(image)?.[1];
  expect(image).toContain(`RUN install -d -o node -g node -m 700 ${folder}\n`);
  expect(image.indexOf('install -d')).toBeLessThan(image.indexOf('USER node'));
  expect(image).toContain(`VOLUME ${folder}\n`);
});

it.each([
  [200, 0],
  [503, 1],
])('asks by Node alone whether the service is well: %i ends it with %i', async (status, code) => {
  const service = createServer((request, response) =>
    response.writeHead(request.url === '/readyz' ? status : 404).end(),
  );
  onTestFinished(() => void service.close());
  await once(service.listen(0, '127.0.0.1'), 'listening');
  const command = /^HEALTHCHECK .*CMD (\[.+\])$/m.exec(image)?.[1] ?? '';
  const [name, ...args] = JSON.parse(command.replace(':3000/', `:${(service.address() as AddressInfo).port}/`));
  expect(name).toBe('node');
  const asking = spawn(process.execPath, args, { env: {} });
  expect(await once(asking, 'exit')).toEqual([code, null]);
});
