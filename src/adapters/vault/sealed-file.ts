import type { FileRef } from '../../bot/message.ts';
import type { NewFile } from '../../bot/ports.ts';
import { isId } from './file-id.ts';
import { notSealed } from './gcm.ts';
import type { ByteSeal } from './seal.ts';
import { VaultError } from './vault-error.ts';

/** What is known of a file without opening its content. */
interface Head {
  readonly at: string;
  readonly name: string;
  readonly type: string;
}

/** A file's place. What was sealed for one does not open in another. */
export interface Place {
  readonly talk: string;
  readonly id: string;
}

/** A head lies within so many first bytes, sealed and all. */
export const HEAD_WITHIN = 4096;

/** Longer names are cut, in characters. */
const LONGEST_NAME = 255;
/** Bytes that say how long the sealed head is. */
const PREFIX = 2;

/** A file as it lies in a vault: the length of the sealed head (big-endian), the sealed head, the sealed content. */
export function sealFile(
  seal: ByteSeal,
  place: Place,
  file: NewFile,
  at: string,
): { readonly ref: FileRef; readonly head: Head; readonly sealed: Buffer } {
  if (!isId(place.talk) || !isId(place.id)) {
    throw new VaultError('format', '图片没有保存：对话或图片的编号只能有字母、数字、“-”和“_”，最多 128 个。');
  }
  const name = [...file.name].slice(0, LONGEST_NAME).join('');
  const head = { at: new Date(at).toISOString(), name, type: file.type };
  const sealedHead = seal.sealBytes(Buffer.from(JSON.stringify(head)), about('head', place));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt16BE(sealedHead.length);
  return {
    ref: { id: place.id, name, type: file.type, size: file.bytes.length },
    head,
    sealed: Buffer.concat([prefix, sealedHead, seal.sealBytes(file.bytes, about('body', place))]),
  };
}

/** Throws a VaultError where it is damaged, foreign, of another place or sealed with another key. */
export function openFile(seal: ByteSeal, place: Place, sealed: Buffer): NewFile & FileRef {
  const { name, type } = openHead(seal, place, sealed);
  const bytes = seal.openBytes(sealed.subarray(headEnd(sealed)), about('body', place));
  return { id: place.id, name, type, size: bytes.length, bytes };
}

/** The head alone; the first HEAD_WITHIN bytes are enough. Throws like `openFile`. */
export function openHead(seal: ByteSeal, place: Place, sealed: Buffer): Head {
  const plain = seal.openBytes(sealed.subarray(PREFIX, headEnd(sealed)), about('head', place));
  return JSON.parse(Buffer.from(plain).toString('utf8')) as Head;
}

function headEnd(sealed: Buffer): number {
  if (sealed.length < PREFIX) throw notSealed();
  return PREFIX + sealed.readUInt16BE();
}

function about(part: 'head' | 'body', { talk, id }: Place): string {
  return `${part} ${talk}/${id}`;
}
