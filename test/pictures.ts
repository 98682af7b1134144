import { heldPictures } from '../src/bot/pictures/held-pictures.ts';
import type { Pictures } from '../src/bot/pictures/pictures.ts';
import type { NewFile, Vault } from '../src/bot/ports.ts';
import { createPictureDesk } from '../src/diagnostics/image/worker/picture-desk.ts';
import { loadContent } from '../src/knowledge/load.ts';
import { checks } from './checks.ts';

const { entries } = await loadContent('data');
const errors = entries.flatMap(({ number, errors }) => errors.map((text) => ({ entry: number, text })));

/** A vault in memory: what it keeps is gone with the test. */
export function memoryVault(): Vault {
  const files = new Map<string, NewFile>();
  let made = 0;
  return {
    async put(talk, file) {
      const id = `file-${++made}`;
      files.set(`${talk}/${id}`, file);
      return { id, name: file.name, type: file.type, size: file.bytes.length };
    },
    async get(talk, id) {
      const file = files.get(`${talk}/${id}`);
      return file && { ...file, id, size: file.bytes.length };
    },
    async erase(talk) {
      const mine = [...files.keys()].filter((key) => key.startsWith(`${talk}/`));
      for (const key of mine) files.delete(key);
      return mine.length;
    },
    async sweep() {
      return 0;
    },
  };
}

/** The real desk for pictures, whose worker starts with the first one, over a vault in memory. */
export function openPictures(vault: Vault = memoryVault()): Pictures {
  return {
    desk: createPictureDesk({ workers: 1, advice: checks.pictureAdvice, errors, limitMs: 60_000 }),
    vault,
    held: heldPictures(),
  };
}
