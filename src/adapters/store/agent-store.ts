import type { Kysely } from 'kysely';
import { type Secrets, secrets } from './agent-secrets.ts';
import { type Agents, agents } from './agents.ts';
import { type Audit, audit } from './audit.ts';
import { type Learning, learning } from './learning.ts';
import { type Reports, reports } from './reports.ts';
import { type Revisions, revisions } from './revisions.ts';
import { type Sessions, sessions } from './sessions.ts';
import { type Failures, signInFailures } from './sign-in-failures.ts';
import { givenStorable } from './storable.ts';
import type { Tables } from './tables.ts';

/** What is known of the people of the desk, what they did, and what they changed. */
export interface AgentStore {
  readonly agents: Agents & Secrets;
  readonly sessions: Sessions;
  readonly failures: Failures;
  readonly audit: Audit;
  readonly revisions: Revisions;
  readonly reports: Reports;
  readonly learning: Learning;
}

export function agentStore(db: Kysely<Tables>): AgentStore {
  return {
    agents: givenStorable({ ...agents(db), ...secrets(db) }),
    sessions: givenStorable(sessions(db)),
    failures: givenStorable(signInFailures(db)),
    audit: givenStorable(audit(db)),
    revisions: givenStorable(revisions(db)),
    reports: reports(db),
    learning: learning(db),
  };
}
