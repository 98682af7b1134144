import type { VendorMemory } from '../../bot/channel-store.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { Seal } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';

/** Milliseconds for which vendors keep what their users sent (WeChat: temporary media, 3 days). */
const KEPT = 3 * 24 * 3_600_000;
/** Pictures of one talk. */
const MOST = 4;

/** Which pictures of a talk came before its person agreed that they are looked at: their vendor's ids, sealed. */
export interface RememberedMedia {
  keep(talk: string, media: readonly string[], at: string): Promise<void>;
  of(talk: string, at: string): Promise<readonly string[]>;
}

export function rememberedMedia(
  channel: ChannelName,
  { vendor, seal }: { readonly vendor: VendorMemory; readonly seal: Pick<Seal, 'seal' | 'open'> },
): RememberedMedia {
  const nameOf = (talk: string): string => `media:${channel}:${talk}`;
  const of = async (talk: string, at: string): Promise<readonly string[]> => {
    const sealed = await vendor.recall(nameOf(talk), at);
    return sealed === undefined ? [] : (JSON.parse(seal.open(sealed)) as string[]);
  };
  return {
    async keep(talk, media, at) {
      const all = [...(await of(talk, at)), ...media].slice(-MOST);
      await vendor.remember(nameOf(talk), seal.seal(JSON.stringify(all)), later(at, KEPT), at);
    },
    of,
  };
}
