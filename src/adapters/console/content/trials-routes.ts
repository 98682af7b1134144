import { z } from 'zod';
import { CONTENT, nameOf, textsAfter } from '../../content/proposal.ts';
import type { Trial } from '../../content/trials.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { agentOf } from '../authenticate-agent.ts';
import { answeringOf, type ContentDesk, makeChange, namesOf } from './content-desk.ts';
import { proposalOf } from './proposal-of.ts';
import { ChangedAnswer } from './revision-schema.ts';
import { PublishBody, TrialBegun, TrialBody, TrialSchema } from './trial-schema.ts';

const TrialParams = z.object({ id: z.string() });

export function trialsRoutes(scope: Http, desk: ContentDesk): void {
  const known = async (id: string): Promise<Trial> => {
    const trial = await desk.trials.find(id);
    if (!trial) throw new HttpError(404, 'unknown', '没有这次试加：服务重启过，或者时间太久。请再试一次。');
    return trial;
  };

  scope.post(
    '/trials',
    {
      schema: {
        tags: ['content'],
        summary: '试加问题：在后台学一遍，在题库上比较前后',
        security: WITH_SESSION,
        body: TrialBody,
        response: { 202: TrialBegun, ...problems(400, 401, 403, 404, 409, 429, 503) },
      },
    },
    async (request, reply) => {
      const { knowledge } = answeringOf(desk);
      const proposal = proposalOf(request.body, knowledge, desk.published.now().overlay);
      const act = { at: desk.clock().toISOString(), by: agentOf(request).id };
      const trial = desk.trials.begin(proposal, act);
      if (!trial) throw new HttpError(429, 'busy', '已经有几次试加在排队，请等它们做完再试。');
      // Another instance may be asked for it next.
      await desk.trials.told();
      return reply.code(202).send({ id: trial.id });
    },
  );

  scope.get(
    '/trials/:id',
    {
      schema: {
        tags: ['content'],
        summary: '一次试加做到哪里，结果怎样',
        security: WITH_SESSION,
        params: TrialParams,
        response: { 200: TrialSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => shownTrial(await known(request.params.id), await namesOf(desk)),
  );

  scope.post(
    '/trials/:id/publish',
    {
      schema: {
        tags: ['content'],
        summary: '发布一次通过的试加',
        security: WITH_SESSION,
        params: TrialParams,
        body: PublishBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request) => {
      const { knowledge } = answeringOf(desk);
      const trial = await known(request.params.id);
      const reason = reasonToWait(trial, knowledge.key());
      if (reason) throw new HttpError(409, ...reason);
      const changed = await makeChange(desk, request, {
        subject: trial.proposal.subject,
        name: nameOf(trial.proposal),
        after: given(textsAfter(desk.published.now().overlay, trial.proposal)),
        base: { subjects: CONTENT, id: trial.base },
        note: request.body.note,
      });
      await desk.trials.publishedAs(trial.id, changed.revision.id);
      return changed;
    },
  );
}

/** Why a trial cannot be published; undefined where it can. */
function reasonToWait(
  { state, judgement, published }: Trial,
  key: string,
): [code: string, message: string] | undefined {
  if (published !== undefined) return ['published', `这次试加已经发布成改动 ${published}。`];
  if (state === 'failed') return ['failed', '这次试加没有做成，请再试一次。'];
  if (!judgement) return ['not-finished', '这次试加还没有做完，请稍等。'];
  if (judgement.why.length > 0) return ['not-passed', `这次试加没有通过：${judgement.why.join('')}`];
  if (judgement.learnt !== key) return ['later', '试加之后内容又改过，请再试一次。'];
  return undefined;
}

/** No text at all is as if nothing had been set. */
function given(texts: readonly string[]): { readonly texts: readonly string[] } | null {
  return texts.length === 0 ? null : { texts };
}

function shownTrial(trial: Trial, nameOfAgent: (id: string) => string) {
  const { id, at, by, proposal, state, share, judgement, fault, published } = trial;
  const { texts, remove, subject } = proposal;
  return {
    ...{ id, at, by: nameOfAgent(by), subject, name: nameOf(proposal), texts, remove, state, share },
    before: judgement?.before ?? null,
    after: judgement?.after ?? null,
    noise: judgement?.noise ?? null,
    wanted: judgement?.wanted ?? [],
    changed: judgement?.changed ?? [],
    passes: judgement ? judgement.why.length === 0 : null,
    why: judgement?.why ?? (fault === undefined ? [] : [`没有做成：${fault}`]),
    published: published ?? null,
  };
}
