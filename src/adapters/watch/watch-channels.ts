import { ChannelError } from '../../bot/channel-error.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { Channel } from '../../bot/ports.ts';
import type { Watch } from './watch.ts';

type Sending = Pick<Channel, 'send'>;

/** The same ways out, with an eye on each try: how it ended, and how long it took. */
export function watchChannels(
  channels: ReadonlyMap<ChannelName, Sending>,
  watch: Pick<Watch, 'sent'>,
): ReadonlyMap<ChannelName, Sending> {
  return new Map([...channels].map(([name, channel]) => [name, watched(name, channel, watch)]));
}

function watched(name: ChannelName, channel: Sending, watch: Pick<Watch, 'sent'>): Sending {
  return {
    async send(shipment) {
      const begun = performance.now();
      const ended = (result: string): void => watch.sent({ channel: name, result, ms: performance.now() - begun });
      try {
        await channel.send(shipment);
      } catch (error) {
        ended(error instanceof ChannelError ? error.fault : 'error');
        throw error;
      }
      ended('sent');
    },
  };
}
