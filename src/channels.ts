import type { VendorParts } from './adapters/vendor/vendor-parts.ts';
import type { Channel } from './bot/ports.ts';
import type { ChannelConfigs } from './channel-config.ts';

/** The channels of vendors that are set up. Their routes are on the server once this returns; no vendor is asked yet. */
export function vendorChannels(_configs: ChannelConfigs, _parts: VendorParts): readonly Channel[] {
  return [];
}
