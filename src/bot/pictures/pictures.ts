import type { PictureDesk } from '../../diagnostics/image/worker/picture-desk.ts';
import type { Picture, Talk } from '../message.ts';
import type { Vault } from '../ports.ts';
import type { HeldPictures } from './held-pictures.ts';

/** What pictures are looked at with, and where they are kept. */
export interface Pictures {
  readonly desk: PictureDesk;
  readonly vault: Vault;
  readonly held: HeldPictures;
  /** Fetches what came before the person agreed once more, where it is held no longer and its channel can. */
  readonly again?: (talk: Talk) => Promise<readonly Picture[]>;
}
