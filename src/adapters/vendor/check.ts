/** Something that was looked at of how the service is set up. */
export interface Check {
  /** What was looked at: 钉钉凭证. */
  readonly name: string;
  readonly ok: boolean;
  /** What was found. */
  readonly what: string;
  /** What to do about it, with the name of the setting. */
  readonly todo?: string;
}
