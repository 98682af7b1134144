import { z } from 'zod';

/** The case card, as `handoff/case-card.ts` makes it. */
export const CardSchema = z
  .array(z.object({ key: z.string(), label: z.string(), value: z.string(), editable: z.boolean() }).readonly())
  .readonly()
  .meta({ id: 'CaseCard', description: '已经知道的情况，给人看的' });
