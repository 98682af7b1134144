import { ChannelError } from '../../bot/channel-error.ts';
import type { Picture, Talk } from '../../bot/message.ts';
import type { Store } from '../../bot/ports.ts';
import type { RememberedMedia } from './remembered-media.ts';

interface PicturesAgainParts {
  readonly store: Pick<Store, 'byTalk'>;
  readonly remembered: Pick<RememberedMedia, 'of'>;
  /** Fetches one picture. Throws a ChannelError. */
  readonly load: (media: string) => Promise<Picture>;
}

/** Fetches the pictures of a talk once more that came before its person agreed; those that do not come are left out. */
export async function picturesAgain(
  { store, remembered, load }: PicturesAgainParts,
  talk: Talk,
  at: string,
): Promise<readonly Picture[]> {
  const record = await store.byTalk(talk);
  const media = record ? await remembered.of(record.id, at) : [];
  const loaded = await Promise.all(
    media.map((one) =>
      load(one).catch((error: unknown) => {
        if (error instanceof ChannelError) return undefined;
        throw error;
      }),
    ),
  );
  return loaded.filter((picture) => picture !== undefined);
}
