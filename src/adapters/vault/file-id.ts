import { randomBytes } from 'node:crypto';

/** Unguessable (128 bits), and fit for a URL and a file's name. */
export function newFileId(): string {
  return randomBytes(16).toString('base64url');
}

/** Whether this can be the id of a talk or a file. No such id leads out of its folder, and none is `id.part`. */
export function isId(text: string): boolean {
  return /^[\w-]{1,128}$/.test(text);
}
