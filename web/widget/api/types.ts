import type { z } from 'zod';
import type * as schema from '../../../src/adapters/schema/talk.ts';
import type { TalkState as Held } from '../../../src/adapters/web/talk-state.ts';

/** What the service says, by its own schemas. */
export type Line = z.output<typeof schema.LineSchema>;
export type Reply = z.output<typeof schema.ReplySchema>;
export type Outcome = z.output<typeof schema.OutcomeSchema>;
export type Finding = Outcome['findings'][number];
export type FileRef = NonNullable<Line['files']>[number];
export type Source = NonNullable<Line['sources']>[number];

/** Who has the talk; `from` is the number of the first line that is still there. */
export type TalkState = Held & { readonly from?: number };
