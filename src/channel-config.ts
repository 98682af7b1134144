import { z } from 'zod';
import type { ChannelConfigs } from './adapters/vendor/channel-configs.ts';

const SECRET = /^\S{6,}$/;
const AES_KEY = /^[A-Za-z0-9]{43}$/;
const AES_SHOULD = '43 个字母或数字，与后台“EncodingAESKey”完全一致';

const text = (should: string, pattern = /^\S+$/) => z.string().regex(pattern, should).optional();
const base = (usual: string) =>
  z
    .string()
    .transform((value) => value.replace(/\/$/, ''))
    .refine(
      (value) => /^https?:\/\/[^/?#]+$/.test(value) && URL.canParse(value),
      `接口的地址，只有协议、域名和端口，例如 ${usual}`,
    )
    .default(usual);

/** The settings of DingTalk, WeChat and WeCom. A channel opens only when its own are set. */
export const channelFields = {
  DINGTALK_CLIENT_ID: text('钉钉开放平台“凭证与基础信息”里的 Client ID，不含空格'),
  DINGTALK_CLIENT_SECRET: text('钉钉开放平台“凭证与基础信息”里的 Client Secret', SECRET),
  DINGTALK_MODE: z.enum(['stream', 'http'], { error: 'stream 或 http' }).default('stream'),
  DINGTALK_CARD_TEMPLATE_ID: text('卡片平台里模板的 ID，不含空格'),
  DINGTALK_AGENT_GROUP: text('客服群的 openConversationId，不含空格'),
  DINGTALK_API_BASE: base('https://api.dingtalk.com'),
  DINGTALK_OAPI_BASE: base('https://oapi.dingtalk.com'),
  WECHAT_APP_ID: text('公众号的 AppID，例如 wx0123456789abcdef'),
  WECHAT_APP_SECRET: text('公众号的 AppSecret', SECRET),
  WECHAT_TOKEN: text('3 到 32 个字母或数字，与公众号后台“服务器配置”里的 Token 一致', /^[A-Za-z0-9]{3,32}$/),
  WECHAT_AES_KEY: text(AES_SHOULD, AES_KEY),
  WECHAT_AES_KEY_PREVIOUS: text(AES_SHOULD, AES_KEY),
  WECHAT_VERIFIED: z.enum(['true', 'false'], { error: 'true（已认证）或 false（未认证）' }).default('true'),
  WECHAT_DESK: z
    .enum(['own', 'platform'], { error: 'own（本系统的工作台）或 platform（公众平台的客服）' })
    .default('own'),
  WECHAT_API_BASE: base('https://api.weixin.qq.com'),
  WECOM_CORP_ID: text('企业微信的企业 ID，例如 ww0123456789abcdef'),
  WECOM_SECRET: text('微信客服的 Secret', SECRET),
  WECOM_TOKEN: text('3 到 32 个字母或数字，与“接收消息服务器配置”里的 Token 一致', /^[A-Za-z0-9]{3,32}$/),
  WECOM_AES_KEY: text(AES_SHOULD, AES_KEY),
  WECOM_DESK: z
    .enum(['own', 'platform'], { error: 'own（本系统的工作台）或 platform（企业微信里的接待人员）' })
    .default('own'),
  WECOM_API_BASE: base('https://qyapi.weixin.qq.com'),
} as const;

type Fields = z.output<z.ZodObject<typeof channelFields>>;

/** Settings whose content is never repeated in an error. */
export const SECRET_OF_CHANNELS = [
  'DINGTALK_CLIENT_SECRET',
  'WECHAT_APP_SECRET',
  'WECHAT_TOKEN',
  'WECHAT_AES_KEY',
  'WECHAT_AES_KEY_PREVIOUS',
  'WECOM_SECRET',
  'WECOM_TOKEN',
  'WECOM_AES_KEY',
] as const;

/** The settings that belong together: a channel has all of them, or none. */
const WHOLE: readonly (readonly string[])[] = [
  ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'],
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_TOKEN'],
  ['WECOM_CORP_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
];

export function channelsOf(env: Fields): ChannelConfigs {
  return {
    dingtalk:
      env.DINGTALK_CLIENT_ID && env.DINGTALK_CLIENT_SECRET
        ? {
            clientId: env.DINGTALK_CLIENT_ID,
            clientSecret: env.DINGTALK_CLIENT_SECRET,
            mode: env.DINGTALK_MODE,
            cardTemplateId: env.DINGTALK_CARD_TEMPLATE_ID,
            agentGroup: env.DINGTALK_AGENT_GROUP,
            apiBase: env.DINGTALK_API_BASE,
            oapiBase: env.DINGTALK_OAPI_BASE,
          }
        : undefined,
    wechat:
      env.WECHAT_APP_ID && env.WECHAT_APP_SECRET && env.WECHAT_TOKEN
        ? {
            appId: env.WECHAT_APP_ID,
            appSecret: env.WECHAT_APP_SECRET,
            token: env.WECHAT_TOKEN,
            aesKey: env.WECHAT_AES_KEY,
            previousAesKey: env.WECHAT_AES_KEY_PREVIOUS,
            verified: env.WECHAT_VERIFIED === 'true',
            desk: env.WECHAT_DESK,
            apiBase: env.WECHAT_API_BASE,
          }
        : undefined,
    wecom:
      env.WECOM_CORP_ID && env.WECOM_SECRET && env.WECOM_TOKEN && env.WECOM_AES_KEY
        ? {
            corpId: env.WECOM_CORP_ID,
            secret: env.WECOM_SECRET,
            token: env.WECOM_TOKEN,
            aesKey: env.WECOM_AES_KEY,
            desk: env.WECOM_DESK,
            apiBase: env.WECOM_API_BASE,
          }
        : undefined,
  };
}

/** One sentence for each setting that a channel that was begun still needs. */
export function missingForChannels(given: Readonly<Record<string, string>>): readonly string[] {
  return WHOLE.flatMap((names) => {
    const set = names.filter((name) => given[name]);
    if (set.length === 0) return [];
    return names
      .filter((name) => !given[name])
      .map((name) => `${name} 没有设置，而 ${set[0]} 设置了。${names.join('、')} 要一起设置，或者都不设。`);
  });
}
