import { takeStep } from '../../bot/desk/take-step.ts';
import type { Vault } from '../../bot/ports.ts';
import { msBetween } from '../../handoff/later.ts';
import type { CasesParts } from './keep-cases.ts';

/** Pictures of a resolved case are kept for so long, in milliseconds (product rule): 24 hours. */
const KEPT = 24 * 3_600_000;

/** Erases the pictures of cases that were resolved a day ago, once for each. */
export async function forgetPictures(
  parts: CasesParts & { readonly vault: Pick<Vault, 'erase'> },
  at: string,
): Promise<void> {
  for (const { id, case: life, told } of await parts.store.cases(['resolved'])) {
    const gone = told.pictures !== undefined && told.pictures >= life.since;
    if (gone || msBetween(life.since, at) < KEPT) continue;
    await parts.vault.erase(id);
    await takeStep(parts, id, at, (record) => ({ steps: [], told: { ...record.told, pictures: at } }));
  }
}
