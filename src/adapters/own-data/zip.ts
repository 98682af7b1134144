import { Readable } from 'node:stream';
import { ZipFile as Archive } from 'yazl';

/** A file of an archive. Its bytes are asked for when its turn comes; undefined leaves it out. */
export interface ZipFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly at: Date;
  /** Whether it is worth compressing: texts are, pictures are compressed already. */
  readonly isText: boolean;
  readonly bytes: () => Promise<Uint8Array | undefined>;
}

/** A ZIP archive as a stream; one file at a time is held in memory. The stream breaks off where a file cannot be read. */
export function zip(files: Iterable<ZipFile>): Readable {
  const archive = new Archive();
  const body = new Readable().wrap(archive.outputStream);
  fill(archive, files).catch((error: Error) => body.destroy(error));
  return body;
}

async function fill(archive: Archive, files: Iterable<ZipFile>): Promise<void> {
  for (const { name, at, isText, bytes } of files) {
    const content = await bytes();
    if (content) await added(archive, name, { mtime: at, compress: isText }, content);
  }
  archive.end();
}

/** Settles when the file is in the archive, which is when whoever reads has taken what came before. */
function added(archive: Archive, name: string, options: object, content: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.addReadStreamLazy(name, options, (give) => {
      const stream = Readable.from([content], { objectMode: false });
      stream.once('end', resolve).once('error', reject);
      give(null, stream);
    });
  });
}
