import { describe, expect, it } from 'vitest';
import { isPassword } from '../../src/adapters/console/passwords.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { Refused } from '../../src/cli/agent-desk.ts';
import { jobOf } from '../../src/cli/agent-job.ts';
import { opened, places } from '../adapters/store/stores.ts';

const PASSWORD = '竹外桃花三两枝 春江水暖';

/** An operator over a new store; `ask` gives what was printed, or the refusal as `1 …` or `2 …`. */
async function operator() {
  const store = await opened(await places.SQLite());
  const handedOn: string[] = [];
  const ask = async (args: readonly string[], password: string | undefined = PASSWORD): Promise<string> => {
    const printed: string[] = [];
    try {
      await jobOf(args)({
        store,
        seal: vaultSeal(Buffer.alloc(32)),
        now: () => '2026-03-01T08:00:00.000Z',
        readPassword: async () => password,
        async handOn(agent) {
          handedOn.push(agent);
        },
        print: (line) => printed.push(line),
      });
      return printed.join('\n');
    } catch (error) {
      if (error instanceof Refused) return `${error.exitCode} ${error.message}`;
      throw error;
    }
  };
  return { ...store, ask, handedOn };
}

describe('the operator', () => {
  it('adds people, lets them choose a password or gets one that is shown once', async () => {
    const { ask, agents } = await operator();
    expect(await ask(['list'])).toContain('还没有人');
    expect(await ask(['add', ' 王芳 ', '--role', 'supervisor'])).toBe('已添加 客服 01（主管，王芳）。');
    const made = await ask(['add', 'Li Qiang', '--role=editor'], '');
    expect(made).toMatch(/^已添加 客服 02（编辑，Li Qiang）。\n密码：/);
    const password = /密码：(\S+)（只显示这一次/.exec(made)?.[1] ?? '';
    const added = await agents.byName('li qiang');
    expect([await isPassword(added?.passwordHash, password), added?.mustChange]).toEqual([true, false]);
  });

  it('disables, enables and resets, and sees it in the list', async () => {
    const { ask, agents, audit, handedOn } = await operator();
    await ask(['add', '王芳', '--role', 'supervisor']);
    await ask(['add', '李强', '--role', 'agent']);
    expect(await ask(['disable', '李强'])).toBe('已停用 客服 02（客服，李强），登录全部退出，对话已转交。');
    expect(handedOn).toEqual([(await agents.byName('李强'))?.id]);
    expect(await ask(['list'])).toBe(
      '客服 01（主管，王芳）  启用\n客服 02（客服，李强）  停用于 2026-03-01T08:00:00.000Z',
    );
    expect(await ask(['enable', '李强'])).toBe('已启用 客服 02（客服，李强）。');
    const password = /一次性密码：(\S+)（只显示这一次/.exec(await ask(['reset', '李强']))?.[1] ?? '';
    expect(await isPassword((await agents.byName('李强'))?.passwordHash, password)).toBe(true);
    expect(await ask(['list'])).toContain('客服 02（客服，李强）  启用，还没有换掉一次性密码');
    const log = (await audit.entries({ limit: 20 })).map(({ who, what }) => `${who} ${what}`);
    expect(log.toReversed()).toEqual([
      'cli agent-added',
      'cli agent-added',
      'cli agent-disabled',
      'cli agent-enabled',
      'cli agent-reset',
    ]);
  });

  it('is refused what cannot be, and told what to do', async () => {
    const { ask, agents } = await operator();
    await ask(['add', '王芳', '--role', 'supervisor']);
    expect(await ask(['add', '王芳', '--role', 'agent'])).toMatch(/^1 已经有人叫“王芳”/);
    expect(await ask(['add', '李强', '--role', 'agent'], 'admin123456')).toMatch(/^1 .*请换一个/);
    expect(await ask(['add', '李强', '--role', 'agent'], 'short')).toMatch(/^1 .*至少要 10 个/);
    expect(await ask(['disable', '王芳'])).toMatch(/^1 这是最后一位.*add/);
    for (const command of ['disable', 'enable', 'reset']) {
      expect(await ask([command, '赵敏'])).toMatch(/^1 没有叫“赵敏”的人/);
    }
    expect(await agents.list()).toHaveLength(1);
  });

  it('adds nobody when they break off', async () => {
    const store = await opened(await places.SQLite());
    const job = jobOf(['add', '王芳', '--role', 'agent'])({
      store,
      seal: vaultSeal(Buffer.alloc(32)),
      now: () => '2026-03-01T08:00:00.000Z',
      readPassword: async () => undefined,
      handOn: async () => undefined,
      print: () => undefined,
    });
    await expect(job).rejects.toThrow('没有添加');
    expect(await store.agents.list()).toEqual([]);
  });

  it.each([
    [[], '用法'],
    [['add'], '用法'],
    [['add', ' '], '用法'],
    [['remove', '王芳'], '用法'],
    [['list', '王芳'], '用法'],
    [['disable', '王芳', '李强'], '用法'],
    [['reset', '王芳', '--role', 'agent'], '用法'],
    [['add', '王芳', '--rolle', 'agent'], '用法'],
    [['add', '王芳'], '--role agent'],
    [['add', '王芳', '--role', 'boss'], '--role agent'],
    [['add', '王\u202e芳', '--role', 'agent'], '看不见'],
  ])('who asks %j is told how to', async (args, how) => {
    const { ask } = await operator();
    const answer = await ask(args);
    expect([answer.slice(0, 2), answer]).toEqual(['2 ', expect.stringContaining(how)]);
  });
});
