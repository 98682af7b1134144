import { parseArgs } from 'node:util';
import { type AgentDesk, add, list, Refused, reset, setDisabled } from './agent-desk.ts';

const USAGE = `用法：
  npm run agent -- add 名字 --role agent|supervisor|editor
      密码从标准输入的第一行读，在终端里会询问；空着就生成一个，显示一次
  npm run agent -- list
  npm run agent -- disable 名字
  npm run agent -- enable 名字
  npm run agent -- reset 名字
      给一个一次性密码，解除锁定，关闭动态码`;

/** What the arguments of `npm run agent` ask for. Throws how it should be said where they are wrong. */
export function jobOf(args: readonly string[]): (desk: AgentDesk) => Promise<void> {
  const { role, names } = parsed(args);
  const [command, name = '', ...more] = names;
  if (more.length > 0 || (role !== undefined && command !== 'add')) throw wrong();
  if (command === 'list' && name === '') return list;
  if (name.trim() === '') throw wrong();
  if (command === 'add') return (desk) => add(desk, name, role);
  if (command === 'disable') return (desk) => setDisabled(desk, name, true);
  if (command === 'enable') return (desk) => setDisabled(desk, name, false);
  if (command === 'reset') return (desk) => reset(desk, name);
  throw wrong();
}

function parsed(args: readonly string[]) {
  try {
    const options = { role: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { role: values.role, names: positionals };
  } catch {
    throw wrong();
  }
}

function wrong(): Refused {
  return new Refused(USAGE, 2);
}
