import { t } from '../../shared/t.ts';
import { sayCount, sayFaster, sayMore, sayTime } from '../reports/say-figures.ts';
import { Tile } from '../reports/tiles.tsx';
import type { Weekly } from './weekly-queries.ts';

/** The week at a glance, each number against the week before. */
export function WeeklyTiles({ weekly: { turns, gaps, feedback, cases } }: { readonly weekly: Weekly }) {
  const unhelpful = { now: feedback.total.now.unhelpful, before: feedback.total.before.unhelpful };
  return (
    <dl className="report-tiles">
      <Counted name={t('机器人回答')} pair={turns.total} />
      <Counted name={t('没有答上的问题')} pair={{ now: gaps.asked, before: gaps.before }} />
      <Counted name={t('用户说没帮助')} pair={unhelpful} />
      {cases && <Counted name={t('转人工')} pair={cases.reasons.total} />}
      {cases && <FirstAnswer cases={cases} />}
    </dl>
  );
}

function Counted({ name, pair }: { readonly name: string; readonly pair: { now: number; before: number } }) {
  return <Tile name={name} now={sayCount(pair.now)} before={sayCount(pair.before)} change={sayMore(pair)} />;
}

function FirstAnswer({ cases: { response } }: { readonly cases: NonNullable<Weekly['cases']> }) {
  const queue = response.ways.find(({ way }) => way === 'queue');
  const median = { now: queue?.now.median ?? null, before: queue?.before.median ?? null };
  return (
    <Tile
      name={t('首次响应，中位数')}
      now={sayTime(median.now)}
      before={sayTime(median.before)}
      change={sayFaster(median)}
    />
  );
}
