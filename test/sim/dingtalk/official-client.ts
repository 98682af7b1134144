import axios from 'axios';
import { DWClient } from 'dingtalk-stream';
import { vi } from 'vitest';

export interface OfficialClient {
  readonly client: DWClient;
  /** Puts everything back. */
  close(): void;
}

/**
 * DingTalk's own Stream client, pointed at a local gateway.
 *
 * 2.1.5 has its addresses as constants and no option for them, so the axios instance it uses is told to go elsewhere.
 * It shares one default list of subscriptions among all its instances, hence a list of our own. `autoReconnect` off.
 */
export function officialClient(config: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly url: string;
  readonly oapiUrl: string;
}): OfficialClient {
  const { clientId, clientSecret, url, oapiUrl } = config;
  const rewrite = axios.interceptors.request.use((request) => {
    const address = request.url ?? '';
    request.url = address.replace('https://api.dingtalk.com', url).replace('https://oapi.dingtalk.com', oapiUrl);
    request.proxy = false;
    return request;
  });
  const quiet = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')];
  for (const spy of quiet) spy.mockImplementation(() => undefined);
  const client = new DWClient({ clientId, clientSecret, keepAlive: false });
  Object.assign(client.config, { autoReconnect: false, subscriptions: [{ type: 'EVENT', topic: '*' }] });
  return {
    client,
    close() {
      client.disconnect();
      axios.interceptors.request.eject(rewrite);
      for (const spy of quiet) spy.mockRestore();
    },
  };
}
