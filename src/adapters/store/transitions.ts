import type { Case } from '../../handoff/case.ts';
import type { AuditEntry } from './audit.ts';

/** What the audit log says of a change: nothing where neither the state nor the owner is another. */
export function transitions(talk: string, at: string, was: Case, next: Case, who: string): readonly AuditEntry[] {
  if (was.state === next.state && was.owner === next.owner) return [];
  const { state: from } = was;
  const { state: to, owner, reason, code, epoch } = next;
  return [{ at, who, what: 'transition', talk, detail: { from, to, owner, reason, code, epoch } }];
}
