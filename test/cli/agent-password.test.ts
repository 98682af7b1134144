import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readPassword } from '../../src/cli/read-password.ts';

/** What was asked for and shown when these keys are typed at a terminal, or this is piped in. */
async function read(typed: string, isTTY: boolean, end = true) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const screen = new PassThrough();
  const password = readPassword(input, screen);
  input.write(typed);
  if (end) input.end();
  return { password: await password, shown: String(screen.read() ?? '') };
}

describe('a password that is piped in', () => {
  it.each([
    ['花三两枝 a\n', '花三两枝 a'],
    ['花三两枝 a', '花三两枝 a'],
    ['first\r\nsecond\r\n', 'first'],
    ['\uFEFFfirst\n', 'first'],
    [' kept  as it is \n', ' kept  as it is '],
    ['\n', ''],
    ['', ''],
  ])('%j is its first line', async (piped, password) => {
    expect(await read(piped, false)).toEqual({ password, shown: '' });
  });

  it('is taken without waiting for the end', async () => {
    expect((await read('first\n', false, false)).password).toBe('first');
  });
});

describe('a password at a terminal', () => {
  it('is asked for twice and not shown', async () => {
    const { password, shown } = await read('secret word\rsecret word\r', true, false);
    expect(password).toBe('secret word');
    expect(shown).toBe('密码（不会显示；直接回车就生成一个）：\n再输一次：\n');
  });

  it('may be corrected while it is typed', async () => {
    expect((await read('secrex\u007ft\rsecret\r', true, false)).password).toBe('secret');
  });

  it('is none where the second differs or the person breaks off', async () => {
    expect((await read('one\rother\r', true, false)).password).toBeUndefined();
    expect((await read('one\r\u0003', true, false)).password).toBeUndefined();
    expect((await read('\u0003', true, false)).password).toBeUndefined();
    expect((await read('', true)).password).toBeUndefined();
  });

  it('is left to us by an empty line', async () => {
    expect(await read('\r', true, false)).toMatchObject({ password: '' });
  });
});
