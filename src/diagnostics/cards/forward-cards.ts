/** Whom the steps are for: the head of the filing party, the head of the site, whoever keeps the unit's documents. */
export const addressees = ['subject-head', 'site-head', 'keeper'] as const;
type Addressee = (typeof addressees)[number];

/** What the sender does, and the text to forward as it stands. */
type ForwardCards = readonly [sender: string, forward: string];

const TO_UPLOAD_PAGE = '在PC端的阿里云ICP代备案管理系统里，填写备案信息至“上传资料”环节';
const AGAIN = '没通过的话，请到光线充足的地方再试一次。';
const ASK_ME = '看到不懂的提示，请把原话发给我。谢谢！';

/**
 * Steps for somebody elsewhere (entries 8, 10 and 11). They are read in a chat:
 * short, no link, and numbered by hand, for a copied list may lose its numbers.
 */
export function forwardCards(who: Addressee): ForwardCards {
  return CARDS[who];
}

function withCode(who: string): string {
  return `请把下一条整段转发给${who}，再附上“上传资料”页面的二维码图片。\n\n二维码在哪里：${TO_UPLOAD_PAGE}，页面上就有。`;
}

/** Numbered by hand, a line each. */
function numbered(...steps: readonly string[]): string {
  return steps.map((step, at) => `${at + 1}、${step}`).join('\n');
}

const CARDS: Readonly<Record<Addressee, ForwardCards>> = {
  'subject-head': [
    withCode('主体负责人'),
    [
      '您好，您是这次备案的主体负责人，有几步要请您在自己手机上做：',
      numbered(
        '下载阿里云APP；',
        '用阿里云APP（不是微信）扫我一起发来的二维码图片，进入上传资料页面；',
        '上传您的身份证件；',
        '由您本人完成人脸核验。',
      ),
      `${AGAIN}${ASK_ME}`,
    ].join('\n'),
  ],
  'site-head': [
    `${withCode('网站负责人')}\n\n官方说明第 11 条只写了主体负责人在异地怎么做，没有单独写网站负责人。这段话用的是同样的扫码步骤；人脸核验由网站负责人本人做，写在第 8 条。`,
    [
      '您好，您是这次备案的网站负责人，人脸核验要由您本人来做，请您在自己手机上：',
      numbered(
        '下载阿里云APP；',
        '用阿里云APP（不是微信）扫我一起发来的二维码图片，进入上传资料页面；',
        '页面上要您的证件的，上传您的身份证件；',
        '由您本人完成人脸核验。',
      ),
      `${AGAIN}${ASK_ME}`,
    ].join('\n'),
  ],
  keeper: [
    `请把下一条整段转发给保管单位证件的同事，不用附二维码：同事把图片发给您，由您来上传。\n\n收到图片以后：${TO_UPLOAD_PAGE}；再用阿里云APP扫描“上传资料”页面的二维码，进入页面上传单位证件。`,
    [
      '您好，备案要用到单位证件，请您扫描或拍照后发给我，由我来上传：',
      numbered(
        '对着原件拍照或扫描，要彩色的，证件在有效期内；',
        '画面清晰、完整；',
        '格式是 jpg、jpeg、png 或 gif；',
        '每张小于 4MB。',
      ),
      '有一条做不到的，请先告诉我。谢谢！',
    ].join('\n'),
  ],
};
