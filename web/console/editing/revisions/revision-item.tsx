import { Button } from 'antd';
import { t, written } from '../../../shared/t.ts';
import { timeOf } from '../../times.ts';
import { useNow } from '../../use-now.ts';
import type { Revision } from '../types.ts';
import { useChange } from '../use-change.ts';
import { linesOf } from './lines-of.ts';

export function RevisionItem({ revision }: { readonly revision: Revision }) {
  const { id, at, who, title, note, undoes, undone, undoable } = revision;
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const { isBusy, problem, run } = useChange();
  return (
    <li className="revision">
      <p className="revision-head">
        <b>{written(title)}</b>
        {undone && <span className="chip">{t('已撤销')}</span>}
        {undoes !== null && <span className="chip">{t('撤销第 {id} 次', { id: undoes })}</span>}
      </p>
      <p className="form-hint">
        {t('第 {id} 次改动', { id })} · {who} · <time dateTime={at}>{timeOf(at, now)}</time>
        {note && ` · ${t('备注：{note}', { note })}`}
      </p>
      <Difference revision={revision} />
      {undoable && (
        <Button
          loading={isBusy}
          aria-label={t('撤销第 {id} 次改动', { id })}
          onClick={() => void run('POST', `/content/revisions/${id}/undo`, {}, t('已撤销第 {id} 次改动', { id }))}
        >
          {t('撤销')}
        </Button>
      )}
      <p className="form-problem" role="alert">
        {problem}
      </p>
    </li>
  );
}

/** Lines before somebody unfolds the rest. */
const FIRST = 4;

/** What is no longer there, and what is there instead; what stayed is left out. */
function Difference({ revision: { subject, before, after } }: { readonly revision: Revision }) {
  const [was, is] = [linesOf(subject, before), linesOf(subject, after)];
  const lines = [
    ...was.filter((line) => !is.includes(line)).map((text) => ({ text, isNew: false })),
    ...is.filter((line) => !was.includes(line)).map((text) => ({ text, isNew: true })),
  ];
  const list = (shown: typeof lines) => (
    <ul className="difference">
      {shown.map(({ text, isNew }) => (
        <li key={`${isNew} ${text}`}>
          <span className={isNew ? 'chip chip-good' : 'chip'}>{isNew ? t('现在') : t('原来')}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
  if (lines.length <= FIRST) return list(lines);
  return (
    <>
      {list(lines.slice(0, FIRST))}
      <details>
        <summary>{t('其余 {count} 行', { count: lines.length - FIRST })}</summary>
        {list(lines.slice(FIRST))}
      </details>
    </>
  );
}
