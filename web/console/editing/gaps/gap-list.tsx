import { Link } from 'react-router';
import { t } from '../../../shared/t.ts';
import { timeOf } from '../../times.ts';
import { useNow } from '../../use-now.ts';
import type { GapGroup, Gaps } from '../types.ts';

interface GapListProps {
  readonly gaps: Gaps;
  readonly chosen: string | undefined;
}

/** The groups that want something done first; those that are answered by now stand apart. */
export function GapList({ gaps: { groups, asked, dismissed, by }, chosen }: GapListProps) {
  const open = groups.filter(({ size }) => size > 0);
  const covered = groups.filter(({ size }) => size === 0);
  return (
    <>
      <p className="form-hint">
        {t('共 {asked} 次没有答上，其中 {dismissed} 次已忽略。', { asked, dismissed })}
        {by === 'meaning' ? t('意思相近的归为一组。') : t('字词相近的归为一组。')}
      </p>
      {open.length === 0 && (
        <p className="page-empty">{t('这段时间没有要处理的缺口。用户的问题没有答上时，会按意思归组列在这里。')}</p>
      )}
      <ul className="gap-list">
        {open.map((group) => (
          <GapItem key={group.id} group={group} isChosen={group.id === chosen} />
        ))}
      </ul>
      {covered.length > 0 && (
        <details>
          <summary>{t('现在已经答得上的 {count} 组', { count: covered.length })}</summary>
          <ul className="gap-list">
            {covered.map((group) => (
              <GapItem key={group.id} group={group} isChosen={group.id === chosen} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function GapItem({ group, isChosen }: { readonly group: GapGroup; readonly isChosen: boolean }) {
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const { id, size, covered, talks, lastAt, examples, nearest } = group;
  const [first, ...others] = examples;
  const [closest] = nearest;
  return (
    <li>
      <Link
        className="gap-item"
        to={`/knowledge/gaps/${encodeURIComponent(id)}`}
        aria-current={isChosen ? 'true' : undefined}
      >
        <b className="gap-size">
          {size || covered}
          <span className="hidden">{t('次')}</span>
        </b>
        <span className="gap-text">
          <b>{first?.text}</b>
          {others.length > 0 && <span>{others.map(({ text }) => t('“{text}”', { text })).join(' ')}</span>}
          <span>
            {t('{talks} 个对话，最近 {time}', { talks, time: timeOf(lastAt, now) })}
            {covered > 0 && size > 0 && ` · ${t('另有 {covered} 次现在答得上', { covered })}`}
          </span>
        </span>
        {closest ? (
          <span className="chip">
            {t('近第{entry}条 {sure}', { entry: closest.entry, sure: closest.confidence.toFixed(2) })}
          </span>
        ) : (
          <span className="chip">{t('都不接近')}</span>
        )}
      </Link>
    </li>
  );
}
