import { z } from 'zod';
import type { NewNote } from '../bot/case-store.ts';
import type { Facts } from '../bot/facts.ts';
import { labelOf } from '../handoff/case-card.ts';
import { type CorrectedKey, type Corrections, isCorrectable } from '../handoff/corrections.ts';
import { HttpError } from './http-error.ts';
import { NO_BODY } from './schema/fields.ts';

/** What is to be changed on a case card: its keys, each with the value as the card shows it. */
export const Changes = z
  .record(z.string().max(40), z.string({ error: '每一项都要是一段文字，和情况卡上显示的一样。' }).max(600), NO_BODY)
  .refine((changes) => Object.keys(changes).length > 0, '请写明要改哪一项，例如 {"platform":"安卓"}。');

/** The facts that changes come to. Throws an HttpError for what cannot be changed, or was not understood. */
export function correctedBy(changes: z.output<typeof Changes>, corrections: Corrections | undefined): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(changes).map(([key, said]) => {
      if (!isCorrectable(key)) throw new HttpError(400, 'bad-request', `情况卡上没有能改的“${key}”。`);
      const fact = corrections?.[key](said);
      if (fact === undefined) {
        throw new HttpError(400, 'bad-request', `“${said}”我没看懂，请换个写法，例如“安卓”“12.0”“广东”。`);
      }
      return [key, fact];
    }),
  );
}

/** What the desk reads of a correction; its author is null for the person themselves. */
export function correctionNote(author: string | null, keys: readonly string[]): NewNote {
  const labels = keys.map((key) => labelOf(key as CorrectedKey));
  return { kind: 'event', author, body: { what: 'corrected', keys, labels } };
}
