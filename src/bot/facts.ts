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
  readonly faceAttempts?: number;
  /** Masked: `110105********002X`. */
  readonly idNumber?: string;
  /** An error string of the entries that the person quoted. */
  readonly errorText?: string;
  /** The entry answered last. */
  readonly entry?: number;
}
