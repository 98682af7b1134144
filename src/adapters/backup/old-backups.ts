import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../unless-missing.ts';

const DAY = 24 * 3_600_000;

/** `beian-20260302T060000Z`. */
export function nameAt(at: Date): string {
  return `beian-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** The back-ups of a folder, oldest first. */
export async function backupsIn(folder: string): Promise<readonly { readonly name: string; readonly at: Date }[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.sort().flatMap((name) => {
    const at = timeOf(name);
    return at && !name.endsWith('.part') ? [{ name, at }] : [];
  });
}

/** Removes what is older than so many days, and what was broken off a day ago or earlier. Gives the names. */
export async function removeOld(folder: string, days: number, now: Date): Promise<readonly string[]> {
  const names = await readdir(folder);
  const old = names.sort().filter((name) => {
    const at = timeOf(name);
    const most = name.endsWith('.part') ? 1 : days;
    return at !== undefined && now.getTime() - at.getTime() > most * DAY;
  });
  for (const name of old) await rm(join(folder, name), { recursive: true, force: true });
  return old;
}

function timeOf(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second] =
    /^beian-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:\.part)?$/.exec(name) ?? [];
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
