import { Environment, SECRETS } from './config.ts';

/** One setting, as operators read of it. */
export interface Setting {
  readonly name: string;
  /** What it is where it is not set; undefined where nothing takes its place. */
  readonly unset: string | undefined;
  /** What it has to be, as its error says; undefined where any text will do. */
  readonly should: string | undefined;
  readonly isSecret: boolean;
}

/** What no setting takes, unless it takes anything. */
const NOTHING_LIKES = '\u0000 #';

/** Every setting there is, in the order of the schema. */
export function settings(): readonly Setting[] {
  return Object.entries(Environment.in.shape).map(([name, field]) => {
    const unset = field.safeParse(undefined).data;
    const wrong = field.safeParse(NOTHING_LIKES);
    return {
      name,
      unset: unset === undefined || (Array.isArray(unset) && unset.length === 0) ? undefined : String(unset),
      should: wrong.error?.issues[0]?.message,
      isSecret: SECRETS.has(name),
    };
  });
}

/** A paragraph of `.env.example` and the settings below it; each setting with what is said of it alone. */
interface Block {
  readonly prose: string;
  readonly settings: readonly { readonly name: string; readonly prose: string }[];
}

/**
 * The reference of all settings, in Markdown. What each is for is told once, by the comments of `.env.example`; names,
 * defaults and what is right come from the schema. Throws where one of the two knows a setting that the other does not.
 */
export function configurationPage(example: string): string {
  const known = new Map(settings().map((setting) => [setting.name, setting]));
  const sections = blocksOf(example).map(({ prose, settings: told }) => {
    const rows = told.map(({ name, prose: own }) => {
      const setting = known.get(name);
      if (!setting) throw new Error(`${name} is in .env.example, and no setting`);
      known.delete(name);
      return row(setting, own);
    });
    return [`## ${told.map(({ name }) => name).join('、')}`, '', prose, '', TABLE, ...rows].join('\n');
  });
  if (known.size > 0) throw new Error(`Not in .env.example: ${[...known.keys()].join(', ')}`);
  return `${HEAD}\n\n${sections.join('\n\n')}\n`;
}

const HEAD = `# 全部设置

本页由 \`npm run configuration\` 从代码里的规则和 \`.env.example\` 的说明生成，请不要直接改。

设置写在 \`.env\`（从 \`.env.example\` 复制）或者环境变量里；两边都有的，以环境变量为准。留空等于不设置。
有一项不对，服务不启动，并一次说出哪些不对、应该是什么；密钥一类的内容不会出现在任何提示里。改了要重启才生效。`;

const TABLE = '| 设置 | 不设置时 | 应该是 | 说明 |\n| --- | --- | --- | --- |';

function row({ name, unset, should = '任意文字', isSecret }: Setting, prose: string): string {
  const notes = [prose, ...(isSecret ? ['密钥，不要放进代码库，也不会显示。'] : [])].filter(Boolean).join(' ');
  const cells = [`\`${name}\``, unset === undefined ? '—' : `\`${unset}\``, should, notes];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Comments stand before what they are about; the first ones of a block, which are set off by an empty line, before all of it. */
function blocksOf(example: string): readonly Block[] {
  return example.split(/\n\s*\n/).flatMap((text) => {
    const settings: { name: string; prose: string }[] = [];
    let first: string | undefined;
    let comments: string[] = [];
    for (const line of text.split('\n')) {
      const [, name] = /^([A-Z][A-Z0-9_]*)=/.exec(line) ?? [];
      if (name === undefined) {
        if (/^# (?![A-Z_]+=)/.test(line)) comments.push(line.slice(2).trim());
        continue;
      }
      const said = joined(comments);
      comments = [];
      if (first === undefined) {
        first = said;
        settings.push({ name, prose: '' });
      } else settings.push({ name, prose: said });
    }
    return settings.length === 0 ? [] : [{ prose: first ?? '', settings }];
  });
}

/** Lines of Chinese go on without a space. */
function joined(lines: readonly string[]): string {
  return lines.join('');
}
