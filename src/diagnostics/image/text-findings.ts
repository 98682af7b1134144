import type { Finding } from '../diagnostic.ts';
import { idNumber } from '../id-number.ts';
import { isExpired } from './document/validity.ts';
import type { Evidence, PictureText } from './evidence.ts';
import { ID_ASPECT, LIMITS } from './limits.ts';
import type { Side } from './outline.ts';
import { blurred, lightOf, notice } from './quality-findings.ts';

/** What the text says: expired, a number that cannot be, turned, cut off. */
export function textFindings(evidence: Evidence): readonly Finding[] {
  const { text, today } = evidence;
  return [
    ...(text ? [...expired(text, today), ...(isClear(evidence) ? numbers(text, today) : []), ...turned(text)] : []),
    ...incomplete(evidence),
  ];
}

export function expired({ document, fields: { validity } }: PictureText, today: string): readonly Finding[] {
  if (!validity || validity.confidence < LIMITS.reading.sure || !isExpired(validity, today)) return [];
  const what = document === 'domain-certificate' ? '域名的到期时间' : '有效期限';
  const instead =
    document === 'domain-certificate' ? '请先给域名续费，再上传新的证书' : '请先换领新证，再用有效期内的证件上传';
  return [
    {
      verdict: 'image-expired',
      severity: 'problem',
      evidence: `读到的${what}到 ${validity.to} 为止，今天是 ${today}，已经过期。`,
      advice: `${instead}；重拍这一张没有用。（如果日期读错了，请告诉我。）`,
      entry: 10,
      retryable: false,
    },
  ];
}

/** A number that was read off a blurred or badly lit picture is not held against anybody. */
function isClear(evidence: Evidence): boolean {
  return lightOf(evidence) === undefined && blurred(evidence) === undefined;
}

/** The numbers on the document by their own check. Only a failed one is told, and the reader may be at fault: it advises. */
function numbers({ document, fields }: PictureText, today: string): readonly Finding[] {
  const read = fields.idNumber ?? fields.creditCode;
  if (!read || read.confidence < LIMITS.reading.sure || document === 'letter') return [];
  const { findings } = idNumber.run({
    idNumber: `${fields.idNumber ? '身份证' : '统一社会信用代码'} ${read.text}`,
    today,
  });
  return findings
    .filter(({ severity }) => severity === 'problem' || severity === 'blocker')
    .map((finding) => ({
      ...finding,
      severity: 'notice',
      evidence: `从图里读到：${finding.evidence}`,
      advice: '请对照证件逐位看一遍：号码没错的话，多半是图上这几位不清楚，请重新拍一张；填写的号码要和证件完全一致。',
      retryable: true,
    }));
}

function turned({ turned: by, lines }: PictureText): readonly Finding[] {
  if (by === 0 || lines < 2) return [];
  const how = by === 180 ? '上下颠倒了' : `向${by === 90 ? '右' : '左'}转了 90 度`;
  return [notice('image-turned', `图里的文字${how}。`, '请转正后再上传；需要的话，我可以帮您转正', [])];
}

const SIDES: Readonly<Record<Side, string>> = { left: '左边', right: '右边', top: '上边', bottom: '下边' };

/** Cut off at the frame: its outline ends there, lines of text run into it, or its proportions and its words are not whole. */
function incomplete(evidence: Evidence): readonly Finding[] {
  const { outline, text, advice } = evidence;
  if (text && (text.document === 'person-with-document' || text.document === 'face')) return [];
  const sides = cutSides(evidence);
  if (sides.length > 0) {
    const where = sides.map((side) => SIDES[side]).join('、');
    return [notice('image-incomplete', `证件的${where}没有拍全。`, FRAME, advice.cut)];
  }
  const sharpEnough = lightOf(evidence) === undefined && (evidence.measures.crispness ?? 0) >= LIMITS.crisp.again;
  const readWell = text !== undefined && text.confidence >= LIMITS.reading.sure && sharpEnough;
  if (!readWell || text.missing.length === 0 || (outline?.is === 'complete' && text.missing.length < 2)) return [];
  return [
    notice('image-incomplete', `没有读到“${text.missing.join('”“')}”，证件可能没有拍全或被挡住了。`, FRAME, advice.cut),
  ];
}

const FRAME = '请重新拍摄，把证件整个放在虚线框内';

export function cutSides(evidence: Pick<Evidence, 'outline' | 'text' | 'facts'>): readonly Side[] {
  const { outline, text } = evidence;
  if (outline?.is === 'cut' && text?.lines !== 0) return outline.sides; // Without a word it is no document.
  if (text && text.cutAt.length > 0) return text.cutAt;
  return outline || !text ? [] : cutByProportions(text, evidence.facts);
}

/** How much of the frame the text of a card reaches over where the card fills it; on a desk it reaches over less (measured 0.47 to 0.63). */
const FILLING = 0.65;

/** A card that fills the frame has the frame's proportions: other ones mean that a side is missing. */
function cutByProportions(text: PictureText, { width, height }: Evidence['facts']): readonly Side[] {
  if (!text.document.startsWith('id-')) return [];
  const upright = text.turned % 180 === 0;
  const { across, down } = upright ? text.reach : { across: text.reach.down, down: text.reach.across };
  const off = (upright ? width / height : height / width) / ID_ASPECT - 1;
  if (off < -LIMITS.aspect && down >= FILLING) return [text.missing.includes('姓名') ? 'left' : 'right'];
  if (off > LIMITS.aspect && across >= FILLING) return [text.missing.includes('姓名') ? 'top' : 'bottom'];
  return [];
}
