import { createHash } from 'node:crypto';
import type { PictureReport } from '../../diagnostics/image/picture-report.ts';
import { samePicture } from '../../diagnostics/image/same-picture.ts';
import { chinaDay } from '../../text/china-day.ts';
import type { Draft } from '../draft.ts';
import type { KnownPicture } from '../facts.ts';
import type { FileRef, Picture } from '../message.ts';
import type { Pictures } from './pictures.ts';
import { isUnusable } from './unusable.ts';

/** One picture, as it was looked at. */
export interface Looked {
  readonly report: PictureReport;
  /** The same picture, or nearly, of earlier in the conversation. */
  readonly before: KnownPicture | undefined;
  /** In the vault; undefined where it is not kept. */
  readonly file: FileRef | undefined;
}

/** Why a picture was not looked at. */
type NotLooked = 'busy' | 'gave-up';

/** Looks at pictures, keeps those that may be kept, and remembers what was found. */
export async function look(
  { message, record }: Draft,
  known: readonly KnownPicture[],
  { desk, vault }: Pictures,
  pictures: readonly Picture[],
): Promise<readonly (Looked | NotLooked)[]> {
  const today = chinaDay(message.at);
  return Promise.all(
    pictures.map(async ({ name, bytes }) => {
      const report = await desk.check(bytes, { name, today });
      if (!('verdict' in report)) return report.is;
      const kept =
        mayBeKept(report) &&
        (await vault.put(record.id, { name: plainName(report), type: typeOf(report), bytes }, message.at));
      return { report, before: known.find((one) => isSame(one, report)), file: kept || undefined };
    }),
  );
}

export function isLooked(one: Looked | NotLooked): one is Looked {
  return typeof one !== 'string';
}

/** So many pictures of a conversation are remembered. */
const REMEMBERED = 20;

/** What was looked at is known from now on, and shown with the person's own line where it was kept. */
export function remember(draft: Draft, looked: readonly Looked[]): void {
  const { pictures = [] } = draft.facts;
  draft.facts = { ...draft.facts, pictures: [...pictures, ...looked.map(knownOf)].slice(-REMEMBERED) };
  draft.files.push(...looked.flatMap(({ file }) => file ?? []));
}

/** A face without a document is nobody's business (product rule); what is no picture is no use. */
function mayBeKept({ is, seen }: PictureReport): boolean {
  return is === 'checked' && seen?.document !== 'face';
}

/** People name files after themselves: of the name only what the file is stays. */
function plainName({ seen }: PictureReport): string {
  return `图片.${seen?.facts.format ?? 'bin'}`;
}

const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif' };

function typeOf({ seen }: PictureReport): string {
  return TYPES[seen?.facts.format ?? ''] ?? 'application/octet-stream';
}

function isSame({ hash, fingerprint, lines = [] }: KnownPicture, { fileHash, seen }: PictureReport): boolean {
  if (hash === fileHash) return true;
  if (fingerprint === undefined || !seen) return false;
  return samePicture({ fingerprint, lines }, { fingerprint: seen.fingerprint, lines: hashed(seen.lines) });
}

/** Enough to tell lines apart, and nothing to read. */
function hashed(lines: readonly string[]): readonly string[] {
  return lines.map((line) => createHash('sha256').update(line).digest('hex').slice(0, 12));
}

/** What is remembered of a picture. */
export function knownOf({ report, file }: Looked): KnownPicture {
  return {
    hash: report.fileHash,
    document: report.seen?.document ?? 'other',
    verdict: report.verdict,
    ...(isUnusable(report.findings) && { unusable: true }),
    ...(report.seen && { fingerprint: report.seen.fingerprint, lines: hashed(report.seen.lines) }),
    ...(file && { file: file.id }),
    ...(report.seen?.outline?.is === 'complete' && { area: report.seen.outline.area }),
  };
}
