import { randomBytes } from 'node:crypto';
import type { FileRef } from '../src/bot/message.ts';
import type { NewFile, Vault } from '../src/bot/ports.ts';

/** A vault that keeps files as they are, until the test ends. */
export function memoryVault(): Vault {
  const files = new Map<string, (NewFile & FileRef)[]>();
  return {
    async put(talk, { name, type, bytes }) {
      const ref = { id: randomBytes(16).toString('base64url'), name, type, size: bytes.length };
      files.set(talk, [...(files.get(talk) ?? []), { ...ref, bytes }]);
      return ref;
    },
    async get(talk, id) {
      return files.get(talk)?.find((file) => file.id === id);
    },
    async erase(talk) {
      const { length } = files.get(talk) ?? [];
      files.delete(talk);
      return length;
    },
    async sweep() {
      return 0;
    },
  };
}
