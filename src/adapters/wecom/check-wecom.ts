import { z } from 'zod';
import { callJson } from '../vendor/call-json.ts';
import type { WecomConfig } from '../vendor/channel-configs.ts';
import type { Check } from '../vendor/check.ts';
import { WecomRefusal } from './wecom-refusal.ts';

const Accounts = z.object({
  account_list: z
    .array(
      z.object({ open_kfid: z.string(), name: z.string().default(''), manage_privilege: z.boolean().default(true) }),
    )
    .default([]),
});
const Servicers = z.object({ servicer_list: z.array(z.object({ status: z.number() })).default([]) });

/** Asks WeCom whether the settings are right: the secret, the 客服帐号, and who takes sessions where servicers do. */
export async function checkWecom(config: WecomConfig): Promise<readonly Check[]> {
  const { apiBase, corpId, secret, desk } = config;
  const ask = async (method: 'GET' | 'POST', path: string, query: object, body?: object) => {
    const url = `${apiBase}/cgi-bin/${path}?${new URLSearchParams({ ...query })}`;
    const answer = (await callJson('wecom', url, { method, ...(body && { body }) })).body;
    const { errcode = 0, errmsg = '' } = answer;
    if (errcode !== 0) throw new WecomRefusal(Number(errcode), path, String(errmsg));
    return answer;
  };
  const checks: Check[] = [];
  try {
    const { access_token } = await ask('GET', 'gettoken', { corpid: corpId, corpsecret: secret });
    checks.push({ name: '企业微信凭证', ok: true, what: `企业 ${corpId} 的 Secret 可用` });
    const token = { access_token: String(access_token) };
    const listed = await ask('POST', 'kf/account/list', token, { offset: 0, limit: 100 });
    const mine = Accounts.parse(listed).account_list.filter(({ manage_privilege }) => manage_privilege);
    checks.push(accountCheck(mine.map(({ name, open_kfid }) => name || open_kfid)));
    for (const { open_kfid, name } of desk === 'platform' ? mine : []) {
      const there = Servicers.parse(await ask('GET', 'kf/servicer/list', { ...token, open_kfid }));
      checks.push(servicerCheck(name || open_kfid, there.servicer_list.filter(({ status }) => status === 0).length));
    }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const name = checks.length === 0 ? '企业微信凭证' : '微信客服';
    checks.push({ name, ok: false, what, todo: TODO[checks.length === 0 ? 'credentials' : 'service'] });
  }
  return checks;
}

const TODO = {
  credentials: '核对 WECOM_CORP_ID 和 WECOM_SECRET，再看服务器的出口 IP 是否在“企业可信 IP”里。',
  service: '在管理后台“微信客服 → API”里打开接口，并把 WECOM_SECRET 所属的应用加到“可调用接口的应用”。',
} as const;

function accountCheck(names: readonly string[]): Check {
  const name = '客服帐号';
  if (names.length > 0) return { name, ok: true, what: `可以管理 ${names.length} 个：${names.join('、')}` };
  const todo = '在管理后台“微信客服”里新建客服帐号，并交给 WECOM_SECRET 所属的应用管理。';
  return { name, ok: false, what: '没有可以管理的客服帐号', todo };
}

function servicerCheck(account: string, receiving: number): Check {
  const name = `接待人员（${account}）`;
  if (receiving > 0) return { name, ok: true, what: `${receiving} 人正在接待` };
  const todo = '请接待人员在企业微信里开始接待；不用企业微信接待的，把 WECOM_DESK 设为 own。';
  return { name, ok: false, what: '现在没有人接待，转人工后要等', todo };
}
