import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import { vendorChannels } from '../../src/channels.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { openPeopleDesk, type PeopleDesk, type PeopleDeskOptions } from '../people/people-desk.ts';

/** Nobody listens there: what a channel asks of its vendor fails at once. */
const NOWHERE = 'http://127.0.0.1:9';

/** A desk with every door that the product can open: the web, the console, links to answers, and all vendors' callbacks. */
export function openAttackDesk(
  knowledge: Knowledge,
  options: PeopleDeskOptions = {},
  openStore?: () => Promise<SqlStore>,
): Promise<PeopleDesk> {
  return openPeopleDesk(knowledge, openStore, {
    publicUrl: 'https://help.example.com',
    vendors: (parts) =>
      vendorChannels(
        {
          dingtalk: {
            clientId: 'ding-client',
            clientSecret: VENDOR_SECRETS.dingtalk,
            mode: 'http',
            cardTemplateId: 'card.schema',
            agentGroup: undefined,
            apiBase: NOWHERE,
            oapiBase: NOWHERE,
          },
          wechat: {
            appId: 'wx0123456789abcdef',
            appSecret: VENDOR_SECRETS.wechat,
            token: VENDOR_SECRETS.wechatToken,
            aesKey: VENDOR_SECRETS.aesKey,
            previousAesKey: undefined,
            verified: true,
            desk: 'own',
            apiBase: NOWHERE,
          },
          wecom: {
            corpId: 'ww0123456789abcdef',
            secret: VENDOR_SECRETS.wecom,
            token: VENDOR_SECRETS.wecomToken,
            aesKey: VENDOR_SECRETS.aesKey,
            desk: 'own',
            apiBase: NOWHERE,
          },
        },
        parts,
      ),
    ...options,
  });
}

/** What must never be told to anybody, nor be logged. */
export const VENDOR_SECRETS = {
  dingtalk: 'dingtalk-secret-that-stays-here',
  wechat: 'wechat-secret-that-stays-here',
  wechatToken: 'wechatTokenThatStaysHere',
  wecom: 'wecom-secret-that-stays-here',
  wecomToken: 'wecomTokenThatStaysHere',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
} as const;
