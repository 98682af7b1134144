import { call } from '../../api/call.ts';
import { changeContent } from '../editing-queries.ts';
import type { Canned } from '../types.ts';

/** Changes the list as it is now, and not as it was when the page read it: what others add meanwhile stays. */
export async function changeCanned(change: (list: readonly Canned[]) => readonly Canned[]): Promise<void> {
  const { canned } = await call<{ canned: readonly Canned[] }>('GET', '/canned');
  await changeContent<unknown>('PUT', '/canned', { canned: change(canned) });
}
