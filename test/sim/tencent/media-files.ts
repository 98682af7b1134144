import type { SimClock } from '../clock.ts';
import type { SimRandom } from '../random.ts';

/** Temporary media live three days. */
const LIFE_MS = 3 * 24 * 3_600_000;

export interface MediaFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly name: string;
  readonly at: number;
}

/** What users sent and the service uploaded, by media_id. */
export interface MediaFiles {
  put(type: string, bytes: Buffer, name?: string): string;
  /** `undefined` when unknown or older than three days. */
  find(id: string): MediaFile | undefined;
  bytes(id: string): Buffer | undefined;
}

const starts = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/** The file's ending by its first bytes; `bin` when unknown. */
export const endingOf = (bytes: Buffer): string => {
  if (starts(bytes, '\xff\xd8\xff')) return 'jpg';
  if (starts(bytes, '\x89PNG')) return 'png';
  if (starts(bytes, 'GIF8')) return 'gif';
  if (starts(bytes, 'BM')) return 'bmp';
  if (starts(bytes, '#!AMR')) return 'amr';
  if (starts(bytes, 'ID3') || starts(bytes, '\xff\xfb')) return 'mp3';
  return starts(bytes, 'ftyp', 4) ? 'mp4' : 'bin';
};

const KINDS: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  amr: 'voice/amr',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

/** The bytes of a file as `media/get` sends them. */
export const fileAnswer = ({ bytes, name }: MediaFile) => ({
  headers: {
    'content-type': KINDS[endingOf(bytes)] ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${encodeURIComponent(name)}"`,
  },
  body: bytes,
});

export function mediaFiles(clock: SimClock, random: SimRandom): MediaFiles {
  const files = new Map<string, MediaFile>();
  return {
    put(type, bytes, name) {
      const id = random.id(64);
      files.set(id, { type, bytes, name: name ?? `${id}.${endingOf(bytes)}`, at: clock.now() });
      return id;
    },
    find(id) {
      const file = files.get(id);
      return file && clock.now() - file.at < LIFE_MS ? file : undefined;
    },
    bytes: (id) => files.get(id)?.bytes,
  };
}
