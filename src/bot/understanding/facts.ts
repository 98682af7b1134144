import type { Normalise } from '../../text/normalise.ts';
import type { Facts } from '../facts.ts';
import { createPhoneIn } from './phone/phone.ts';
import { readPhoneRules } from './phone/rules.ts';
import { readPlaceNames } from './places/place-names.ts';
import { createPlaces } from './places/places.ts';

/** What one message says about the case. */
export interface Heard {
  /** Only what it says: no guesses. */
  readonly facts: Facts;
  /** The places it names, as they are written. */
  readonly places: readonly string[];
}

/** Hears a normalised message; what is known already gives a bare number its meaning. */
export type Hear = (normalised: string, known: Facts) => Heard;

const IN_PERSON = /(本人操作|是本人|就是我本人|我本人(刷|核验|操作)|本人在刷)/;
const NOT_IN_PERSON = /(不是本人|非本人|不是我本人|代(他|她|替)|替(他|她|老板|法人)(刷|核验)|帮(他|她|老板)刷)/;
const ROLES = ['法定代表人', '主体负责人', '网站负责人', '核验者'] as const;

/** Reads the words of phones and places from `rulesDir`. Throws a ContentError for a file that cannot be used. */
export async function createHear(rulesDir: string, normalise: Normalise): Promise<Hear> {
  const phoneIn = createPhoneIn(await readPhoneRules(rulesDir));
  const places = createPlaces(await readPlaceNames(rulesDir), normalise);
  return (text, known) => {
    const province = places.provinceIn(text);
    const inPerson = NOT_IN_PERSON.test(text) ? false : IN_PERSON.test(text) ? true : undefined;
    const roles = ROLES.filter((role) => text.includes(`我是${role}`));
    return {
      facts: {
        ...phoneIn(text, { platform: known.platform }),
        ...(province && { province }),
        ...(inPerson !== undefined && { inPerson }),
        ...(roles.length > 0 && { roles }),
      },
      places: places.placesIn(text).map((place) => place.text),
    };
  };
}

/** What is known after a message; a new phone drops the version of the old one, and either way to say a version the other. */
export function learn(known: Facts, heard: Facts): Facts {
  const { osVersion, atLeastAndroid5, ...rest } = known;
  const same = heard.platform === undefined || heard.platform === known.platform;
  const said = heard.osVersion !== undefined || heard.atLeastAndroid5 !== undefined;
  return { ...(same && !said ? known : rest), ...heard };
}
