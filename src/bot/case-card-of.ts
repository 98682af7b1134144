import { type CardField, caseCard } from '../handoff/case-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { DOCUMENT_NAMES } from './pictures/document-names.ts';
import type { TalkRecord } from './talk-record.ts';
import { checkName, verdictName } from './verdict-names.ts';

/** The case card of a conversation, by what is known of it now. */
export function caseCardOf(
  { talk, facts }: Pick<TalkRecord, 'talk' | 'facts'>,
  knowledge: Pick<Knowledge, 'entries'> | undefined,
): readonly CardField[] {
  const { platform, osVersion, appVersion, appUpToDate, roles, inPerson, province } = facts;
  const { errorText, faceAttempts, idNumber, wish, urgent } = facts;
  const entry = knowledge?.entries().get(facts.entry ?? 0)?.title;
  const known = {
    ...{ platform, osVersion, appVersion, appUpToDate, roles, inPerson, province },
    ...{ entry, errorText, faceAttempts, idNumber, wish, urgent },
  };
  const { steps, pictures } = facts;
  return caseCard({
    channel: talk.channel,
    ...(steps && {
      steps: steps.map(({ at, check, verdict }) => ({ at, what: checkName(check), result: verdictName(verdict) })),
    }),
    ...(pictures && {
      pictures: pictures.map(({ document, verdict }) => ({
        document: DOCUMENT_NAMES[document],
        verdict: verdictName(verdict),
      })),
    }),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  });
}

/** What only agents see of it. */
const FOR_AGENTS: ReadonlySet<CardField['key']> = new Set(['urgent']);

/** The card as its person sees it. */
export function cardForPerson(...of: Parameters<typeof caseCardOf>): readonly CardField[] {
  return caseCardOf(...of).filter(({ key }) => !FOR_AGENTS.has(key));
}
