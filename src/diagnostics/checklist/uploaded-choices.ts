import { only } from '../answers/only.ts';
import type { Choice } from '../diagnostic.ts';
import { type Document, documents } from './documents.ts';

const SENT = '(?:传|上传|交|提交|拍)';
const DONE = '(?:上去|完整|好|完|过|上|齐|全|掉)?';
const THREE = '(?:三|3)(?:样|个|项|种|张)';
const LOT = `(?:(?:这|那)?${THREE}|全部|所有的?|全|都|资料|材料|证件|东西|图片|照片|已经|已|显示|上面|页面|每(?:样|个|项)|一(?:样|个|项)(?:都|也)?(?:不少|没少|不落))`;
const NOTHING =
  '(?:(?:一|任何一)(?:样|个|项|张)|什么|啥|全部?|三(?:样|个|项|张))?(?:东西|资料|材料|图片)?(?:也|都|还)*';

/** What people call them; the licence is what units call their document. */
const CALLED: Readonly<Record<Document, string>> = {
  主体负责人证件: '(?:备案)?(?:主体|主办单位)的?负责人',
  网站负责人证件: '(?:网站|站点)的?负责人',
  主办单位证件: '(?:(?:主办)?(?:单位|公司|企业)的?(?:证件|证照|证|营业执照|执照)|营业执照|执照|主办单位)',
};
const ITS = '的?(?:证件|身份证|证|那(?:一|个|份|张|项)?个?|资料|照片)?';

/** Everything, nothing, or all but one: few enough for buttons. */
export const uploadedChoices: readonly Choice[] = [
  {
    label: '都传了',
    means: { uploaded: [...documents] },
    says: only(
      `${LOT}+${SENT}${DONE}(?:了|过)?`,
      `${LOT}+有(?:图片?|照片)?(?:了)?`,
      `${LOT}*${SENT}(?:好|完|齐|全)了?`,
      `${LOT}+(?:齐|全|打勾|绿的?|好)了?`,
      '一(?:样|个|项)(?:都|也)?(?:不少|没少|不落|没落)',
      '没有?(?:少|缺|漏|落)(?:的|什么)?',
      '(?:什么|啥)?(?:都|也)?不(?:少|缺|差)',
    ),
  },
  {
    label: '都没有',
    means: { uploaded: [] },
    says: only(
      `${NOTHING}没有?(?:开始)?${SENT}?(?:上去|过|图片|照片)?(?:呢)?`,
      `(?:全|都)+(?:是)?空(?:着|白)?的?`,
      '没有?图片?',
    ),
  },
  ...documents.map(
    (missing): Choice => ({
      label: `只差${missing}`,
      means: { uploaded: documents.filter((document) => document !== missing) },
      says: only(
        `(?:只|还|仅|光|单|唯独|剩)*(?:差|缺|少了?|漏了?|剩下?|没${SENT})${CALLED[missing]}${ITS}(?:没${SENT}?|没有)?`,
        `(?:只|还|仅|光|单|唯独)*(?:有)?${CALLED[missing]}${ITS}(?:还)?(?:没有?${SENT}?${DONE}|空着|没图|没有图片?|漏了)`,
      ),
    }),
  ),
];

/** One of the three alone: shown only where the five were not understood. */
export const uploadedOneChoices: readonly Choice[] = documents.map((one) => ({
  label: `只传了${one}`,
  means: { uploaded: [one] },
  says: only(`(?:只|就|仅|光|单|才)(?:有|${SENT}了?)${CALLED[one]}${ITS}`),
}));
