import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. Its bytes are asked for when its turn comes; undefined leaves it out. */
export interface ZipFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly at: Date;
  /** Whether it is worth compressing: texts are, pictures are compressed already. */
  readonly isText: boolean;
  readonly bytes: () => Promise<Uint8Array | undefined>;
}

/** Archives beyond these need ZIP64, which this does not write. */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/** Bit 11: names are UTF-8. */
const UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** 2.0: folders and deflate. */
const VERSION = 20;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10), piece by piece: one file at a time is held in memory. Throws a RangeError
 * beyond 65 535 files or 4 GB.
 */
export async function* zip(files: Iterable<ZipFile>): AsyncGenerator<Buffer> {
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const bytes = await file.bytes();
    if (!bytes) continue;
    const body = file.isText ? deflateRawSync(bytes, { level: constants.Z_DEFAULT_COMPRESSION }) : bytes;
    const name = Buffer.from(file.name);
    const common = commonOf(file, name, bytes, body);
    const head = Buffer.concat([signed(0x04034b50), common, name]);
    central.push(centralOf(common, name, offset));
    offset += head.length + body.length;
    if (central.length > MOST_FILES || offset > MOST_BYTES) throw new RangeError('An archive that large needs ZIP64');
    yield head;
    yield Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([directory, end]);
}

function signed(signature: number): Buffer {
  const made = Buffer.alloc(4);
  made.writeUInt32LE(signature);
  return made;
}

/** What a file's own head and its row of the directory both say. */
function commonOf({ at, isText }: ZipFile, name: Buffer, bytes: Uint8Array, body: Uint8Array): Buffer {
  const { day, time } = dosTime(at);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(VERSION, 0);
  common.writeUInt16LE(UTF8, 2);
  common.writeUInt16LE(isText ? DEFLATED : STORED, 4);
  common.writeUInt16LE(time, 6);
  common.writeUInt16LE(day, 8);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

function centralOf(common: Buffer, name: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(46);
  made.writeUInt32LE(0x02014b50, 0);
  made.writeUInt16LE(VERSION, 4);
  common.copy(made, 6);
  made.writeUInt32LE(offset, 42);
  return Buffer.concat([made, name]);
}

/** Beijing time, in the two-second steps of ZIP. */
function dosTime(at: Date): { readonly day: number; readonly time: number } {
  const there = new Date(at.getTime() + 8 * 3_600_000);
  const year = Math.max(0, there.getUTCFullYear() - 1980);
  return {
    day: (year << 9) | ((there.getUTCMonth() + 1) << 5) | there.getUTCDate(),
    time: (there.getUTCHours() << 11) | (there.getUTCMinutes() << 5) | (there.getUTCSeconds() >> 1),
  };
}
