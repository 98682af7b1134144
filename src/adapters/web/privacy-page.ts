import type { Http } from '../http.ts';
import { escapeHtml } from './plain/escape.ts';

/** Who runs the service, as people are told. */
export interface Operator {
  readonly name?: string | undefined;
  /** How to reach whoever answers for personal data: an address, a telephone number, a page. */
  readonly contact?: string | undefined;
}

/** What people are told of their data, at `/privacy`: the same without scripts, in any browser. */
export function privacyPage(app: Http, operator: Operator): void {
  const page = privacyHtml(operator);
  app.get('/privacy', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  );
}

const SECTIONS: readonly (readonly [head: string, lines: readonly string[]])[] = [
  [
    '我们处理什么，为了什么',
    [
      '您写的话：用来回答备案资料上传和真实性核验的问题。身份证号、统一社会信用代码、手机号和您按提示填写的姓名，在保存之前就遮住，原文不保存。',
      '您发的图片：只用来检查是否符合上传要求。证件图片属于敏感个人信息，发第一张之前会单独请您同意；不同意也可以用文字说。',
      '留言的联系方式：只用来回复您的留言，加密保存。',
      '手机型号、系统和 APP 版本、省份等情况：用来判断您遇到的是哪一种问题，也给接待您的客服看。',
      '您给的评价：用来改进回答。',
    ],
  ],
  [
    '保存多久',
    [
      '图片：问题解决 24 小时后删除，最多保存 7 天。没有同意的图片只在内存里，最多 10 分钟。',
      '对话、留言和情况卡：保存到您删除为止；运营方另有期限的，以它的说明为准。',
      '备份：运营方定期备份的，备份到期后清除。',
    ],
  ],
  [
    '谁能看到',
    [
      '处理您问题的客服。联系方式和图片平时是遮住的，客服要看原件必须写明原因，而且每次都有记录。',
      '您从钉钉、微信、企业微信来时，消息会经过这些平台，平台怎样处理由它们的规则决定。',
      '运营方设置了邮件的，客服对留言的回答会发到您留的邮箱。',
      '除此以外不提供给别人。运营方接入外部的模型服务时，只发送遮住号码以后的文字，不发送图片。',
    ],
  ],
  [
    '您可以做什么',
    [
      '看和带走：在菜单里选“下载我的数据”，或者发“下载我的数据”。得到一个压缩包，有对话、图片、留言的联系方式和情况卡。',
      '改正：情况卡上不对的地方可以直接改。',
      '撤回同意：发“撤回同意”，这段对话里的图片当场删除，再发图片会重新请您同意。撤回之前已经做过的检查不受影响。',
      '删除：在菜单里选“删除我的数据”，或者发“删除我的数据”。删除后给您一张回执。会留下的只有操作记录（谁何时做过什么，没有对话内容）、不分人的统计，以及还没有到期的备份。',
      '不满意机器人的回答：随时点“转人工”，由客服来答。',
    ],
  ],
  [
    '怎样保护',
    [
      '图片和联系方式用 AES-256-GCM 加密保存。',
      '客服登录要密码，可以加动态码；看原件、导出、删除都有记录，记录不能修改。',
    ],
  ],
];

/** The page as it is; built once, since nothing in it changes while the service runs. */
export function privacyHtml({ name, contact }: Operator): string {
  const who =
    name === undefined
      ? '备案助手由您正在使用的这个网站的运营者提供。运营者是谁、怎么联系，请看网站上的说明，或者问网站的客服。'
      : `备案助手由${name}提供，也由${name}对您的个人信息负责。`;
  const how =
    contact === undefined
      ? '想查询、投诉，或者上面的办法不够用，请联系您正在使用的这个网站，也可以点“转人工”。'
      : `想查询、投诉，或者上面的办法不够用，请联系：${contact}。`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>备案助手怎样处理您的个人信息</title>
<link rel="stylesheet" href="/page/plain.css">
</head>
<body>
<h1>备案助手怎样处理您的个人信息</h1>
<p>${escapeHtml(who)}</p>
${SECTIONS.map(([head, lines]) => `<h2>${head}</h2>\n<ul>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</ul>`).join('\n')}
<h2>怎么联系</h2>
<p>${escapeHtml(how)}</p>
</body>
</html>
`;
}
