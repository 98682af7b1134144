import type { Finding } from '../../diagnostics/diagnostic.ts';
import { verdictOf } from '../../diagnostics/image/judge.ts';
import { sourceOf } from '../answer-text.ts';
import { asOutcome } from '../checks/outcome-findings.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import { type FileRef, outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { AFTER_ANSWER } from '../replies.ts';
import type { Looked } from './look.ts';

const NAMES = {
  'id-front': '身份证正面（有照片的一面）',
  'id-back': '身份证反面（有效期的一面）',
  'business-licence': '营业执照',
  'domain-certificate': '域名证书',
  letter: '授权书一类的文件',
  'person-with-document': '手持证件照',
  face: '人脸',
  screenshot: '手机截图',
  other: '图片',
} as const;
/** With these, a file of ours helps: another format, smaller, upright. */
const FIXABLE: ReadonlySet<string> = new Set(['image-format', 'image-too-big', 'image-turned']);

/** Tells what was found in pictures that are to be uploaded: each in a bubble of its own. */
export async function sayPictures(
  turn: Turn,
  { knowledge, pictures }: Parts,
  looked: readonly Looked[],
  more: readonly Finding[] = [],
): Promise<void> {
  const findings = verdictOf([...looked.flatMap(({ report }) => report.findings), ...more]);
  const entry = knowledge.entries().get(findings.findings[0]?.entry ?? ENTRY) ?? knowledge.entries().get(ENTRY);
  for (const [at, one] of looked.entries()) {
    const last = at === looked.length - 1;
    const marked = await keptThumbnail(turn, pictures.vault, one);
    const title = looked.length > 1 ? `**第 ${at + 1} 张：${NAMES[one.report.seen?.document ?? 'other']}**` : undefined;
    const parts = [title, again(one), textOf(one), ...(last ? more.map(spoken) : [])];
    await turn.say({
      text: parts.filter(Boolean).join('\n\n'),
      ...(marked && { files: [marked] }),
      ...(entry && { sources: [sourceOf(entry)] }),
      ...(last && { choices: choicesFor(looked) }),
    });
  }
  turn.draft.facts = { ...turn.draft.facts, ...(entry && { entry: entry.number }) };
  turn.settle(
    outcome('finding', {
      entry: entry?.number ?? null,
      diagnostic: 'image',
      verdict: findings.verdict,
      findings: findings.findings.map(asOutcome),
    }),
  );
}

/** Entry 10: what is required of pictures. */
const ENTRY = 10;

function textOf({ report: { findings, seen } }: Looked): string {
  if (findings.length === 0) return phrases.pictureOk(NAMES[seen?.document ?? 'other']);
  if (findings.length === 1) return findings.map(spoken).join('');
  return findings.map((finding) => `- ${spoken(finding).replaceAll('\n\n', '')}`).join('\n');
}

function spoken({ evidence, advice }: Finding): string {
  return `${evidence}\n\n${advice}`.trim();
}

/** The same picture once more: what was found then, and whether that changed. */
function again({ before, report }: Looked): string | undefined {
  if (!before) return undefined;
  if (before.hash === report.fileHash) return phrases.pictureSame;
  return before.verdict === report.verdict ? phrases.pictureAlike : phrases.pictureChanged;
}

function choicesFor(looked: readonly Looked[]): readonly string[] {
  const kept = looked.filter(({ file }) => file !== undefined);
  const fixable = kept.some(({ report }) => report.findings.some(({ verdict }) => FIXABLE.has(verdict)));
  return [...(fixable ? [phrases.fixIt] : []), ...(kept.length > 1 ? [phrases.stitchIt] : []), ...AFTER_ANSWER];
}

async function keptThumbnail(
  { draft }: Turn,
  vault: Parts['pictures']['vault'],
  { report, file }: Looked,
): Promise<FileRef | undefined> {
  const bytes = file === undefined ? undefined : report.seen?.thumbnail;
  return bytes && vault.put(draft.record.id, { name: '看到的地方.jpg', type: 'image/jpeg', bytes }, draft.message.at);
}
