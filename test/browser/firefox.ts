import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bidi, openBidi } from './bidi.ts';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/** Firefox: what FIREFOX names, or where systems put it; undefined where there is none. */
export const FIREFOX = process.env.FIREFOX ?? PLACES.find((place) => existsSync(place));

const PREFERENCES = {
  'intl.accept_languages': 'zh-CN, zh',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.auto': false,
};

export interface Firefox {
  readonly bidi: Bidi;
  close(): Promise<void>;
}

/** Starts Firefox without a window and with a profile of its own. */
export async function openFirefox(): Promise<Firefox> {
  if (FIREFOX === undefined) throw new Error('No Firefox found: install one, or set FIREFOX to its path.');
  const profile = await mkdtemp(join(tmpdir(), 'beian-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'];
  const firefox = spawn(FIREFOX, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(firefox, 'exit');
  const bidi = await openBidi(await addressIn(firefox.stderr));
  await bidi.send('session.subscribe', { events: ['log.entryAdded', 'script.realmCreated'] });
  return {
    bidi,
    async close() {
      await bidi.send('browser.close').catch(() => firefox.kill());
      await ended;
      await rm(profile, { recursive: true, maxRetries: 5 });
    },
  };
}

/** Where it listens, which it says on its error output. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
    if (address === undefined) continue;
    // Nobody reads it any more: a full pipe would stop the browser.
    output.resume();
    return address;
  }
  throw new Error('Firefox ended before it listened');
}
