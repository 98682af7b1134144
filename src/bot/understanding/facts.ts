import { type Document, documents } from '../../diagnostics/checklist/documents.ts';
import type { Normalise } from '../../text/normalise.ts';
import type { Facts } from '../facts.ts';
import { connectionIn } from './people/connection.ts';
import { documentsIn } from './people/documents.ts';
import { type FaceStory, faceStoryIn } from './people/face-story.ts';
import { inPersonIn } from './people/in-person.ts';
import { rolesIn, sameHeadIn } from './people/roles.ts';
import { subjectIn } from './people/subject.ts';
import { createPhoneIn } from './phone/phone.ts';
import { readPhoneRules } from './phone/rules.ts';
import { choose } from './places/choose.ts';
import { readPlaceNames } from './places/place-names.ts';
import { createPlaces } from './places/places.ts';

/** What one message says about the case. */
export interface Heard {
  /** Only what it says: no guesses. */
  readonly facts: Facts;
  /** What it tells of face verification, if that is the matter. */
  readonly face: FaceStory;
  /** The places it names, as they are written. */
  readonly places: readonly string[];
}

/** Hears a normalised message; what is known already, and what was just asked for, gives a bare number its meaning. */
export type Hear = (normalised: string, known: Facts, asked?: string) => Heard;

const PHONE_FACTS = ['platform', 'osVersion', 'appVersion', 'appUpToDate'] as const;

/** Reads the words of phones and places from `rulesDir`. Throws a ContentError for a file that cannot be used. */
export async function createHear(rulesDir: string, normalise: Normalise): Promise<Hear> {
  const phoneIn = createPhoneIn(await readPhoneRules(rulesDir));
  const places = createPlaces(await readPlaceNames(rulesDir), normalise);
  return (text, known, asked) => {
    const named = places.placesIn(text);
    const province = choose(text, named)?.province;
    const phone = phoneIn(text, {
      platform: known.platform,
      osVersion: known.osVersion,
      asked: meantBy(text, known, asked),
    });
    return {
      facts: { ...phone, ...(province && { province }), ...peopleIn(text) },
      face: faceStoryIn(text),
      places: named.map((place) => place.text),
    };
  };
}

/** A slip that is owned up to is of the number given last, the system's, whatever was asked since. */
const OWNS_UP = /看错|不对|说错|打错|弄错|搞错|记错|写错|错了|更正|应该是/;

function meantBy(
  text: string,
  { osVersion }: Facts,
  asked: string | undefined,
): (typeof PHONE_FACTS)[number] | undefined {
  if (osVersion !== undefined && asked === 'appUpToDate' && OWNS_UP.test(text)) return 'osVersion';
  return PHONE_FACTS.find((fact) => fact === asked);
}

/** What a message says about people, their documents and their network. */
function peopleIn(text: string): Facts {
  const inPerson = inPersonIn(text);
  const roles = rolesIn(text);
  const sameHead = sameHeadIn(text);
  const subject = subjectIn(text);
  const { now, switched } = connectionIn(text);
  const { there, missing } = documentsIn(text);
  return {
    ...(inPerson !== undefined && { inPerson }),
    ...(roles.length > 0 && { roles }),
    ...(sameHead !== undefined && { sameHead }),
    ...(subject && { subject }),
    ...(now && { connection: now }),
    ...(switched && { switched }),
    ...(there.length + missing.length > 0 && { uploaded: documents.filter((one) => isThere(one, there, missing)) }),
  };
}

/** Of documents that a message leaves out, those are there where it only names what is missing. */
function isThere(one: Document, there: readonly Document[], missing: readonly Document[]): boolean {
  return there.includes(one) || (there.length === 0 && !missing.includes(one));
}

/**
 * What is known after a message. A new phone drops the version of the old one, either way to say a version the other,
 * and a number that turns out to be the APP's ("6.0是app的版本") is not the system's.
 */
export function learn(known: Facts, heard: Facts): Facts {
  const { osVersion, atLeastAndroid5, ...rest } = known;
  const same = heard.platform === undefined || heard.platform === known.platform;
  const said = heard.osVersion !== undefined || heard.atLeastAndroid5 !== undefined;
  const ofTheApp = heard.appVersion !== undefined && heard.appVersion === osVersion;
  return { ...(same && !said && !ofTheApp ? known : rest), ...heard };
}
