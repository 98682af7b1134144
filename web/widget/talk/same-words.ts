/**
 * Whether a line of the service can be what was typed here: it keeps identity and phone numbers masked, so a run of
 * `*` stands for anything as short as a number.
 */
export function sameWords(typed: string, kept: string): boolean {
  if (typed === kept) return true;
  const parts = kept.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length > 1 && new RegExp(`^${parts.join('[^]{1,40}')}$`).test(typed);
}
