import { revisionTitle } from '../adapters/console/content/revision-title.ts';
import type { AgentStore } from '../adapters/store/agent-store.ts';

const MOST = 200;

/** The newest revisions, a line each: which, when, by whom, what, and whether it was taken back. */
export async function revisionLines({ revisions, agents }: Pick<AgentStore, 'revisions' | 'agents'>): Promise<string> {
  const names = new Map((await agents.list()).map(({ id, name }) => [id, name]));
  const lines = (await revisions.list({ limit: MOST })).map((revision) => {
    const { id, at, who, undone, note } = revision;
    const rest = [...(note === null ? [] : [`备注：${note}`]), ...(undone ? ['已撤销'] : [])];
    return [id, at, names.get(who) ?? who, revisionTitle(revision), ...rest].join('  ');
  });
  return lines.length === 0 ? '还没有改动。' : lines.join('\n');
}
