import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
}

const text = readFileSync('compose.yaml', 'utf8');
const { services, volumes }: { services: Record<string, Service>; volumes: object } = parse(text, { merge: true });
const caddy = readFileSync('deploy/Caddyfile', 'utf8');
const docker = readFileSync('Dockerfile', 'utf8');

/** As `docker compose` puts values in: those that must be set, and defaults. */
function filledIn(value: string, given: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_all, name: string, other = '') => given[name] ?? other);
}

it('starts two instances that share all but their caches, with settings the service takes', () => {
  const [one, two] = [services['app-1'], services['app-2']];
  expect(one?.environment).toEqual(two?.environment);
  expect(one?.volumes).not.toEqual(two?.volumes);
  const given = { POSTGRES_PASSWORD: 'secret', VAULT_KEY: 'ab'.repeat(32) };
  const env = Object.fromEntries(
    Object.entries(one?.environment ?? {}).map(([name, value]) => [name, filledIn(value, given)]),
  );
  expect(readConfig(env)).toMatchObject({
    host: '0.0.0.0',
    port: 3000,
    trustProxy: 1,
    databaseUrl: 'postgres://beian:secret@postgres:5432/beian',
    vaultKey: Buffer.alloc(32, 0xab),
  });
  const described = readFileSync('.env.example', 'utf8');
  expect(Object.keys(env).filter((name) => !described.includes(`${name}=`))).toEqual([]);
  expect(services.postgres?.environment?.POSTGRES_PASSWORD).toContain('POSTGRES_PASSWORD:?');
});

it('keeps what must last in volumes it declares, and looks after the health of everything', () => {
  const named = Object.values(services)
    .flatMap((service) => service.volumes ?? [])
    .flatMap((volume) => (volume.startsWith('.') ? [] : [volume.split(':')[0]]));
  expect(named.sort()).toEqual(Object.keys(volumes).sort());
  for (const [name, { healthcheck, build }] of Object.entries(services)) {
    expect([name, healthcheck !== undefined || (build === '.' && docker.includes('HEALTHCHECK'))]).toEqual([
      name,
      true,
    ]);
  }
});

it('lets the proxy pass streams on at once, take whole messages, and know every instance', () => {
  expect(caddy).toContain('flush_interval -1');
  expect(caddy).toContain('health_uri /readyz');
  const limit = Number(/max_size (\d+)MB/.exec(caddy)?.[1]) * 1_000_000;
  // Four pictures of 20 MB, and the rest of the form.
  expect(limit).toBeGreaterThanOrEqual(4 * 20 * 1024 * 1024 + 64 * 1024);
  const upstreams = [...caddy.matchAll(/reverse_proxy (.+) \{/g)].map(([, names = '']) => names.split(' '));
  const instances = Object.keys(services).filter((name) => name.startsWith('app-'));
  expect(upstreams.length).toBeGreaterThan(0);
  for (const names of upstreams) expect(names).toEqual(instances.map((name) => `${name}:3000`));
  expect(caddy.match(/\{/g)?.length).toBe(caddy.match(/\}/g)?.length);
});

it('runs as an ordinary user, from what was built before', () => {
  const stages = docker.split(/^FROM /m).slice(1);
  expect(stages).toHaveLength(2);
  expect(stages[1]).toMatch(/^USER node$/m);
  expect(stages[1]).toContain('CMD ["node", "dist/main.js"]');
  expect(stages[1]).not.toMatch(/^RUN npm/m);
});
