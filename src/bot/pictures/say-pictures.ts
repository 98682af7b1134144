import type { Finding } from '../../diagnostics/diagnostic.ts';
import { sizeText } from '../../diagnostics/image/file-size.ts';
import { verdictOf } from '../../diagnostics/image/judge.ts';
import { FORMAT_NAMES } from '../../diagnostics/image/picture-format.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { sourceOf } from '../answer-text.ts';
import { asOutcome } from '../checks/outcome-findings.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { type FileRef, outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { AFTER_ANSWER } from '../replies.ts';
import { hasNoOther } from '../understanding/has-no-other.ts';
import { nameOf } from './document-names.ts';
import { PICTURES_ENTRY } from './entry.ts';
import type { Looked } from './look.ts';
import { OFFER_CHOICES, offerPerson } from './offer-person.ts';
import { DOCUMENT_CHOICES, isUnsure } from './unsure-document.ts';
import { FIXABLE, isInVain, needsOther } from './unusable.ts';

/** Where the entry says how to go on with a picture that is well. */
const HEED = '注意';
/** Says that the upload itself fails. */
const FAILS =
  /(传|上传|提交|点).{0,4}(不了|不上|不动|不过|不成功|失败|报错|没反应)|(传|上传|提交).{0,6}(报错|失败|出错)/;

export interface Telling {
  /** What is to be said of all of them together, after the last. */
  readonly more?: readonly Finding[];
  /** The same, where it is no finding. */
  readonly note?: string | undefined;
  /** The words beside them, normalised. */
  readonly text?: string;
  /** Whether more is said after them: then only what mends them has a button here. */
  readonly goesOn?: boolean;
  /** Whether the kind may be asked for; default yes. */
  readonly asks?: boolean;
}

/** Tells what was found in pictures that are to be uploaded: each in a bubble of its own. Gives what may be asked next. */
export async function sayPictures(
  turn: Turn,
  { knowledge, pictures }: Parts,
  looked: readonly Looked[],
  { more = [], note, text = '', goesOn = false, asks = true }: Telling = {},
): Promise<Next> {
  const { verdict, findings } = verdictOf([...looked.flatMap(({ report }) => report.findings), ...more]);
  const entry =
    knowledge.entries().get(findings[0]?.entry ?? PICTURES_ENTRY) ?? knowledge.entries().get(PICTURES_ENTRY);
  const asked = asks ? looked.findLast(isUnsure) : undefined;
  const { pictures: known = [] } = turn.draft.facts;
  const isLost =
    looked.some(({ report }) => isInVain(known, report.fileHash)) || (needsOther(findings) && hasNoOther(text));
  const offers = turn.draft.mayOffer && !goesOn && isLost;
  for (const [at, one] of looked.entries()) {
    const last = at === looked.length - 1;
    const marked = await keptThumbnail(turn, pictures.vault, one);
    const parts = [
      looked.length > 1 ? `**第 ${at + 1} 张：${nameOf(one.report)}**` : undefined,
      again(one),
      textOf(one),
      ...(last ? [...more.map(spoken), note] : []),
      last && findings.length === 0 && FAILS.test(text) ? heeded(entry) : undefined,
      one === asked ? phrases.whichDocument : undefined,
      last && offers ? phrases.offer : undefined,
    ];
    await turn.say({
      text: parts.filter(Boolean).join('\n\n'),
      ...(marked && { files: [marked] }),
      ...(entry && { sources: [sourceOf(entry)] }),
      ...(last && withChoices(choicesFor(looked, { goesOn, offers, asks: asked !== undefined }))),
    });
  }
  turn.draft.facts = { ...turn.draft.facts, ...(entry && { entry: entry.number }) };
  const found = findings.map(asOutcome);
  const what = { entry: entry?.number ?? null, diagnostic: 'image', verdict, findings: found };
  if (offers) return offerPerson(turn, what);
  turn.settle(outcome('finding', what));
  return {
    dialog: 'picture',
    state: {
      entry: entry?.number ?? PICTURES_ENTRY,
      verdict,
      findings: found,
      fixable: areFixable(looked),
      ...(asked?.file && { asked: asked.file.id }),
    },
  };
}

function textOf({ report }: Looked): string {
  const { findings, seen } = report;
  const file = seen && `${FORMAT_NAMES[seen.facts.format]}，大小 ${sizeText(seen.facts.bytes)}`;
  if (findings.length === 0) return phrases.pictureOk(nameOf(report), file ?? '') + termOf(report);
  const measured = seen?.document === 'other' && file ? `${phrases.measured(file)}\n\n` : '';
  if (findings.length === 1) return measured + findings.map(spoken).join('');
  return findings.map((finding) => `- ${spoken(finding).replaceAll('\n\n', '')}`).join('\n');
}

/** Until when the document holds, where that was read. */
function termOf({ seen }: Looked['report']): string {
  const to = seen?.fields.validity?.to;
  if (to === undefined) return '';
  return to === 'long' ? phrases.holdsForLong : phrases.holdsUntil(to);
}

export function spoken({ evidence, advice }: Pick<Finding, 'evidence' | 'advice'>): string {
  return `${evidence}\n\n${advice}`.trim();
}

/** What the entry heeds: how to go on where the picture is well and the page does not take it. */
function heeded(entry: Entry | undefined): string | undefined {
  return entry?.sections.find(({ heading }) => heading === HEED)?.text;
}

/** The same picture once more: what was found then, and whether that changed. */
function again({ before, report }: Looked): string | undefined {
  if (!before) return undefined;
  if (before.hash === report.fileHash) return phrases.pictureSame;
  return before.verdict === report.verdict ? phrases.pictureAlike : phrases.pictureChanged;
}

function withChoices(choices: readonly string[]) {
  return choices.length > 0 ? { choices } : {};
}

/** Whether one of them is kept and could be put right. */
function areFixable(looked: readonly Looked[]): boolean {
  return looked.some(({ file, report }) => file && report.findings.some(({ verdict }) => FIXABLE.has(verdict)));
}

function choicesFor(
  looked: readonly Looked[],
  { goesOn, offers, asks }: { readonly goesOn: boolean; readonly offers: boolean; readonly asks: boolean },
): readonly string[] {
  if (offers) return OFFER_CHOICES;
  if (asks) return DOCUMENT_CHOICES;
  return [
    ...(areFixable(looked) ? [phrases.fixIt] : []),
    ...(looked.filter(({ file }) => file !== undefined).length > 1 ? [phrases.stitchIt] : []),
    ...(goesOn ? [] : AFTER_ANSWER),
  ];
}

async function keptThumbnail(
  { draft }: Turn,
  vault: Parts['pictures']['vault'],
  { report, file }: Looked,
): Promise<FileRef | undefined> {
  const bytes = file === undefined ? undefined : report.seen?.thumbnail;
  return bytes && vault.put(draft.record.id, { name: '看到的地方.jpg', type: 'image/jpeg', bytes }, draft.message.at);
}
