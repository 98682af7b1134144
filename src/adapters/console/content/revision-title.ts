import { SetTexts } from '../../content/set-content.ts';
import type { Revision } from '../../store/revision.ts';
import { outsideTitle } from './outside-title.ts';

/** What a revision changed, in one sentence. */
export function revisionTitle(revision: Revision): string {
  const what = changeOf(revision);
  return revision.undoes === null ? what : `撤销改动 ${revision.undoes}：${what}`;
}

function changeOf({ subject, name, before, after }: Revision): string {
  switch (subject) {
    case 'similar':
      return `第 ${name} 条的相似问：${difference(before, after)}`;
    case 'outside':
      return `不归条目回答的问题（${outsideTitle(name ?? '')}）：${difference(before, after)}`;
    case 'links':
      return `入口的网址：${changedKeys(before, after).join('、') || '恢复原样'}`;
    case 'releases':
      return `阿里云APP的最新版本：${changedKeys(before, after)
        .map((platform) => PLATFORMS[platform] ?? platform)
        .join('、')}`;
    case 'provinces':
      return `各省要求的其他来源：现在有 ${lengthOf(after)} 条`;
    case 'hours':
      return after === null ? '服务时间：一直开着' : '服务时间';
    case 'canned':
      return `快捷回复：现在有 ${lengthOf(after)} 条`;
    case 'review':
      return after === null ? `第 ${name} 条：不算核对过` : `核对了第 ${name} 条`;
    case 'gap':
      return after === null ? '重新列出忽略过的问题' : `忽略了 ${digestsOf(after)} 个没有答上的问题`;
  }
}

export const PLATFORMS: Readonly<Record<string, string>> = { android: '安卓', ios: 'iOS', harmony: '鸿蒙' };

function difference(before: unknown, after: unknown): string {
  const [was, is] = [before, after].map((value) => SetTexts.safeParse(value).data?.texts ?? []);
  const added = (is ?? []).filter((text) => !was?.includes(text)).length;
  const removed = (was ?? []).filter((text) => !is?.includes(text)).length;
  const parts = [...(added > 0 ? [`加了 ${added} 个`] : []), ...(removed > 0 ? [`拿掉 ${removed} 个`] : [])];
  return parts.join('，') || '没有变化';
}

function changedKeys(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [before, after].map((value) => new Map(Object.entries(value ?? {})));
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...keys].filter((key) => JSON.stringify(was?.get(key)) !== JSON.stringify(is?.get(key)));
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function digestsOf(value: unknown): number {
  const { digests } = (value ?? {}) as { readonly digests?: unknown };
  return lengthOf(digests);
}
