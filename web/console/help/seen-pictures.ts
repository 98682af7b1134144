import type { DeskLine, TalkView } from '../api/types.ts';

type Outcome = NonNullable<DeskLine['outcome']>;
/** What was found in a picture. */
export type Judged = Outcome['pictures'][number];
export type Finding = Judged['findings'][number];
export type Mark = NonNullable<Judged['marks']>[number];

/** A picture of a conversation, with what is known of it; never what it shows. */
export interface SeenPicture {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly at: string;
  readonly by: DeskLine['by'];
  /** Undefined where nobody looked at it. */
  readonly judged: Judged | undefined;
}

/** The pictures that people sent or were sent, from the first. What was found last counts. */
export function seenPictures({
  messages,
  notes,
  facts,
}: Pick<TalkView, 'messages' | 'notes' | 'facts'>): readonly SeenPicture[] {
  const judged = new Map<string, Judged>();
  const remember = (one: Judged): void => {
    if (one.file !== undefined) judged.set(one.file, one);
  };
  for (const { document, verdict, file } of knownIn(facts)) remember({ document, verdict, file, findings: [] });
  messages.forEach((line, at) => {
    for (const one of withFiles(line.outcome?.pictures ?? [], messages, at)) remember(one);
  });
  // What the assistant kept to itself.
  for (const { kind, body } of notes) {
    if (kind === 'draft') for (const one of (body.outcome as Outcome | null | undefined)?.pictures ?? []) remember(one);
  }
  return messages.flatMap(({ at, by, files = [] }) =>
    files.map(({ id, name, size }) => ({ id, name, size, at, by, judged: judged.get(id) })),
  );
}

/** Of turns that were stored before they named the file: in the order in which they came, where none is missing. */
function withFiles(pictures: Outcome['pictures'], messages: readonly DeskLine[], at: number): readonly Judged[] {
  if (pictures.length === 0 || pictures.some(({ file }) => file !== undefined)) return pictures;
  const files = messages.slice(0, at).findLast(({ by }) => by === 'user')?.files ?? [];
  return files.length === pictures.length ? pictures.map((one, nth) => ({ ...one, file: files[nth]?.id ?? '' })) : [];
}

interface Known {
  readonly document: Judged['document'];
  readonly verdict: string;
  readonly file: string;
}

function knownIn(facts: TalkView['facts']): readonly Known[] {
  const pictures = (facts.pictures ?? []) as readonly (Omit<Known, 'file'> & { readonly file?: string })[];
  return pictures.flatMap(({ file, ...rest }) => (file === undefined ? [] : [{ ...rest, file }]));
}
