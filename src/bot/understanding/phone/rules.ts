import { join } from 'node:path';
import { z } from 'zod';
import { Platform } from '../../../diagnostics/phone-fields.ts';
import { readText } from '../../../knowledge/read-text.ts';
import { readYaml } from '../../../knowledge/read-yaml.ts';

const words = z.array(z.string().min(1)).readonly();

/** `data/rules/android.json`: what API levels, code names and letters of Android stand for. */
const AndroidRules = z.object({
  releases: z.array(
    z.object({
      version: z.string().regex(/^\d+(\.\d+)*$/),
      api: z.array(z.int().positive()),
      names: words.optional(),
      namesAfterAndroid: words.optional(),
      letter: z.string().length(1).optional(),
    }),
  ),
});

/** `data/rules/phones.json`: how people name systems, phones and software with versions of its own. */
const PhoneRules = z.object({
  systems: z.array(z.object({ platform: Platform, names: words })),
  harmonyReleases: z.object({ versions: words }),
  stores: words,
  roms: z.array(z.object({ names: words, platform: Platform.optional() })),
  devices: z.array(
    z.object({
      names: words,
      platform: Platform.optional(),
      notFollowedBy: words.default([]),
      notPrecededBy: words.default([]),
    }),
  ),
  notPhones: words,
  others: words,
  parts: words,
});

export interface Rules {
  readonly android: z.output<typeof AndroidRules>;
  readonly phones: z.output<typeof PhoneRules>;
}

/** Reads both files of `dir` (`data/rules`). Throws a ContentError that names the file and the field. */
export async function readPhoneRules(dir: string): Promise<Rules> {
  const [android, phones] = await Promise.all([
    read(join(dir, 'android.json'), AndroidRules),
    read(join(dir, 'phones.json'), PhoneRules),
  ]);
  return { android, phones };
}

async function read<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> {
  return readYaml(file, await readText(file), schema);
}
