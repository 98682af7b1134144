import type { DocumentKind } from '../../diagnostics/image/document/document-kind.ts';
import type { PictureReport } from '../../diagnostics/image/picture-report.ts';

/** What a picture shows, as a person calls it. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  'id-front': '身份证正面（有照片的一面）',
  'id-back': '身份证反面（有效期的一面）',
  'business-licence': '营业执照',
  'domain-certificate': '域名证书',
  letter: '授权书一类的文件',
  'person-with-document': '手持证件照',
  face: '人脸',
  screenshot: '手机截图',
  other: '图片',
};

export function nameOf({ seen }: PictureReport): string {
  const shows = seen?.screen?.shows;
  return shows ? `${DOCUMENT_NAMES.screenshot}（${DOCUMENT_NAMES[shows]}）` : DOCUMENT_NAMES[seen?.document ?? 'other'];
}

/** The kinds that a person may say a picture is, in the order in which they are looked for. */
const SAID: readonly (readonly [DocumentKind, RegExp])[] = [
  ['person-with-document', /手持|手拿|拿着|举着/],
  ['domain-certificate', /域名/],
  ['letter', /授权|委托|承诺|声明/],
  ['business-licence', /执照/],
  ['id-back', /反面|背面|国徽|有效期/],
  ['id-front', /正面|前面|人像|照片(的)?(那|这)?一?面/],
  ['other', /^(其他|其它|别的|都不是|不是|不知道|不清楚|没有)/],
];

/** The longest answer, in characters; what is longer, or asks, is something else. */
const LONGEST = 16;
const ASKS = /[?？]|吗|哪|怎|咋|啥|什么|为何|如何|多少|几|下载|上传/;

/** What a person says that a picture is, in a normalised message; `id` where only the side is missing. */
export function documentSaidIn(normalised: string): DocumentKind | 'id' | undefined {
  if (normalised.length > LONGEST || ASKS.test(normalised)) return undefined;
  const kind = SAID.find(([, pattern]) => pattern.test(normalised))?.[0];
  return kind ?? (/身份证/.test(normalised) ? 'id' : undefined);
}
