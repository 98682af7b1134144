import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { t } from '../../../shared/t.ts';
import { messageOf } from '../../api/api-error.ts';
import { Icon } from '../../parts/icon.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { beginTrial, useTrial } from '../editing-queries.ts';
import { useChange } from '../use-change.ts';
import type { Offer } from './offer.ts';
import { Publish } from './publish.tsx';
import { RowFields } from './row-fields.tsx';
import { TargetField } from './target-field.tsx';
import { TrialResult } from './trial-result.tsx';
import { isTried, NO_WORK, trialOf, type Work, workName } from './work.ts';

interface WorkbenchProps {
  /** A group of gaps, `suggestion-5` for what resolved cases suggest, or `entry-5` for questions of one's own. */
  readonly id: string;
  /** Undefined where it is no longer listed: what was begun goes on all the same. */
  readonly offer: Offer | undefined;
  readonly isLoading: boolean;
}

/** From questions to a published change: which ones, where to, a trial, its figures. All of it is kept until it is done. */
export function Workbench({ id, offer, isLoading }: WorkbenchProps) {
  const [draft, keep] = useDraft<Work>(workName(id));
  const own = /^entry-(\d+)$/.exec(id)?.[1];
  const work = draft ?? offer?.work ?? (own ? ownWork(Number(own)) : undefined);
  const { data: trial, error: trialFault } = useTrial(work?.trial?.id);
  const [isBeginning, setBeginning] = useState(false);
  const [problem, setProblem] = useState<string>();
  const dismissal = useChange();
  const navigate = useNavigate();
  if (!work) {
    return isLoading ? null : (
      <p className="page-empty">
        {t('这一组不在了：可能已经处理，或者有了新的问题、换了分组。')}{' '}
        <Link to="/knowledge/gaps">{t('看其他缺口')}</Link>
      </p>
    );
  }
  const change = (next: Partial<Work>): void => keep({ ...work, ...next });
  const wanted = trialOf(work);
  const isRunning = trial?.state === 'queued' || trial?.state === 'running';
  const isCurrent = isTried(work);

  async function tryOut(): Promise<void> {
    if (!wanted) return;
    setBeginning(true);
    setProblem(undefined);
    try {
      const { id: begun } = await beginTrial(wanted);
      // What was typed meanwhile stays.
      keep((now) => ({ ...(now ?? work ?? NO_WORK), trial: { id: begun, of: wanted } }));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBeginning(false);
    }
  }

  async function dismiss({ path, body, said }: Offer['dismissal']): Promise<void> {
    if (await dismissal.run('POST', path, body, said)) leave();
  }

  function leave(): void {
    keep(undefined);
    void navigate('/knowledge/gaps');
  }

  return (
    <div className="workbench">
      <div className="panel-head">
        <Link className="narrow-back" to="/knowledge/gaps" aria-label={t('回到缺口')}>
          <Icon name="back" />
        </Link>
        <h3>{work.title || t('自己加的问题')}</h3>
        {offer && offer.texts.length > 0 && (
          <Button loading={dismissal.isBusy} onClick={() => void dismiss(offer.dismissal)}>
            {offer.dismissal.label}
          </Button>
        )}
        {draft && (
          <Button type="text" onClick={leave}>
            {t('放弃修改')}
          </Button>
        )}
      </div>
      <Problem text={dismissal.problem} />
      <RowFields work={work} change={change} />
      <TargetField nearest={offer?.nearest ?? []} target={work.target} change={(target) => change({ target })} />
      <div className="form-actions">
        <Button
          type={isCurrent ? 'default' : 'primary'}
          disabled={!wanted || isRunning}
          loading={isBeginning}
          onClick={() => void tryOut()}
        >
          {trial ? t('再试一次') : t('试一试')}
        </Button>
        <span className="form-hint">
          {wanted ? t('先在题库上比较前后，不会影响用户。') : t('选好问题和去处，就可以试。')}
        </span>
      </div>
      <Problem text={problem ?? (trialFault && work.trial !== null ? messageOf(trialFault) : undefined)} />
      {trial && <TrialResult trial={trial} isCurrent={isCurrent} />}
      {trial?.passes && isCurrent && trial.published === null && (
        <Publish trial={trial} note={work.note} change={(note) => change({ note })} onDone={leave} />
      )}
    </div>
  );
}

function Problem({ text }: { readonly text: string | undefined }) {
  return (
    <p className="form-problem" role="alert">
      {text}
    </p>
  );
}

function ownWork(entry: number): Work {
  return { ...NO_WORK, rows: [{ text: '', isOn: true }], target: { subject: 'similar', entry } };
}
