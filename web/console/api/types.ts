import type { z } from 'zod';
import type { SignedInSchema } from '../../../src/adapters/console/signed-in.ts';
import type * as work from '../../../src/adapters/console/work/schema.ts';
import type { Code, Reason } from '../../../src/handoff/case.ts';

/** What the server answers, by its own schemas. */
export type Session = z.output<typeof SignedInSchema>;
export type Summary = z.output<typeof work.Summary>;
export type Waiting = z.output<typeof work.Waiting>;
export type TalkView = z.output<typeof work.TalkSchema>;
export type DeskLine = z.output<typeof work.DeskLine>;
export type Note = z.output<typeof work.NoteSchema>;
export type Ticket = z.output<typeof work.TicketSchema>;
export type Moved = z.output<typeof work.Moved>;
export type { Code, Reason };

/** What the routes describe in place. */
export interface Present {
  readonly agent: string;
  readonly available: boolean;
  readonly load: number;
  readonly capacity?: number;
  readonly seenAt?: string;
  readonly number?: number;
  readonly name?: string;
}

export interface CannedReply {
  readonly key: string;
  readonly text: string;
  readonly entry: number | null;
}

export interface Revealed {
  readonly item: string;
  readonly value?: string;
  readonly file?: { readonly name: string; readonly type: string; readonly base64: string };
}
