/** All that editors and supervisors change while the service runs. Words may be added, never taken away: old revisions have them. */
export const SUBJECTS = [
  /** Questions added to an entry; the name is its number. */
  'similar',
  /** Out-of-scope questions that were added; the name is their kind. */
  'outside',
  'links',
  'releases',
  /** What other dated sources say of provinces. */
  'provinces',
  'hours',
  'canned',
  /** An entry was looked over; the name is its number. */
  'review',
  /** A group of gaps that needs nothing; the name is a digest of its questions. */
  'gap',
] as const;

export type Subject = (typeof SUBJECTS)[number];
