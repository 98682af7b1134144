import { pageLink } from '../vendor/page-link.ts';
import { GO_ON_BYTES } from './parts-of-line.ts';
import type { WecomParts } from './wecom-parts.ts';
import { wecomWords } from './wecom-words.ts';

/** What the last message that may be sent says of how it goes on. */
export async function goOn({ store, seal, time, publicUrl }: WecomParts, talk: string): Promise<string> {
  const link = await pageLink({ store, seal, clock: time.now, publicUrl }, talk);
  const both = link === undefined ? wecomWords.goOn : `${wecomWords.goOn}${wecomWords.goOnAt(link)}`;
  return Buffer.byteLength(both) + 2 <= GO_ON_BYTES ? both : wecomWords.goOn;
}
