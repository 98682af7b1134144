import { channelNamed } from '../adapters/console/reports/names.ts';
import { beijingTime } from '../adapters/web/write-transcript.ts';
import { talkKey } from '../bot/message.ts';
import type { Bus, Lock, Store, Vault } from '../bot/ports.ts';
import type { TalkRecord } from '../bot/talk-record.ts';

/** A conversation that is to be erased, as the operator is shown it; without a record there is none. */
interface Wanted {
  readonly record: TalkRecord | undefined;
  readonly line: string;
}

/** Finds each conversation by its id, or by the number of a 留言 that was left in it; once, however often it is named. */
export async function wantedOf(
  store: Pick<Store, 'byId' | 'tickets'>,
  names: readonly string[],
): Promise<readonly Wanted[]> {
  const tickets = names.some((name) => name.startsWith('L-'))
    ? [...(await store.tickets({ done: false })), ...(await store.tickets({ done: true }))]
    : [];
  const wanted = new Map<string, Wanted>();
  for (const name of names) {
    const id = tickets.find((ticket) => ticket.id === name)?.talk ?? name;
    const record = await store.byId(id);
    wanted.set(id, { record, line: record ? lineOf(name, record) : `${name}：没有这个对话或留言。` });
  }
  return [...wanted.values()];
}

function lineOf(name: string, { talk, openedAt, spokenAt, seq }: TalkRecord): string {
  const times = `${beijingTime(openedAt)} 开始，${beijingTime(spokenAt)} 最后一句`;
  return `${name}：${channelNamed(talk.channel)}，${times}，到第 ${seq} 句。`;
}

/** Erases it with its pictures, and says what went. */
export async function eraseWanted(
  {
    store,
    vault,
    lock,
    bus,
  }: {
    readonly store: Pick<Store, 'erase'>;
    readonly vault: Pick<Vault, 'erase'>;
    readonly lock: Lock;
    readonly bus: Pick<Bus, 'publish'>;
  },
  { id, talk }: TalkRecord,
  at: string,
): Promise<string> {
  const erased = await lock.run(talkKey(talk), async () => {
    const pictures = await vault.erase(id);
    return { ...(await store.erase(id, at, 'system')), pictures };
  });
  bus.publish(id);
  return `已删除 ${id}：${erased.messages} 句话、${erased.pictures} 张图片、${erased.cases} 条留言。`;
}
