/** The instant (ISO 8601, UTC) so many milliseconds after another. */
export function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** Milliseconds from one instant (ISO 8601) to another; negative where it is the earlier one. */
export function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
