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

describe('sealed bytes', () => {
  it.each([0, 1, 100_000])('come back as they were (%i bytes)', (length) => {
    const { sealBytes, openBytes } = vaultSeal(key);
    const plain = randomBytes(length);
    expect(Buffer.from(openBytes(sealBytes(plain))).equals(plain)).toBe(true);
    expect(Buffer.from(openBytes(sealBytes(plain, 'a/b'), 'a/b')).equals(plain)).toBe(true);
  });

  it('open in another process of the same key', () => {
    const sealed = Buffer.from('Aeb5t0ld_FBd_mDkq-IjTS5oGRdHU4RFUxxTaM-wtvE', 'base64url');
    expect(Buffer.from(vaultSeal(key).openBytes(sealed, 'a/b')).toString()).toBe('甲');
  });

  it('are never alike, and begin with their version', () => {
    const { sealBytes } = vaultSeal(key);
    const [one, other] = [sealBytes(Buffer.from('甲')), sealBytes(Buffer.from('甲'))];
    expect([one[0], other[0]]).toEqual([1, 1]);
    expect(Buffer.from(one).equals(other)).toBe(false);
  });

  it('do not open when altered in any byte, cut, about something else, or with another key', () => {
    const { sealBytes, openBytes } = vaultSeal(key);
    const sealed = Buffer.from(sealBytes(Buffer.from('甲'), 'a/b'));
    for (const index of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => openBytes(altered, 'a/b')).toThrow(
        expect.objectContaining({ code: index === 0 ? 'format' : 'key' }),
      );
    }
    expect(() => openBytes(sealed.subarray(0, -1), 'a/b')).toThrow(/VAULT_KEY/);
    expect(() => openBytes(sealed.subarray(0, 20), 'a/b')).toThrow(expect.objectContaining({ code: 'format' }));
    expect(() => openBytes(Buffer.alloc(0))).toThrow(expect.objectContaining({ code: 'format' }));
    expect(() => openBytes(sealed, 'a/c')).toThrow(/VAULT_KEY/);
    expect(() => openBytes(sealed)).toThrow(/VAULT_KEY/);
    expect(() => vaultSeal(randomBytes(32)).openBytes(sealed, 'a/b')).toThrow(expect.objectContaining({ code: 'key' }));
  });

  it('and sealed text do not open as each other: they have keys of their own', () => {
    const { seal, sealBytes, open, openBytes } = vaultSeal(key);
    const text = Buffer.from(seal('甲').slice(3), 'base64url');
    expect(() => openBytes(Buffer.concat([Buffer.of(1), text]))).toThrow(/VAULT_KEY/);
    const bytes = Buffer.from(sealBytes(Buffer.from('甲'))).subarray(1);
    expect(() => open(`v1.${bytes.toString('base64url')}`)).toThrow(/VAULT_KEY/);
  });
});
