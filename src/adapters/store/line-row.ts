import type { Insertable, Selectable } from 'kysely';
import type { FileRef, Line, Outcome, Reply, Source, Speaker } from '../../bot/message.ts';
import type { LinesTable } from './tables.ts';

/** A reply with its place in the conversation. The order of the keys is the order in which they are sent. */
export function lineOf(
  seq: number,
  at: string,
  by: Speaker,
  said: Reply,
  { outcome, name }: Pick<Line, 'outcome' | 'name'> = {},
): Line {
  return {
    seq,
    at,
    by,
    ...(name !== undefined && { name }),
    text: said.text,
    ...(said.choices && { choices: said.choices }),
    ...(said.sources && { sources: said.sources }),
    ...(said.files && { files: said.files }),
    ...(outcome && { outcome }),
  };
}

export function lineToRow(talk: string, line: Line): Insertable<LinesTable> {
  return {
    talk,
    seq: line.seq,
    at: line.at,
    speaker: line.by,
    said: line.text,
    choices: jsonOrNull(line.choices),
    sources: jsonOrNull(line.sources),
    files: jsonOrNull(line.files),
    outcome: jsonOrNull(line.outcome),
    name: line.name ?? null,
  };
}

export function lineFromRow(row: Omit<Selectable<LinesTable>, 'talk'>): Line {
  const said: Reply = {
    text: row.said,
    ...(row.choices !== null && { choices: JSON.parse(row.choices) as string[] }),
    ...(row.sources !== null && { sources: JSON.parse(row.sources) as Source[] }),
    ...(row.files !== null && { files: JSON.parse(row.files) as FileRef[] }),
  };
  return lineOf(row.seq, row.at, row.speaker, said, {
    ...(row.outcome !== null && { outcome: JSON.parse(row.outcome) as Outcome }),
    ...(row.name !== null && { name: row.name }),
  });
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
