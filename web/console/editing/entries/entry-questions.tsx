import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { t, written } from '../../../shared/t.ts';
import { useDraft } from '../../parts/use-draft.ts';
import { NO_WORK, type Work, workName } from '../gaps/work.ts';
import type { Entry } from '../types.ts';

/** How the entry is asked for: those added here first, each of which can be taken away again. Both ways go through a trial. */
export function EntryQuestions({ entry: { number, questions } }: { readonly entry: Entry }) {
  const id = `entry-${number}`;
  const navigate = useNavigate();
  const [work, keep] = useDraft<Work>(workName(id));
  const own = questions.filter((question) => question.own);
  const shipped = questions.filter((question) => !question.own);
  const voices = [...new Set(shipped.map(({ voice }) => voice))];

  function goOn(next: Partial<Work>): void {
    keep({ ...(work ?? { ...NO_WORK, target: { subject: 'similar', entry: number } }), ...next });
    void navigate(`/knowledge/gaps/${id}`);
  }

  return (
    <section className="panel" aria-label={t('问法')}>
      <div className="panel-head">
        <h3>{t('问法 {count} 个', { count: questions.length })}</h3>
        <Button onClick={() => goOn({ rows: [...(work?.rows ?? []), { text: '', isOn: true }] })}>{t('加问法')}</Button>
      </div>
      {own.length === 0 && (
        <p className="form-hint">{t('还没有自己加的问法。从缺口里加，或者按“加问法”；发布之前会先试一试。')}</p>
      )}
      <ul className="own-questions">
        {own.map(({ text, revision }) => (
          <li key={text}>
            <span>{text}</span>
            <span className="chip">{revision === null ? t('自己加的') : t('第 {revision} 次改动', { revision })}</span>
            <Button
              type="link"
              aria-label={t('拿掉“{text}”', { text })}
              onClick={() => goOn({ remove: [...new Set([...(work?.remove ?? []), text])] })}
            >
              {t('拿掉')}
            </Button>
          </li>
        ))}
      </ul>
      {voices.map((voice) => (
        <Voice key={voice} voice={voice} questions={shipped.filter((question) => question.voice === voice)} />
      ))}
    </section>
  );
}

/** The questions of one tone, folded. */
function Voice({ voice, questions }: { readonly voice: string; readonly questions: Entry['questions'] }) {
  return (
    <details>
      <summary>{t('随项目发布的：{voice}，{count} 个', { voice: written(voice), count: questions.length })}</summary>
      <ul className="plain-list">
        {questions.map(({ text, also }) => (
          <li key={text}>
            {text}
            {also.length > 0 && <small> {t('也算第 {also} 条', { also: also.join(t('、')) })}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
