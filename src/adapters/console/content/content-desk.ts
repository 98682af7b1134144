import type { FastifyRequest } from 'fastify';
import type { Assistant } from '../../../bot/assistant.ts';
import type { Checks } from '../../../bot/checks/checks.ts';
import type { Store } from '../../../bot/ports.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { rememberedGroups } from '../../content/gap-groups.ts';
import type { Published } from '../../content/published.ts';
import type { gapReader } from '../../content/read-gaps.ts';
import type { Trials } from '../../content/trials.ts';
import { HttpError } from '../../http-error.ts';
import type { AgentStore } from '../../store/agent-store.ts';
import type { Revision } from '../../store/revision.ts';
import type { Change, Refused } from '../../store/revisions.ts';
import { agentOf } from '../authenticate-agent.ts';
import type { weekReader } from '../reports/weekly/read-week.ts';
import { revisionTitle } from './revision-title.ts';

/** What is ready once the entries are read. */
export interface Answering {
  readonly knowledge: Knowledge;
  readonly checks: Checks;
  readonly assistant: Assistant;
}

/** What editors work with. */
export interface ContentDesk {
  readonly store: Pick<Store, 'gaps'>;
  readonly people: Pick<AgentStore, 'agents' | 'audit' | 'learning' | 'reports' | 'revisions'>;
  readonly clock: () => Date;
  /** Undefined until the entries are read. */
  readonly answering: () => Answering | undefined;
  readonly published: Published;
  readonly trials: Trials;
  readonly readGaps: ReturnType<typeof gapReader>;
  readonly group: ReturnType<typeof rememberedGroups>;
  readonly readWeek: ReturnType<typeof weekReader>;
}

/** Throws a 503 until the entries are read. */
export function answeringOf({ answering }: Pick<ContentDesk, 'answering'>): Answering {
  const now = answering();
  if (!now) throw new HttpError(503, 'not-ready', '还在准备条目，请过一会儿再试。');
  return now;
}

/** How agents are called, by their ids. */
export async function namesOf({ people }: Pick<ContentDesk, 'people'>): Promise<(id: string) => string> {
  const names = new Map((await people.agents.list()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? (id === 'cli' ? '命令行' : id);
}

/** A revision as the console is told of it. */
export function shownRevision(revision: Revision, nameOf: (id: string) => string) {
  const { blockedBy, who, ...rest } = revision;
  const title = revisionTitle(revision);
  return { ...rest, who: nameOf(who), title, undoable: !rest.undone && blockedBy === null };
}

/** Makes a change for whoever calls, applies it, and answers with it. Throws a 409 where it may not be made. */
export async function makeChange(
  desk: ContentDesk,
  request: FastifyRequest,
  change: Omit<Change, 'at' | 'who'>,
): Promise<{ revision: ReturnType<typeof shownRevision>; applied: boolean }> {
  const act = { at: desk.clock().toISOString(), who: agentOf(request).id };
  return answerChange(desk, await desk.people.revisions.change({ ...change, ...act }));
}

/** Applies what was changed, or throws why it was not. */
export async function answerChange(desk: ContentDesk, made: Revision | Refused) {
  const nameOf = await namesOf(desk);
  if ('refused' in made) throw refusal(made, nameOf);
  const applied = await desk.published.apply(PARTS[made.subject]);
  return { revision: shownRevision(made, nameOf), applied };
}

/** What learns of a subject; the others are looked up when they are wanted. */
const PARTS: Readonly<Partial<Record<Revision['subject'], 'knowledge' | 'checks'>>> = {
  similar: 'knowledge',
  outside: 'knowledge',
  links: 'checks',
  releases: 'checks',
  provinces: 'checks',
};

function refusal(made: Refused, nameOf: (id: string) => string): HttpError {
  switch (made.refused) {
    case 'unknown':
      return new HttpError(404, 'unknown', '没有这次改动。');
    case 'same':
      return new HttpError(409, 'same', '和现在一样，没有要改的。');
    case 'undone':
      return new HttpError(409, 'undone', '这次改动已经撤销过了。');
    case 'later': {
      const { id, who } = made.by;
      const what = `改动 ${id}（${nameOf(who)}，${revisionTitle(made.by)}）`;
      return new HttpError(409, 'later', `这之后还有${what}。请先看过它再决定；要撤销更早的，先撤销它。`);
    }
  }
}
