/** What people are told of their data, in one language. */
export interface PrivacyWords {
  /** As HTML has it. */
  readonly lang: string;
  readonly title: string;
  readonly who: (name: string | undefined) => string;
  /** `days`: after how many days of silence a conversation is erased, where the operator set it. */
  readonly sections: (days: number | undefined) => readonly {
    readonly head: string;
    readonly lines: readonly (readonly [term: string, words: string])[];
  }[];
  /** Between a term and what is said of it. */
  readonly colon: string;
  readonly reach: string;
  /** What stands before the contact; the whole sentence where there is none. */
  readonly how: (hasContact: boolean) => string;
  readonly back: string;
}

export const inChinese: PrivacyWords = {
  lang: 'zh-CN',
  title: '备案助手怎样处理您的个人信息',
  who: (name) =>
    name === undefined
      ? '备案助手由您正在使用的这个网站的运营者提供。运营者是谁、怎么联系，请看网站上的说明，或者问网站的客服。'
      : `备案助手由${name}提供，也由${name}对您的个人信息负责。`,
  sections: (days) => [
    {
      head: '我们处理什么，为了什么',
      lines: [
        [
          '您写的话',
          '用来回答备案资料上传和真实性核验的问题。身份证号、统一社会信用代码、手机号和您按提示填写的姓名，在保存之前就遮住，原文不保存。',
        ],
        [
          '您发的图片',
          '只用来检查是否符合上传要求。证件图片属于敏感个人信息，发第一张之前会单独请您同意；不同意也可以用文字说。',
        ],
        ['留言的联系方式', '只用来回复您的留言，加密保存。'],
        ['情况卡（手机型号、系统和 APP 版本、省份等）', '用来判断您遇到的是哪一种问题，也给接待您的客服看。'],
        ['您给的评价', '用来改进回答。'],
      ],
    },
    {
      head: '保存多久',
      lines: [
        ['图片', '问题解决 24 小时后删除，最多保存 7 天。没有同意的图片只在内存里，最多 10 分钟。'],
        [
          '对话、留言和情况卡',
          days === undefined
            ? '保存到您删除为止；运营方另有期限的，以它的说明为准。'
            : `最后一句话之后满 ${days} 天自动删除，您也可以随时删除。还没有回答的留言，等回答之后再算。`,
        ],
        ['备份', '运营方定期备份的，备份到期后清除。'],
      ],
    },
    {
      head: '谁能看到',
      lines: [
        ['处理您问题的客服', '联系方式和图片平时是遮住的，要看原件必须写明原因，而且每次都有记录。'],
        ['钉钉、微信、企业微信', '您从那里来时，消息会经过这些平台，平台怎样处理由它们的规则决定。'],
        ['邮件', '运营方设置了邮件的，客服对留言的回答会发到您留的邮箱。'],
        ['外部的模型服务', '运营方接入了的，只发送遮住号码以后的文字，不发送图片。'],
        ['别人', '除此以外不提供。'],
      ],
    },
    {
      head: '您可以做什么',
      lines: [
        [
          '看和带走',
          '在菜单里选“下载我的数据”，或者发“下载我的数据”。得到一个压缩包，有对话、图片、留言的联系方式和情况卡。',
        ],
        ['改正', '情况卡上不对的地方可以直接改。'],
        [
          '撤回同意',
          '在菜单里选“撤回对图片的同意”，或者发“撤回同意”。这段对话里的图片当场删除，再发图片会重新请您同意。撤回之前已经做过的检查不受影响。',
        ],
        [
          '删除',
          '在菜单里选“删除我的数据”，或者发“删除我的数据”。删除后给您一张回执。会留下的只有操作记录（谁何时做过什么，没有对话内容）、不分人的统计，以及还没有到期的备份。',
        ],
        ['找人', '不满意机器人的回答，随时点“转人工”，由客服来答。'],
      ],
    },
    {
      head: '怎样保护',
      lines: [
        ['加密', '图片和联系方式加密保存（AES-256-GCM）。'],
        ['记录', '客服登录要密码，可以加动态码；看原件、导出、删除都有记录，记录不能修改。'],
      ],
    },
  ],
  colon: '：',
  reach: '怎么联系',
  how: (hasContact) =>
    hasContact
      ? '想查询、投诉，或者上面的办法不够用，请联系：'
      : '想查询、投诉，或者上面的办法不够用，请联系您正在使用的这个网站，也可以点“转人工”。',
  back: '打开备案助手',
};
