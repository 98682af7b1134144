import type { z } from 'zod';
import type * as revision from '../../../src/adapters/console/content/revision-schema.ts';
import type * as rules from '../../../src/adapters/console/content/rules-schema.ts';
import type * as content from '../../../src/adapters/console/content/schema.ts';
import type * as suggestions from '../../../src/adapters/console/content/suggestions-schema.ts';
import type * as trial from '../../../src/adapters/console/content/trial-schema.ts';

/** What editors are told of the content, by the server's own schemas. */
export type Entries = z.output<typeof content.EntriesAnswer>;
export type Entry = z.output<typeof content.EntrySchema>;
export type Outside = z.output<typeof content.OutsideSchema>;
export type Preview = z.output<typeof content.PreviewAnswer>;
export type Gaps = z.output<typeof content.GapsAnswer>;
export type GapGroup = z.output<typeof content.GapGroupSchema>;
export type Suggestion = z.output<typeof suggestions.SuggestionSchema>;
export type Reminder = z.output<typeof content.RemindersAnswer>['reminders'][number];
export type Trial = z.output<typeof trial.TrialSchema>;
export type NewTrial = z.input<typeof trial.TrialBody>;
export type Decided = Trial['wanted'][number]['now'];
export type Rules = z.output<typeof rules.RulesAnswer>;
export type OtherSource = z.output<typeof rules.OtherSource>;
export type Release = NonNullable<Rules['releases']['android']>;
export type Revision = z.output<typeof revision.RevisionSchema>;
export type Changed = z.output<typeof revision.ChangedAnswer>;

/** A reply of the team's own. */
export interface Canned {
  readonly key: string;
  readonly text: string;
}
