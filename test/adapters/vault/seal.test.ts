import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';

const key = Buffer.alloc(32, 7);

describe('a seal', () => {
  it.each(['', '13800138000', '微信号：某某 👩‍👧', 'x'.repeat(100_000)])('gives back what it sealed (%#)', (plain) => {
    const { seal, open } = vaultSeal(key);
    expect(open(seal(plain))).toBe(plain);
  });

  it('opens what the same key sealed in another process', () => {
    expect(vaultSeal(Buffer.alloc(32, 7)).open(vaultSeal(key).seal('甲'))).toBe('甲');
    expect(vaultSeal(key).open('v1.TaPcNigRjkG2PCJixyvWqlw6y1lvVHN_bphJKyOSug')).toBe('甲');
  });

  it('never writes the same text twice alike, and shows nothing of it', () => {
    const { seal } = vaultSeal(key);
    const sealed = [seal('13800138000'), seal('13800138000')];
    expect(sealed[0]).not.toBe(sealed[1]);
    for (const text of sealed) expect(text).toMatch(/^v1\.[\w-]+$/);
    expect(Buffer.from(String(sealed[0]?.slice(3)), 'base64url').toString('latin1')).not.toContain('138');
  });

  it('does not open what was altered, in any byte', () => {
    const { seal, open } = vaultSeal(key);
    const bytes = Buffer.from(seal('甲').slice(3), 'base64url');
    for (const index of bytes.keys()) {
      const altered = Buffer.from(bytes);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => open(`v1.${altered.toString('base64url')}`)).toThrow(/VAULT_KEY/);
    }
    expect(() => open(`v1.${bytes.subarray(0, -1).toString('base64url')}`)).toThrow(/VAULT_KEY/);
  });

  it('does not open what another key sealed', () => {
    const sealed = vaultSeal(randomBytes(32)).seal('甲');
    expect(() => vaultSeal(key).open(sealed)).toThrow(expect.objectContaining({ code: 'key' }));
  });

  it.each(['', 'v1.', 'v1.AAAA', 'v2.TaPcNigRjkG2PCJixyvWqlw6y1lvVHN_bphJKyOSug', '13800138000'])(
    'does not take %j for sealed',
    (text) => {
      expect(() => vaultSeal(key).open(text)).toThrow(expect.objectContaining({ code: 'format' }));
    },
  );
});

describe('a digest', () => {
  it('is the same for the same text and key, and for no other', () => {
    const { digest } = vaultSeal(key);
    expect(digest('甲')).toBe(digest('甲'));
    expect(digest('甲')).toMatch(/^[\w-]{43}$/);
    expect(new Set([digest('甲'), digest('乙'), digest(''), vaultSeal(Buffer.alloc(32, 8)).digest('甲')]).size).toBe(4);
  });

  it('stays as it is from release to release, since turns are compared by it', () => {
    expect(vaultSeal(key).digest('甲')).toBe('Bnrm2BDTNWRaYaT89zCnyvX2oJY8F7dt8OlzhfjRAFU');
  });
});
