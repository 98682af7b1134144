import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../../src/configuration.ts';

const UNITS = ['beian-assistant.service', 'beian-assistant-backup.service'] as const;
const HOME = '/opt/beian-assistant/';

/** All values of a directive, in order. */
function values(unit: string, directive: string): readonly string[] {
  const text = readFileSync(`deploy/systemd/${unit}`, 'utf8');
  return [...text.matchAll(new RegExp(`^${directive}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

describe.each(UNITS)('%s', (unit) => {
  it('starts what the build makes, with settings that there are', () => {
    const [command = ''] = values(unit, 'ExecStart');
    const script = command.split(' ').find((word) => word.endsWith('.js')) ?? '';
    expect(script.startsWith(`${HOME}dist/`)).toBe(true);
    // What lies in src as .ts is compiled to the same place in dist.
    const source = script.slice(`${HOME}dist/`.length).replace(/\.js$/, '.ts');
    expect(existsSync(`src/${source}`)).toBe(true);
    const names = new Set(settings().map(({ name }) => name));
    const set = values(unit, 'Environment').map((value) => value.split('=')[0] ?? '');
    expect(set.filter((name) => name !== 'NODE_ENV' && !names.has(name))).toEqual([]);
    expect(values(unit, 'StateDirectory').map((name) => `DATA_DIR=/var/lib/${name}`)).toEqual([
      values(unit, 'Environment').find((value) => value.startsWith('DATA_DIR=')),
    ]);
  });

  it('is kept from all that it does not need, and not from what V8 does', () => {
    for (const directive of ['NoNewPrivileges', 'ProtectHome', 'PrivateTmp', 'RestrictSUIDSGID', 'LockPersonality']) {
      expect([directive, values(unit, directive)]).toEqual([directive, ['yes']]);
    }
    expect(values(unit, 'ProtectSystem')).toEqual(['strict']);
    expect(values(unit, 'MemoryDenyWriteExecute')).toEqual([]);
  });
});

it('is stopped by what the service listens to, and given the time it takes', () => {
  const main = readFileSync('src/main.ts', 'utf8');
  expect(values('beian-assistant.service', 'KillSignal')).toEqual(['SIGTERM']);
  expect(main).toContain("'SIGTERM'");
  const lastCall = Number(/LAST_CALL = ([\d_]+)/.exec(main)?.[1]?.replaceAll('_', ''));
  expect(lastCall).toBeGreaterThan(0);
  expect(Number(values('beian-assistant.service', 'TimeoutStopSec')[0]) * 1000).toBeGreaterThan(lastCall);
});

it('backs up where it may write, and for as long as docs say', () => {
  const [command = ''] = values('beian-assistant-backup.service', 'ExecStart');
  const [, to] = /--to (\S+)/.exec(command) ?? [];
  expect(values('beian-assistant-backup.service', 'ReadWritePaths')).toEqual([to]);
  expect(readFileSync('docs/operate.md', 'utf8')).toContain(String(to));
});
