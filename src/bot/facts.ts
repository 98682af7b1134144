import type { DocumentKind } from '../diagnostics/image/document/document-kind.ts';
import type { IdentityTrace } from '../diagnostics/numbers/identity-trace.ts';

/** What is remembered of a picture. */
export interface KnownPicture {
  /** SHA-256 of the file. */
  readonly hash: string;
  /** Perceptual hash; absent for a file that could not be opened. */
  readonly fingerprint?: string;
  /** Hashes of the lines that were read: cards of two people look alike but for their words. */
  readonly lines?: readonly string[];
  readonly document: DocumentKind;
  readonly verdict: string;
  /** Whether it cannot be uploaded, and no file of ours would help. */
  readonly unusable?: boolean;
  /** Its id in the vault; absent where it was not kept. */
  readonly file?: string;
  /** Share of the frame that the card fills; absent where its outline was not found whole. */
  readonly area?: number;
}

/** One check, when it was made and what came of it. */
export interface StepDone {
  readonly at: string;
  readonly check: string;
  readonly verdict: string;
}

/**
 * What is known for one conversation (product terms of `GET /api/talks/:talk/facts`).
 * Unknown ones are absent; nothing in it is an original identity number.
 */
export interface Facts {
  /** The phone that runs the APP, never the device that the browser names. */
  readonly platform?: 'android' | 'ios' | 'harmony';
  /** `4.4.2` */
  readonly osVersion?: string;
  /** Android only: on which side of 5.0 it is, where the version itself was not said. */
  readonly atLeastAndroid5?: boolean;
  /** `6.7.0` */
  readonly appVersion?: string;
  readonly appUpToDate?: boolean;
  /** Short name: 广东, 内蒙古. */
  readonly province?: string;
  readonly roles?: readonly string[];
  /** Whether the person at the camera is the head of the site in person. */
  readonly inPerson?: boolean;
  /** Failures of the face verification that the person told of. */
  readonly faceAttempts?: number;
  /** Those of them since our advice was given; absent before it was. */
  readonly failuresAfterAdvice?: number;
  /** Whether a 单位 files or a person. */
  readonly subject?: 'unit' | 'person';
  /** Whether 主体负责人 and 网站负责人 are the same person. */
  readonly sameHead?: boolean;
  /** The documents that stand on the upload page as uploaded. */
  readonly uploaded?: readonly string[];
  /** What the phone is on now, as the person says it. */
  readonly connection?: 'wifi' | 'mobile';
  /** Whether the person has already tried another network. */
  readonly switched?: boolean;
  /** Masked: `110105********002X`. */
  readonly idNumber?: string;
  /** What may be kept of the number to judge a correction: never the number. */
  readonly idTrace?: IdentityTrace;
  /** Whether the person agreed that pictures are looked at and kept. */
  readonly consent?: boolean;
  /** The pictures of this conversation, the latest at the end. */
  readonly pictures?: readonly KnownPicture[];
  /** The checks that were made, the latest at the end. */
  readonly steps?: readonly StepDone[];
  /** What the person wants, in their own words, masked. */
  readonly wish?: string;
  /** An error string of the entries that the person quoted. */
  readonly errorText?: string;
  /** Whether the last message met a fault of ours. */
  readonly faulted?: boolean;
  /** Questions in a row that no entry answered. */
  readonly unanswered?: number;
  /** Whether the person said that they no longer want to live: agents see it first. */
  readonly urgent?: boolean;
  /** The entry answered last. */
  readonly entry?: number;
}

/** The facts that the questions of checks may tell. */
const KEYS = new Set<string>([
  'platform',
  'osVersion',
  'atLeastAndroid5',
  'appVersion',
  'appUpToDate',
  'province',
  'inPerson',
  'subject',
  'sameHead',
  'uploaded',
  'connection',
  'switched',
] satisfies (keyof Facts)[]);

/** Of what an answer tells, what a conversation remembers: never a number or a name. */
export function remembered(told: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(Object.entries(told).filter(([key]) => KEYS.has(key)));
}
