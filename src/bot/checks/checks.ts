import { join } from 'node:path';
import { z } from 'zod';
import { androidVersion } from '../../diagnostics/android-version.ts';
import { AppReleases, appVersion } from '../../diagnostics/app-version.ts';
import type { Diagnostic, Known } from '../../diagnostics/diagnostic.ts';
import { faceVerification } from '../../diagnostics/face-verification.ts';
import { idNumber } from '../../diagnostics/id-number.ts';
import { PictureAdvice } from '../../diagnostics/image/picture-advice.ts';
import { nameCheck } from '../../diagnostics/name-check.ts';
import { network } from '../../diagnostics/network.ts';
import { ownAdvice } from '../../diagnostics/own-advice.ts';
import { provinceRule } from '../../diagnostics/province-rule.ts';
import { ProvinceRules } from '../../diagnostics/provinces/rules.ts';
import { remotePeople } from '../../diagnostics/remote-people.ts';
import { uploadChecklist } from '../../diagnostics/upload-checklist.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { readText } from '../../knowledge/read-text.ts';
import { readYaml } from '../../knowledge/read-yaml.ts';
import { chinaDay } from '../../text/china-day.ts';
import type { Draft } from '../draft.ts';
import { type Link, LinkRules } from '../links.ts';
import { NO_RULES, type RulesOverlay } from './rules-overlay.ts';

/** `data/rules/advice.json`: advice of our own, shown as 建议 and apart from the rules of the entries. */
const Advice = z.strictObject({
  note: z.string(),
  face: z.array(z.string().min(1)).min(1).readonly(),
  network: z.array(z.string().min(1)).min(1).readonly(),
  shooting: z.array(z.string().min(1)).min(1).readonly(),
});

/** The checks of the desk, over the rules that ship. */
export interface Checks {
  byId(id: string): Diagnostic | undefined;
  /** Those that an entry names, in its order. Names of checks that do not exist yet are left out. */
  of(entry: Entry): readonly Diagnostic[];
  /**
   * What a check may know: the facts, the entry it was come from, the day in China, the newest APP on record, and the
   * phone that the browser says it runs on, which is no fact and only shapes a question.
   */
  known(draft: Draft, entry: number): Known;
  /** Advice of our own that goes with the answer of an entry. */
  advice(entry: number): string | undefined;
  readonly provinces: ProvinceRules;
  readonly releases: AppReleases['releases'];
  readonly links: readonly Link[];
  /** Advice of our own for taking a picture again. */
  readonly pictureAdvice: PictureAdvice;
  all(): readonly Diagnostic[];
}

/**
 * Reads the rules of the checks from `rulesDir`, and puts what was set while the service runs over them. Throws a
 * ContentError for a file that cannot be used.
 */
export async function createChecks(rulesDir: string, set: RulesOverlay = NO_RULES): Promise<Checks> {
  const read = async <Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.output<Schema>> => {
    const file = join(rulesDir, name);
    return readYaml(file, await readText(file), schema);
  };
  const shipped = await read('provinces.json', ProvinceRules);
  const provinces = set.others ? { ...shipped, others: set.others } : shipped;
  const advice = await read('advice.json', Advice);
  const pictureAdvice = await read('picture-advice.json', PictureAdvice);
  const releases = set.releases ?? (await read('app-releases.json', AppReleases)).releases;
  const links = (await read('links.json', LinkRules)).links.map((link) => {
    const url = set.links?.[link.name];
    return url === undefined ? link : { ...link, url };
  });
  const all: readonly Diagnostic[] = [
    androidVersion,
    appVersion,
    provinceRule(provinces),
    faceVerification(advice.face),
    network(advice.network),
    remotePeople,
    uploadChecklist,
    idNumber,
    nameCheck,
  ];
  const byId = new Map(all.map((check) => [check.id, check]));
  return {
    byId: (id) => byId.get(id),
    of: ({ checks }) => checks.flatMap((id) => byId.get(id) ?? []),
    known: ({ facts: { idNumber: _masked, ...facts }, message, record }, entry) => {
      const newest = facts.platform && releases[facts.platform]?.version;
      const { phone } = (record.context.device ?? {}) as { readonly phone?: unknown };
      return { ...facts, entry, today: chinaDay(message.at), ...(newest && { newest }), suggested: phone };
    },
    advice: (entry) => {
      const ours = entry === 8 ? advice.face : entry === 5 ? advice.network : entry === 6 ? advice.shooting : undefined;
      return ours && ownAdvice(ours);
    },
    provinces,
    releases,
    links,
    pictureAdvice,
    all: () => all,
  };
}
