import { createRequire } from 'node:module';

interface Entry {
  readonly entryName: string;
  getData(): Buffer;
}
type Zip = new (bytes: Buffer) => { getEntries(): readonly Entry[]; test(): boolean };

/** A reader of archives that shares nothing with what writes ours. */
const AdmZip = createRequire(import.meta.url)('adm-zip') as Zip;

/** The files of an archive by their names; throws where one of them is damaged. */
export function unzipped(archive: Buffer): ReadonlyMap<string, Buffer> {
  const zip = new AdmZip(archive);
  if (!zip.test()) throw new Error('The archive is damaged');
  return new Map(zip.getEntries().map((entry) => [entry.entryName, entry.getData()]));
}

/** The same, as text. */
export function textsIn(archive: Buffer): ReadonlyMap<string, string> {
  return new Map([...unzipped(archive)].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}
