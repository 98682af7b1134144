import type { Finding, Severity } from '../diagnostic.ts';
import type { DocumentKind } from './document/document-kind.ts';
import type { Evidence } from './evidence.ts';
import { fileFindings, refusedFindings } from './file-findings.ts';
import { LIMITS } from './limits.ts';
import type { Opened } from './open-picture.ts';
import { blurred, notice, percent, qualityFindings } from './quality-findings.ts';
import { expired, textFindings } from './text-findings.ts';

interface Judged {
  /** The most severe finding's; of equals the first of the product's order; `image-ok` without any. */
  readonly verdict: string;
  /** Most severe first, then in the product's order. */
  readonly findings: readonly Finding[];
}

/** Of equal severity, the earlier one is the verdict (product rule). Numbers of documents stand where `id-` does. */
const ORDER = [
  'image-face-only',
  'image-unreadable',
  'image-format',
  'image-too-big',
  'image-expired',
  'id-',
  'uscc-',
  'image-incomplete',
  'image-glare',
  'image-dark',
  'image-bright',
  'image-unclear',
  'image-too-small',
  'image-ratio',
  'image-turned',
  'image-not-original',
  'image-cannot-tell',
];
const SEVERITIES: readonly Severity[] = ['blocker', 'problem', 'notice', 'ok'];

/** What is wrong with a picture, and what to do. Pure: the same evidence, the same words. */
export function judge(evidence: Evidence): Judged {
  const { facts, text, isScreenshot } = evidence;
  if (text?.document === 'face') return verdictOf([blurred(evidence) ?? faceOnly(evidence)]);
  if (isScreenshot || text?.document === 'screenshot') {
    return text?.shows ? verdictOf([...screenFindings(facts), ...expired(text, evidence.today)]) : verdictOf([]);
  }
  const file = fileFindings(facts);
  const unreadable = unreadableText(evidence);
  const found = [...file, ...unreadable, ...textFindings(evidence), ...qualityFindings(evidence)];
  return verdictOf(found.length > 0 ? found : cannotTell(evidence));
}

/** What is to be said of a screen that is to be uploaded: one that shows a document. Of any other its words matter, not its file. */
export function screenFindings(facts: Evidence['facts']): readonly Finding[] {
  const seen = '画面是手机屏幕，不是对着证件原件拍的照片。';
  const advice = '请对着证件原件拍一张彩色照片，官方说明要的是原件彩色拍照';
  return [...fileFindings(facts), notice('image-not-original', seen, advice, [])];
}

/** The same for a file that was not opened. */
export function judgeRefused({ reason, found, bytes, ending }: Extract<Opened, { is: 'refused' }>): Judged {
  return verdictOf(refusedFindings(reason, found, bytes, ending));
}

/** Findings in their order, and what they come to. */
export function verdictOf(findings: readonly Finding[]): Judged {
  const rank = ({ verdict }: Finding) => ORDER.findIndex((begin) => verdict.startsWith(begin));
  const sorted = [...findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || rank(a) - rank(b),
  );
  return { verdict: sorted[0]?.verdict ?? 'image-ok', findings: sorted };
}

function faceOnly({ text, looks }: Evidence): Finding {
  const sure = Math.round((text?.sure ?? 0) * 100);
  return {
    verdict: 'image-face-only',
    severity: 'problem',
    evidence: `这张图看起来只有人脸，没有证件（把握 ${sure}%）：肤色占画面的 ${percent(looks.ovalShare)}，没有读到文字。`,
    advice: '请不要发自拍，这张图不会保存。人脸核验请在阿里云APP里完成；要交的是手持证件照的，请让证件也在画面里。',
    entry: 8,
    retryable: true,
  };
}

/** So blurred that hardly anything could be read: two measures that do not depend on each other agree. */
function unreadableText({ text, measures: { crispness }, advice }: Evidence): readonly Finding[] {
  if (!text || crispness === undefined || crispness >= LIMITS.crisp.again) return [];
  if (text.document === 'person-with-document') return [];
  if (text.document !== 'other' && text.confidence >= LIMITS.reading.readable) return [];
  const read = text.lines === 0 ? '一行字也没有认出来' : `只认出 ${text.lines} 行，把握 ${percent(text.confidence)}`;
  const seen = `画面模糊得看不清文字：清晰度 ${crispness.toFixed(2)}，${read}。`;
  return [{ ...notice('image-unreadable', seen, '请重新拍一张，让每个字都清楚', advice.blur), severity: 'problem' }];
}

function cannotTell({ text, told, measures }: Evidence): readonly Finding[] {
  if (told) return unread(told, text);
  if (text ? text.document !== 'other' : measures.crispness !== undefined) return [];
  const seen =
    text && text.lines > 0 ? `读到 ${text.lines} 行字，没有认出这是哪种资料。` : '没有读到文字，认不出这是哪种资料。';
  return [
    notice('image-cannot-tell', seen, '请告诉我这是什么（身份证、营业执照、域名证书、授权书……），我再按它来看', []),
  ];
}

/** What a person says that it is shows none of that document's words: the frame and the light are all that could be judged. */
function unread(told: DocumentKind, text: Evidence['text']): readonly Finding[] {
  if (told !== 'other' && text && text.lines > 0 && text.missing.length === 0) return [];
  const missing = told === 'other' || !text ? '' : `“${text.missing.join('”“')}”`;
  const seen = missing === '' ? '上面写的内容我没有核对。' : `没有读到${missing}，上面写的内容我没有核对。`;
  return [notice('image-cannot-tell', `画面没有发现问题，${seen}`, '请自己看一遍：每个字都清楚，四条边都在画面里', [])];
}
