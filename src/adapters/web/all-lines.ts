import type { Line } from '../../bot/message.ts';
import type { Store } from '../../bot/ports.ts';

const PAGE = 500;

/** All lines of a talk, read page by page. */
export async function allLines(store: Pick<Store, 'lines'>, id: string): Promise<readonly Line[]> {
  const all: Line[] = [];
  for (;;) {
    const page = await store.lines(id, all.at(-1)?.seq ?? 0, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
