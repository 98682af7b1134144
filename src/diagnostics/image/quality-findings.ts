import type { Finding } from '../diagnostic.ts';
import { ownAdvice } from '../own-advice.ts';
import type { DocumentKind } from './document/document-kind.ts';
import type { Evidence } from './evidence.ts';
import { LIMITS } from './limits.ts';

/** Light, sharpness, size and colour of a photo. All of it advises: the cuts were tuned on drawn pictures. */
export function qualityFindings(evidence: Evidence): readonly Finding[] {
  const found = [inBadLight(evidence), blurred(evidence), tooSmall(evidence), greyCopy(evidence)];
  return found.filter((finding) => finding !== undefined);
}

function inBadLight(evidence: Evidence): Finding | undefined {
  const { measures, advice } = evidence;
  const again = '请重新拍一张';
  switch (lightOf(evidence)) {
    case 'glare': {
      const seen = `有一块反光，占${evidence.outline ? '证件' : '画面'}的 ${percent(measures.white?.share ?? 0)}，盖住的字看不见。`;
      return notice('image-glare', seen, again, advice.glare);
    }
    case 'dark': {
      const seen = `画面偏暗：亮度 ${measures.p95}（最亮 255，一般在 200 以上）。`;
      return notice('image-dark', seen, again, advice.dark);
    }
    case 'bright': {
      const seen = `画面过亮：${percent(measures.whiteShare)} 的地方已经全白，细节看不到了。`;
      return notice('image-bright', seen, again, advice.bright);
    }
    default:
      return undefined;
  }
}

/** Paper that is white of itself, as in a scan: much of the frame, with ink on it that can be read. */
function isWhitePaper({ text, outline, measures }: Evidence): boolean {
  if (measures.whiteShare < LIMITS.white) return false;
  if (!text) return outline === undefined && measures.colourSpread < LIMITS.colourful;
  if (text.document === 'letter') return true;
  return ['domain-certificate', 'other'].includes(text.document) && text.confidence >= LIMITS.reading.sure;
}

/** What the light did to a picture. */
export function lightOf(evidence: Evidence): 'glare' | 'dark' | 'bright' | undefined {
  const { measures } = evidence;
  if (measures.p95 < LIMITS.dark.p95 || measures.darkShare > LIMITS.dark.share) return 'dark';
  if (isWhitePaper(evidence)) return undefined;
  if (measures.whiteShare > LIMITS.white) return 'bright';
  const share = measures.white?.share ?? 0;
  return share >= LIMITS.glare.least && share <= LIMITS.glare.most ? 'glare' : undefined;
}

/** By kind; a card's where it is not known. */
const CRISP: Readonly<Partial<Record<DocumentKind, number>>> = {
  'business-licence': LIMITS.crisp.form,
  'domain-certificate': LIMITS.crisp.form,
  letter: LIMITS.crisp.letter,
  'person-with-document': LIMITS.crisp.person,
  face: LIMITS.crisp.again,
};

/** What is to be said of a picture that is not crisp; undefined where it is. */
export function blurred({ measures: { crispness }, text, advice }: Evidence): Finding | undefined {
  const cut = CRISP[text?.document ?? 'other'] ?? LIMITS.crisp.card;
  if (crispness === undefined || crispness >= cut) return undefined;
  const much = crispness < LIMITS.crisp.again ? '很模糊' : '有些模糊';
  const seen = `画面${much}：清晰度 ${crispness.toFixed(2)}，一般要 ${cut.toFixed(2)} 以上。`;
  return notice('image-unclear', seen, '请重新拍一张，让每个字都清楚', advice.blur);
}

const PAGES: readonly string[] = ['business-licence', 'domain-certificate', 'letter'];

function tooSmall({ facts, cardPixels, text, advice }: Evidence): Finding | undefined {
  if (text?.document === 'person-with-document') return undefined;
  const pixels = Math.round(cardPixels ?? Math.max(facts.width, facts.height));
  const wanted = PAGES.includes(text?.document ?? '') ? LIMITS.card.page : LIMITS.card.advise;
  if (pixels >= wanted) return undefined;
  const what = cardPixels !== undefined ? '证件在画面里' : '整张图';
  const much = pixels < LIMITS.card.floor ? '太小，号码认不清' : '偏小';
  const seen = `${what}只有 ${pixels} 像素长，${much}，一般要 ${wanted} 以上。`;
  return notice('image-too-small', seen, '请靠近一点重新拍', advice.small);
}

const COLOURED: readonly string[] = ['id-front', 'id-back', 'business-licence'];

/** A letter may be black on white; these three are coloured, whoever made them. */
function greyCopy({ facts, measures, text }: Evidence): Finding | undefined {
  if (!text || !COLOURED.includes(text.document) || text.sure < 0.5) return undefined;
  if (measures.p95 < LIMITS.dark.p95 || measures.whiteShare > LIMITS.white) return undefined;
  if (!facts.isGrey && measures.colourSpread > LIMITS.grey) return undefined;
  const seen = `画面没有颜色（色差 ${measures.colourSpread}，彩色证件一般在 50 以上），像是黑白复印件或黑白照片。`;
  return notice('image-not-original', seen, '请对着证件原件拍一张彩色照片，官方说明要的是原件彩色拍照', []);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

export function notice(verdict: string, evidence: string, advice: string, tips: readonly string[]): Finding {
  const own = tips.length > 0 ? `\n\n${ownAdvice(tips)}` : '';
  return { verdict, severity: 'notice', evidence, advice: `${advice}。${own}`, entry: 10, retryable: true };
}
