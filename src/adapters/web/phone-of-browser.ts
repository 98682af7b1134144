import { UAParser } from 'ua-parser-js';

const SYSTEMS: Readonly<Record<string, 'android' | 'ios' | 'harmony'>> = {
  Android: 'android',
  iOS: 'ios',
  HarmonyOS: 'harmony',
};

/**
 * The system of the phone that a browser says it runs on; undefined on anything else. Never its version: browsers
 * freeze it. It is only ever a suggestion: the person may sit at another device than the phone that runs the APP.
 */
export function phoneOfBrowser(userAgent: string | undefined): 'android' | 'ios' | 'harmony' | undefined {
  return SYSTEMS[new UAParser(userAgent ?? '').getOS().name ?? ''];
}
