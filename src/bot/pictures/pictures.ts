import type { PictureDesk } from '../../diagnostics/image/worker/picture-desk.ts';
import type { Vault } from '../ports.ts';
import type { HeldPictures } from './held-pictures.ts';

/** What pictures are looked at with, and where they are kept. */
export interface Pictures {
  readonly desk: PictureDesk;
  readonly vault: Vault;
  readonly held: HeldPictures;
}
