import { heldPictures } from '../src/bot/pictures/held-pictures.ts';
import type { Pictures } from '../src/bot/pictures/pictures.ts';
import type { Vault } from '../src/bot/ports.ts';
import { createPictureDesk } from '../src/diagnostics/image/worker/picture-desk.ts';
import { errorTexts } from '../src/knowledge/error-texts.ts';
import { loadContent } from '../src/knowledge/load.ts';
import { checks } from './checks.ts';
import { memoryVault } from './memory-vault.ts';

const { entries } = await loadContent('data');
const errors = errorTexts(entries);

/** The real desk for pictures, whose worker starts with the first one, over a vault in memory. */
export function openPictures(vault: Vault = memoryVault()): Pictures {
  return {
    desk: createPictureDesk({ workers: 1, advice: checks.pictureAdvice, errors, limitMs: 60_000 }),
    vault,
    held: heldPictures(),
  };
}
