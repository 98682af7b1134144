import { smtpMailer } from '../../adapters/mail/smtp-mailer.ts';
import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { checking } from './checking.ts';

/** How people are reached beside the page itself: the address of the service, and its mail server. */
export async function checkWays(config: Config): Promise<readonly Check[]> {
  const needs = [config.dingtalk && '钉钉', config.wechat && '微信', config.wecom && '企业微信'].filter(Boolean);
  return [publicUrl(config.publicUrl, needs.join('、')), ...(config.smtp ? [await mailServer(config.smtp)] : [])];
}

function publicUrl(url: string | undefined, channels: string): Check {
  const name = '对外的地址';
  if (url?.startsWith('https:')) return { name, ok: true, what: url };
  if (url)
    return {
      name,
      ok: channels === '',
      what: `${url} 不是 https。`,
      todo: '正式使用请把 PUBLIC_URL 换成 https 的地址。',
    };
  const what = '没有设置 PUBLIC_URL，留言的回答没有链接可给。';
  if (channels === '') return { name, ok: true, what };
  const todo = `${channels}里改图片、情况卡和留言要打开网页：请设置 PUBLIC_URL。`;
  return { name, ok: false, what: '没有设置 PUBLIC_URL。', todo };
}

async function mailServer(smtp: NonNullable<Config['smtp']>): Promise<Check> {
  const mailer = smtpMailer(smtp);
  const check = await checking('邮件服务器', '请核对 SMTP_URL 里的地址、端口、用户名和密码。', async () => {
    await mailer.verify();
    return `登录得上，发件人是 ${smtp.from}。`;
  });
  mailer.close();
  return check;
}
