import type { z } from 'zod';
import { type Entry, outsideKinds } from '../../../knowledge/entry.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { type SetContent, SetTexts } from '../../content/set-content.ts';
import type { Revision } from '../../store/revision.ts';
import type { Defect } from './defects-of.ts';
import { outsideTitle } from './outside-title.ts';
import type { EntriesAnswer } from './schema.ts';

export interface ViewParts {
  readonly knowledge: Pick<Knowledge, 'entries' | 'outside'>;
  readonly reviews: SetContent['reviews'];
  readonly defectsOf: (entry: Entry) => readonly Defect[];
  readonly titleOf: (check: string) => string | undefined;
  readonly nameOf: (agent: string) => string;
  readonly addedIn: AddedIn;
}

/** All entries with their questions, and what was added of what no entry answers. */
export function entriesView(parts: ViewParts): z.output<typeof EntriesAnswer> {
  const { knowledge, reviews, addedIn } = parts;
  const outside = knowledge.outside();
  return {
    entries: [...knowledge.entries().values()].map((entry) => {
      const { number, id, title, label, source, sections, errors, related } = entry;
      const review = reviews.get(number);
      return {
        ...{ number, id, title, label, source, sections, errors, related },
        questions: entry.questions.map(({ text, voice, also, added = false }) => ({
          ...{ text, voice, also },
          own: added,
          revision: added ? addedIn('similar', String(number), text) : null,
        })),
        checks: entry.checks.map((check) => ({ id: check, title: parts.titleOf(check) ?? check })),
        defects: parts.defectsOf(entry),
        reviewedAt: review?.on ?? null,
        reviewedBy: review ? parts.nameOf(review.by) : null,
      };
    }),
    outside: outsideKinds.map((kind) => {
      const own = outside.filter((question) => question.kind === kind && question.added);
      return {
        kind,
        title: outsideTitle(kind),
        shipped: outside.filter((question) => question.kind === kind && !question.added).length,
        own: own.map(({ text }) => ({ text, revision: addedIn('outside', kind, text) })),
      };
    }),
  };
}

/** The id of the revision that added a text; null where none is known. */
export type AddedIn = (subject: Revision['subject'], name: string, text: string) => number | null;

/** Finds the newest revision that has a text which it had not before. */
export function addedIn(revisions: readonly Revision[]): AddedIn {
  const textsOf = (value: unknown): readonly string[] => SetTexts.safeParse(value).data?.texts ?? [];
  const found = new Map<string, number>();
  for (const { id, subject, name, before, after } of [...revisions].sort((a, b) => a.id - b.id)) {
    const was = new Set(textsOf(before));
    for (const text of textsOf(after)) if (!was.has(text)) found.set(`${subject} ${name} ${text}`, id);
  }
  return (subject, name, text) => found.get(`${subject} ${name} ${text}`) ?? null;
}
