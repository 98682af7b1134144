import { parseVersion, refines } from '../../../text/version.ts';
import type { Claim } from './claim.ts';
import { after, before } from './clause.ts';
import { couldBeRelease } from './known-release.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mark, Name } from './mark.ts';
import type { Context } from './phone.ts';
import { type Named, systemOf } from './platform.ts';

interface Known {
  readonly named: Named;
  readonly context: Context;
  readonly lexicon: Lexicon;
}

/** Longest message whose bare number continues the talk ("那5.1呢", "4.2的,很旧了"), in characters. */
const SHORT = 24;
const NEWER_APP = /检查更新|新版本|请(?:您)?(?:先)?升级|(?:升级|更新)(?:阿里云|app)|过低,?请/;
const TELLS = /(?:是|为|显示|写着?|写的|看到?的?|标着|版|号|查到|:)\s*v?$/;

/** Gives the numbers that only 版本 names, or nothing, to the system or the APP where the rest of the message or the talk tells. */
export function resolve(
  text: string,
  marks: readonly Mark[],
  claims: readonly Claim[],
  known: Known,
): readonly Claim[] {
  return claims.map((claim) => {
    if (known.named === 'ios' && isSoftwareOfIphone(text, claim)) return { ...claim, of: 'os', platform: 'ios' };
    if (claim.of !== 'label' && claim.of !== 'alone') return claim;
    if (claim.of === 'label') return labelled(text, marks, claim, known);
    return told(text, marks, claim, known) ?? apart(text, marks, claim, known) ?? bare(text, claim, known);
  });
}

/** An iPhone calls the version of its system 软件版本. */
function isSoftwareOfIphone(text: string, { of, subject, numeral }: Claim): boolean {
  const major = Number.parseInt(numeral.value, 10);
  return of === 'app' && subject !== undefined && text.startsWith('软件版本', subject.start) && major >= 10;
}

/** 版本4.4.2: of the APP where updating it is the talk, else of what was named last and has such a release. */
function labelled(text: string, marks: readonly Mark[], claim: Claim, { named, context, lexicon }: Known): Claim {
  const { value, start, end } = claim.numeral;
  const around = text.slice(Math.max(0, start - 14), end + 24);
  if (context.asked !== 'osVersion' && NEWER_APP.test(around)) return { ...claim, of: 'app' };
  const near = nearest(marks, start) ?? nearestBehind(marks, end);
  if (near?.kind === 'other' || near?.kind === 'rom') return claim;
  if (near?.kind === 'app') return { ...claim, of: 'app', subject: near };
  const platform = near?.platform ?? systemOf(named) ?? context.platform;
  if (context.asked === 'appVersion') return { ...claim, of: 'app' };
  if (platform && couldBeRelease(platform, value, lexicon)) return { ...claim, of: 'os', platform };
  if (context.asked === 'osVersion') return { ...claim, of: 'os', platform };
  const parts = value.split('.').length;
  const system = (['android', 'ios'] as const).some((each) => couldBeRelease(each, value, lexicon));
  return parts === 3 && !system ? { ...claim, of: 'app' } : claim;
}

const MINE_IS = /(?:我的?|手机|它|现在|目前)(?:[就才只]|其实|应该)*(?:是|才|只有) ?$/;
const PHONE_IS = /手机(?:[就才只]|其实|应该)*是 ?$/;
/** A clause that begins so goes on about what the clause before names: 安卓版本写错了,是9不是8. */
const IS_RATHER = /^(?:其实|应该|就)*是 ?$/;

/** A number in the same clause as a phone or the APP, with a verb of telling before it: 安卓手机设置里看到的是8.1. */
function told(
  text: string,
  marks: readonly Mark[],
  claim: Claim,
  { named, context, lexicon }: Known,
): Claim | undefined {
  const { numeral } = claim;
  const phone = systemOf(named) ?? context.platform;
  const ofApp = asksForApp(context);
  const owned = (ofApp ? PHONE_IS : MINE_IS).test(before(text, numeral.start, 10)) && unmeasured(text, claim);
  const rather =
    !ofApp && IS_RATHER.test(before(text, numeral.start, 10)) && /^不是 ?v?\d/.test(after(text, numeral.end, 5));
  if (phone && (owned || rather) && couldBeRelease(phone, numeral.value, lexicon))
    return { ...claim, of: 'os', platform: phone };
  if (numeral.form !== 'dotted') return undefined;
  const lead = before(text, numeral.start, 18);
  if (/(?:升级?|更新?)(?:到|成|至)了?$/.test(lead) && onlyTheApp(marks)) return { ...claim, of: 'app' };
  const near = nearest(marks, numeral.start);
  if (!TELLS.test(lead)) return undefined;
  if (phone && !near && !ofApp && couldBeRelease(phone, numeral.value, lexicon))
    return { ...claim, of: 'os', platform: phone };
  if (!near || near.end < numeral.start - lead.length) return undefined;
  if (near.kind === 'app') return { ...claim, of: 'app', subject: near };
  const { platform } = near;
  if (near.kind === 'os') return { ...claim, of: 'os', subject: near };
  if ((near.kind !== 'system' && near.kind !== 'device') || !platform) return undefined;
  return couldBeRelease(platform, numeral.value, lexicon) ? { ...claim, of: 'os', platform, subject: near } : undefined;
}

/** A dotted number that is a clause of its own (我的4.4.2 · 5.1,安卓) belongs to the one thing that the message names. */
function apart(text: string, marks: readonly Mark[], claim: Claim, { named, lexicon }: Known): Claim | undefined {
  const { start, end, value, form } = claim.numeral;
  const clause = before(text, start, 24) + after(text, end, 24);
  if (form !== 'dotted' || clause.replace(SMALL_WORDS, '') !== '') return undefined;
  if (onlyTheApp(marks)) return { ...claim, of: 'app' };
  const platform = marks.some(({ kind }) => kind === 'app') ? undefined : systemOf(named);
  return platform && couldBeRelease(platform, value, lexicon) ? { ...claim, of: 'os', platform } : undefined;
}

const SMALL_WORDS =
  /我|俺|的|这个|这|那|手机|就|是|个|也|呢|吧|啊|呀|哦|吗|了|左右|版|刚好|正好|不行|行|能|用|[\s:()]/g;

/** A bare number that is the known version says it again; else it means what was asked for; unasked, a dotted one in a short message means the known phone's system. */
function bare(text: string, claim: Claim, { named, context, lexicon }: Known): Claim {
  const { value, form } = claim.numeral;
  const platform = systemOf(named) ?? context.platform;
  if (context.asked === 'osVersion') return { ...claim, of: 'os', platform };
  const again = restated(text, claim, context);
  if (again) return { ...again, of: 'os', platform };
  if (asksForApp(context)) return form === 'dotted' ? { ...claim, of: 'app' } : claim;
  const continues =
    context.platform !== undefined && text.length <= SHORT && form === 'dotted' && unmeasured(text, claim);
  return continues && platform && couldBeRelease(platform, value, lexicon) ? { ...claim, of: 'os', platform } : claim;
}

/** The claim where it says the known version again (5.0不是刚好吗), in the more exact form of both; not where it is all that answers for the APP's. */
function restated(text: string, claim: Claim, { asked, osVersion: known }: Context): Claim | undefined {
  const { numeral } = claim;
  if (known === undefined || (asked === 'appVersion' && text.length <= numeral.end - numeral.start + 2))
    return undefined;
  if (numeral.form !== 'dotted') return undefined;
  const [said, before] = [parseVersion(numeral.value) ?? [], parseVersion(known) ?? []];
  if (refines(before, said)) return { ...claim, numeral: { ...numeral, value: known } };
  return refines(said, before) && said.length > before.length && before.length > 1 ? claim : undefined;
}

function asksForApp({ asked }: Context): boolean {
  return asked === 'appVersion' || asked === 'appUpToDate';
}

function unmeasured(text: string, { numeral }: Claim): boolean {
  return (
    /^(?:$|[\s,。!?;:()的了吗呢吧啊呀呐哦嘛可能行够支老整以])/.test(after(text, numeral.end, 4)) &&
    !/[传图张费钱花约]/.test(before(text, numeral.start, 8))
  );
}

/** Whether the APP is all that the message names. */
function onlyTheApp(marks: readonly Mark[]): boolean {
  const kinds = new Set(marks.filter(isNamed).map(({ kind }) => kind));
  return kinds.has('app') && kinds.size === 1;
}

function nearest(marks: readonly Mark[], at: number): Name | undefined {
  return marks.filter(isNamed).findLast((mark) => mark.end <= at);
}

function nearestBehind(marks: readonly Mark[], at: number): Name | undefined {
  return marks.filter(isNamed).find((mark) => mark.start >= at);
}

/** Whether a mark names something that has versions. */
function isNamed(mark: Mark): mark is Name {
  return NAMED.has(mark.kind);
}

const NAMED: ReadonlySet<Mark['kind']> = new Set(['system', 'device', 'app', 'other', 'rom', 'os']);
