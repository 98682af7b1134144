import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { agentLinks } from '../../../src/adapters/vendor/agent-links.ts';
import { opened, places } from '../store/stores.ts';

const MINUTE = 60_000;

describe.each(Object.entries(places))('accounts of agents in %s', (_name, place) => {
  async function open() {
    const { vendor, db } = await opened(await place());
    let now = Date.parse('2026-03-02T08:00:00.000Z');
    const parts = { vendor, seal: vaultSeal(randomBytes(32)), clock: () => new Date(now) };
    const kept = async () => JSON.stringify(await db.selectFrom('vendor_memory').selectAll().execute());
    return {
      ...{ kept, links: agentLinks('dingtalk', parts), elsewhere: agentLinks('dingtalk', parts) },
      pass(ms: number) {
        now += ms;
      },
    };
  }

  it('are linked by a code that two of them send at once for one of them only', async () => {
    const { links, elsewhere } = await open();
    const { code } = await links.offer('agent-a');
    const both = await Promise.all([links.redeem('u1', code), elsewhere.redeem('u2', code)]);
    expect(both.map(({ is }) => is).sort()).toEqual(['linked', 'wrong']);
    const found = await Promise.all([links.agentOf('u1'), links.agentOf('u2')]);
    expect(found.filter((one) => one !== undefined)).toEqual(['agent-a']);
  });

  it('are linked still where the same code comes again from there', async () => {
    const { links } = await open();
    const { code } = await links.offer('agent-a');
    expect(await links.redeem('u1', code)).toEqual({ is: 'linked', agent: 'agent-a' });
    expect(await links.redeem('u1', code)).toEqual({ is: 'linked', agent: 'agent-a' });
  });

  it('are not linked by a code that is ten minutes old, replaced or burnt', async () => {
    const { links, pass } = await open();
    const replaced = await links.offer('agent-a');
    const old = await links.offer('agent-a');
    expect(await links.redeem('u1', replaced.code)).toEqual({ is: 'wrong' });
    pass(10 * MINUTE);
    expect(await links.redeem('u1', old.code)).toEqual({ is: 'wrong' });
    const burnt = await links.offer('agent-a');
    await links.burn(burnt.code);
    expect(await links.redeem('u1', burnt.code)).toEqual({ is: 'wrong' });
  });

  it('wait after five wrong codes, for as long as a code lasts', async () => {
    const { links, pass } = await open();
    for (let nth = 0; nth < 5; nth += 1) expect((await links.redeem('u1', 'none')).is).toBe('wrong');
    const { code } = await links.offer('agent-a');
    expect(await links.redeem('u1', code)).toEqual({ is: 'wait' });
    pass(10 * MINUTE);
    expect(await links.redeem('u1', (await links.offer('agent-a')).code)).toMatchObject({ is: 'linked' });
  });

  it('are nobody’s once they are unlinked, and nothing is kept that names them', async () => {
    const { links, kept } = await open();
    const { code } = await links.offer('agent-a');
    await links.redeem('staff-4711', code);
    expect(await kept()).not.toContain('staff-4711');
    expect(await kept()).not.toContain(code);
    await links.unlink('agent-a');
    expect([await links.agentOf('staff-4711'), await links.isLinked('agent-a')]).toEqual([undefined, false]);
  });
});
