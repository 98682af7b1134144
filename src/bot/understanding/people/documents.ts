import type { Document } from '../../../diagnostics/checklist/documents.ts';
import { clausesIn } from './clauses.ts';

/** What a message says of the upload page. */
interface Documents {
  readonly there: readonly Document[];
  readonly missing: readonly Document[];
}

const HEAD: Document = '主体负责人证件';
const SITE: Document = '网站负责人证件';
const UNIT: Document = '主办单位证件';
const ALL: readonly Document[] = [HEAD, SITE, UNIT];

const HEAD_WORDS = /主体负责人|主办(单位)?负责人|主体的(?!证)|主体那个/;
const SITE_WORDS = /网站(的)?负责人|网站的(?=没|传|还|已|也|上|漏|$)|网站那个/;
const UNIT_WORDS = /营业执照|执照|主办单位(的)?证|单位的?证|公司的?证|主体证件|组织机构代码|法人证书|登记证书/;
const CARDS =
  /(?<!(?:老板|老总|法人|同事|[我他她])的?)身份证(?!号|尾号|上)|两个负责人|俩负责人|(?<!体|位|站)负责人(的)?(证|身份)/;

const SENT = '(?:上?传(?!中|页|资料)|交|提交|拍)';
/** Also what is lacking in part (没传全) is not a state of any one document. */
const NOT_SENT = new RegExp(
  `(?:没|未|忘|忘了|忘记|漏|少|没有)(?:有|给|再|能)?${SENT}(?!全|齐|完整)|漏(?:了|掉)|${SENT}不(?:了|上|进|成)|上传(?:失败|不)|还没(?:$|[啊呢呀])|(?:^|还|就|只|仅|独)(?:差(?!不多)|缺|欠|剩)|(?<!出)差(?:个|了|着)|少(?:个|了)`,
);
const SENT_ALREADY = new RegExp(
  `已经?${SENT}|${SENT}(?:好|完|齐|过|上去|成功|全)*(?:了|啦|咗|过|好|完|成功)|齐(?:了|全)|(?:都|全)(?:有$|${SENT}|齐)|ok了|\\buploaded\\b`,
);
const ONLY_LACKING = /(就|只|仅|独|单单|光)(差|缺|欠|剩|有.{0,12}(没|未))/;
const EXCEPT = /除(了|开|去)?/;
const ONLY_SENT = /只(上?传|交|拍)(了|过)(?!一|1|两)/;
const SENT_ONCE = /只(上?传|交|拍)(了|过)?(一|1)/;
const OTHERS = /其[他它余]|别的|剩下|另外|另[一两]|余下/;
const EVERYTHING =
  /(全|(?<!成)都|所有|全部|一(个|样|张|项|件).?[都也]|[啥什么].{0,1}都|三[样个])[^,]{0,2}(没|未|上?传|提?交|齐|ok)|^(全|都)有|everything|\ball\b/;
const NOTHING_SENT = /^(全都?|都|一(个|样|张)都|什么都|啥都)没有?[啊呀呢]*$/;
const ASKS =
  /要(上?传|交)|需要|必须|怎么(上?传|拍|弄|交|办)|如何|什么要求|可以|能不能|(缺|差|少|传)了?(什么|哪|啥|谁)|是不是|不知道|传没传|有没有|会怎|准备|等会|马上|正在|再传|重(新|传)/;
/** Not one of the three: 授权书都传了 says nothing of them. */
const AUXILIARY = /授权|手持|域名证|承诺|核验单|方案|照片|截图|两面|正反面/;
const SIDE = /反面|背面|国徽面|正面|人像面/;

/** Reads which of the three basic documents a normalised message says are uploaded, and which are not. */
export function documentsIn(normalised: string): Documents {
  const state: State = new Map();
  const general = !AUXILIARY.test(normalised);
  let subject: readonly Document[] = [];
  for (const { text, asks, supposes } of clausesIn(normalised)) {
    if (asks || supposes) continue;
    for (const part of partsOf(text)) {
      const about = tell(state, part, { before: subject, general });
      if (about.length > 0) subject = about;
    }
  }
  return { there: ALL.filter((one) => state.get(one)), missing: ALL.filter((one) => state.get(one) === false) };
}

/** 都传了怎么还说缺: what the page says against it is no statement. */
const COMPLAINT = /(?<=.)(为什么|怎么|咋|还|却|又)(还|老|又|是|在){0,3}(说|提示|显示).*/;

/** 正面传了反面没传, 执照传了身份证没传: each part has its own state. */
function partsOf(text: string): readonly string[] {
  return text
    .replace(COMPLAINT, '')
    .split(
      /(?<=[照证面人件的](?:都|也|已经?)?(?:上?传|交|拍)(?:了|好了|完了))(?=反面|背面|正面|营业|执照|身份证|主体|网站|单位|就差|还差|其他)/,
    );
}

type State = Map<Document, boolean>;

interface Context {
  /** The documents spoken of last: 反面没传 is theirs. */
  readonly before: readonly Document[];
  /** 都传了 can only mean the three. */
  readonly general: boolean;
}

/** Puts into `state` what a part says, and gives what it spoke of. */
function tell(state: State, part: string, { before, general }: Context): readonly Document[] {
  const named = namedIn(part);
  const about = named.length > 0 ? named : SIDE.test(part) ? before : [];
  const lacks = NOT_SENT.test(part) || NOTHING_SENT.test(part);
  if ((!lacks && !SENT_ALREADY.test(part)) || ASKS.test(part) || SENT_ONCE.test(part)) return about;
  const set = (documents: readonly Document[], there: boolean): void => {
    for (const document of documents) state.set(document, there);
  };
  const rest = ALL.filter((document) => !about.includes(document));
  if (about.length > 0) {
    const except = EXCEPT.test(part);
    if (except || ONLY_LACKING.test(part)) set(rest, !except || !lacks);
    if (ONLY_SENT.test(part)) set(rest, false);
    set(about, except ? lacks : !lacks && !ONLY_LACKING.test(part));
  } else if (general && OTHERS.test(part)) {
    set(
      ALL.filter((document) => !state.has(document)),
      !lacks,
    );
  } else if (general && (EVERYTHING.test(part) || NOTHING_SENT.test(part))) {
    set(ALL, !lacks);
  }
  return about;
}

function namedIn(part: string): readonly Document[] {
  const head = HEAD_WORDS.test(part);
  const site = SITE_WORDS.test(part);
  const cards = !head && !site && CARDS.test(part);
  const unit = UNIT_WORDS.test(part);
  return ALL.filter((one) => (one === HEAD ? head || cards : one === SITE ? site || cards : unit));
}
