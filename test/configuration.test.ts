import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configurationPage, settings } from '../src/configuration.ts';

const example = readFileSync('.env.example', 'utf8');

describe('the reference of settings', () => {
  it('is up to date: npm run configuration writes it', () => {
    expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configurationPage(example));
  });

  it('knows defaults, what is right, and what is secret', () => {
    const known = new Map(settings().map((setting) => [setting.name, setting]));
    expect(known.get('PORT')).toEqual({
      name: 'PORT',
      unset: '3000',
      should: '0 到 65535 的整数，例如 3000',
      isSecret: false,
    });
    expect(known.get('VAULT_KEY')).toMatchObject({ unset: undefined, isSecret: true });
    expect(known.get('DATA_DIR')).toMatchObject({ unset: './var', should: undefined });
    expect(known.get('WECHAT_VERIFIED')).toMatchObject({ unset: 'true' });
  });

  it('calls secret whatever is named like it', () => {
    const named = settings().filter(({ name }) => /SECRET|TOKEN|_KEY|PASSWORD|(DATABASE|SMTP)_URL/.test(name));
    expect(named.filter(({ isSecret }) => !isSecret).map(({ name }) => name)).toEqual([]);
  });

  it('refuses an example that lacks a setting, or has one too many', () => {
    expect(() => configurationPage(example.replace(/^PORT=.*$/m, ''))).toThrow('PORT');
    expect(() => configurationPage(`${example}\n\n# 没有的。\nNO_SUCH_SETTING=\n`)).toThrow('NO_SUCH_SETTING');
  });
});
