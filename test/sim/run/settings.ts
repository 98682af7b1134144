import { ACCOUNTS } from './accounts.ts';
import type { SimOptions } from './options.ts';
import type { Simulators } from './simulators.ts';

/** The lines that the service needs in its `.env`. */
export function settingsFor(
  { service, dingtalk: mode, isVerified, desk }: SimOptions,
  { dingtalk, wechat, wecom }: Pick<Simulators, 'dingtalk' | 'wechat' | 'wecom'>,
): readonly string[] {
  const { dingtalk: app, wechat: account, wecom: corp } = ACCOUNTS;
  const { port, protocol } = new URL(service);
  const settings = {
    PORT: port || (protocol === 'https:' ? '443' : '80'),
    PUBLIC_URL: service,
    DINGTALK_CLIENT_ID: app.clientId,
    DINGTALK_CLIENT_SECRET: app.clientSecret,
    DINGTALK_MODE: mode,
    DINGTALK_CARD_TEMPLATE_ID: app.cardTemplateId,
    DINGTALK_AGENT_GROUP: app.agentGroup,
    DINGTALK_API_BASE: dingtalk.url,
    DINGTALK_OAPI_BASE: dingtalk.oapiUrl,
    WECHAT_APP_ID: account.appId,
    WECHAT_APP_SECRET: account.appSecret,
    WECHAT_TOKEN: account.token,
    WECHAT_AES_KEY: account.aesKey,
    WECHAT_VERIFIED: String(isVerified),
    WECHAT_DESK: desk,
    WECHAT_API_BASE: wechat.url,
    WECOM_CORP_ID: corp.corpId,
    WECOM_SECRET: corp.secret,
    WECOM_TOKEN: corp.token,
    WECOM_AES_KEY: corp.aesKey,
    WECOM_DESK: desk,
    WECOM_API_BASE: wecom.url,
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}
