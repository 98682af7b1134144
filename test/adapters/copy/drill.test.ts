import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { TOTP } from 'otpauth';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashPassword } from '../../../src/adapters/console/passwords.ts';
import { signIn } from '../../../src/adapters/console/sign-in.ts';
import { backupsIn, nameAt, removeOld } from '../../../src/adapters/copy/archive.ts';
import { restore } from '../../../src/adapters/copy/restore.ts';
import { memoryLock } from '../../../src/adapters/lock/memory-lock.ts';
import type { StorePlace } from '../../../src/adapters/store/open-store.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { readVaultKey } from '../../../src/adapters/vault/key.ts';
import { layFoundation, type OwnFoundation } from '../../../src/foundation.ts';
import { openTalking } from '../../faults/talking.ts';
import { freshFolder, places } from '../store/stores.ts';

const PEOPLE = ['u0', 'u1', 'u2', 'u3'];
const PASSWORD = 'orange-kettle-7-window';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Runs a command of the machine with the settings of a place, and gives what it printed. */
async function run(command: 'backup' | 'restore', place: StorePlace, ...args: readonly string[]): Promise<string> {
  const { databaseUrl, dataDir } = place;
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${command}.ts`, ...args], { env, stdio: 'pipe' });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return child.exitCode === 0 ? out : Promise.reject(new Error(err));
}

async function addAgent({ people, seal }: OwnFoundation): Promise<void> {
  const at = new Date().toISOString();
  const passwordHash = await hashPassword(PASSWORD);
  await people.agents.add({ id: 'a1', name: '周', role: 'agent', passwordHash, mustChange: false }, { at, by: 'cli' });
  const sealed = seal.seal(SECRET);
  await people.agents.offerTotp('a1', sealed);
  await people.agents.confirmTotp('a1', sealed, 1, at);
}

function signInto({ people, seal }: OwnFoundation) {
  const desk = {
    ...{ store: people, seal, clock: () => new Date(), publicUrl: undefined, rateLimit: null },
    handOn: async () => {},
    checking: memoryLock(),
  };
  return signIn(desk, { name: '周', password: PASSWORD, code: new TOTP({ secret: SECRET }).generate() });
}

/** A folder with the key of another, as whoever kept it apart puts it back. */
async function withKeyOf({ dataDir }: StorePlace): Promise<string> {
  const folder = await freshFolder();
  await copyFile(join(dataDir, 'vault.key'), join(folder, 'vault.key'));
  return folder;
}

async function lay(place: StorePlace): Promise<OwnFoundation> {
  const foundation = await layFoundation({ ...place, vaultKey: undefined }, () => openStore(place));
  onTestFinished(() => foundation.close());
  return foundation;
}

describe.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] as const)('a back-up of %s, restored into %s', { timeout: 120_000 }, (kind, other) => {
  it('has all that was acknowledged before it began, and what people erased since stays erased', async () => {
    const place = await places[kind]();
    const to = await freshFolder();
    const talking = await openTalking(place, PEOPLE);
    const { store, vault, seal } = talking.foundation;
    await addAgent(talking.foundation);
    await store.addTicket('u1', {
      id: 'L-1',
      at: new Date().toISOString(),
      text: '请联系我',
      contact: seal.seal('138'),
    });
    const file = { name: '证件.jpg', type: 'image/jpeg', bytes: Buffer.from('picture'.repeat(999)) };
    const { id: picture } = await vault.put('u1', file, new Date().toISOString());
    await vault.put('u0', file, new Date().toISOString());

    // People go on talking while it is made.
    const acknowledged: [string, string][] = [];
    let isMaking = true;
    const speaking = PEOPLE.map(async (person) => {
      for (let nth = 0; isMaking; nth++) {
        await talking.insist(person, `${person}-${nth}`);
        acknowledged.push([person, `${person}-${nth}`]);
        await new Promise(setImmediate);
      }
    });
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
    const before = [...acknowledged];
    const said = await run('backup', place, '--to', to);
    isMaking = false;
    await Promise.all(speaking);
    const [name = ''] = await readdir(to);
    const folder = join(to, name);
    expect(said).toContain(`备份好了：${folder}`);
    expect(said).toContain('图片 2 张');
    const key = (await readFile(join(place.dataDir, 'vault.key'), 'utf8')).trim();
    for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (one.isFile()) expect((await readFile(join(one.parentPath, one.name))).includes(key)).toBe(false);
    }
    expect(acknowledged.length).toBeGreaterThan(before.length);

    await store.erase('u0');
    await vault.erase('u0');
    await talking.foundation.close();

    // Everything is gone but the back-up, and the key that was kept apart.
    const fresh = other === 'SQLite' ? { dataDir: '' } : await places.PostgreSQL();
    const elsewhere = { ...fresh, dataDir: await withKeyOf(place) };
    const told = await run('restore', elsewhere, '--from', folder);
    expect(told).toContain('以后用户删除过的数据又回来了');
    const restored = await lay(elsewhere);
    for (const person of PEOPLE) {
      const lines = await restored.store.lines(person, 0, 100_000);
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => index + 1));
      const texts = new Set(lines.map(({ text }) => text));
      for (const [whose, id] of before) {
        if (whose !== person) continue;
        expect([texts.has(`问题 ${id}`), texts.has(`收到：问题 ${id}`)]).toEqual([true, true]);
      }
    }
    expect(Buffer.from((await restored.vault.get('u1', picture))?.bytes ?? [])).toEqual(file.bytes);
    expect((await restored.store.ticketsOf('u1')).map(({ contact }) => restored.seal.open(contact))).toEqual(['138']);
    expect((await signInto(restored)).agent.name).toBe('周');

    // The same over what is there: its log tells what people erased.
    const { erased } = await restore({ ...place, from: folder, key: await readVaultKey(place), force: true });
    expect(erased).toBe(1);
    const again = await lay(place);
    expect(await again.store.byId('u0')).toBeUndefined();
    expect(await again.vault.erase('u0')).toBe(0);
    expect((await again.store.byId('u1'))?.id).toBe('u1');
  });
});

it('keeps back-ups for so many days, and what has no name is none', async () => {
  const to = await freshFolder();
  const now = new Date('2026-03-02T06:00:00.000Z');
  const kept = [nameAt(now), 'beian-20260201T000000Z', 'beian-20260302T000000Z.part', 'something-else'];
  const old = ['beian-20260130T000000Z', 'beian-20260228T000000Z.part'];
  for (const name of [...kept, ...old]) await mkdir(join(to, name));
  expect(await removeOld(to, 30, now)).toEqual(old);
  expect((await readdir(to)).sort()).toEqual([...kept].sort());
  expect((await backupsIn(to)).map(({ name }) => name)).toEqual(['beian-20260201T000000Z', 'beian-20260302T060000Z']);
});
