import { z } from 'zod';

/** The front matter of an entry. The body is Markdown under `## ` headings. */
export const FrontMatter = z.strictObject({
  /** The name in links and logs, kebab-case. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只用小写字母、数字和连字符，例如 scan-qr-code'),
  number: z.int().min(1).max(9999),
  title: z.string().min(2).max(120),
  /** What a person in this situation would press: at most 24 characters, told by what they see. */
  label: z.string().min(2).max(24),
  /** Whom the entry speaks to. */
  roles: z.array(z.string()).min(1),
  /** What the filing system shows, letter by letter. A quoted one always finds this entry. */
  errors: z.array(z.string().min(2)),
  /** Entries that people confuse with this one. */
  related: z.array(z.int()),
  /** Checks that help with it. */
  checks: z.array(z.string()),
  source: z.strictObject({
    title: z.string(),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '写成 YYYY-MM-DD'),
  }),
  /** Where the source errs and what is shown instead. */
  corrections: z.array(z.strictObject({ source: z.string(), shown: z.string(), why: z.string() })).default([]),
});

export interface Section {
  readonly heading: string;
  /** 2 for `##`, 3 for `###`. */
  readonly level: 2 | 3;
  /** Markdown of paragraphs and lists. */
  readonly text: string;
}

/** One entry of the FAQ with the ways people ask for it. */
export interface Entry extends Readonly<z.output<typeof FrontMatter>> {
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

/** How somebody asked (相似问). */
interface Question {
  readonly text: string;
  /** The heading it stands under: its tone. Whole tones are held out when the decision is judged. */
  readonly voice: string;
  /** Other entries that answer it as well. */
  readonly also: readonly number[];
  /** Set where it was added while the service runs and no file has it. */
  readonly added?: true;
}

/** A message that no entry answers; `kind` is the file it stands in, `topic` its heading. */
export interface OutsideQuestion {
  readonly text: string;
  readonly kind: OutsideKind;
  readonly topic: string;
  /** As that of a Question. */
  readonly added?: true;
}

export const outsideKinds = [
  'near-domain',
  'other-cloud-product',
  'other-product',
  'offtopic',
  'smalltalk',
  'abuse',
  'injection',
  'meta',
  'nonsense',
] as const;

export type OutsideKind = (typeof outsideKinds)[number];
