import { t } from '../../shared/t.ts';
import type { Report } from './reports-queries.ts';
import { sayCount, sayFaster, sayHigher, sayMore, sayPoints, sayShare, sayTime } from './say-figures.ts';

/** The period at a glance, each number against the period before. */
export function Tiles({ report }: { readonly report: Report }) {
  const { volume, endings, reasons, response, feedback, ratings, gaps } = report;
  const queue = response.ways.find(({ way }) => way === 'queue');
  const median = { now: queue?.now.median ?? null, before: queue?.before.median ?? null };
  const mean = (value: number | null) => (value === null ? '—' : value.toFixed(2));
  return (
    <dl className="report-tiles">
      <Tile
        name={t('对话')}
        now={sayCount(volume.conversations.now)}
        before={sayCount(volume.conversations.before)}
        change={sayMore(volume.conversations)}
      />
      <Tile
        name={t('机器人办完')}
        now={sayShare(endings.share.now)}
        before={sayShare(endings.share.before)}
        change={sayPoints(endings.share)}
      />
      <Tile
        name={t('转人工')}
        now={sayCount(reasons.total.now)}
        before={sayCount(reasons.total.before)}
        change={sayMore(reasons.total)}
      />
      <Tile
        name={t('首次响应，中位数')}
        now={sayTime(median.now)}
        before={sayTime(median.before)}
        change={sayFaster(median)}
      />
      <Tile
        name={t('机器人：有帮助')}
        now={sayShare(feedback.share.now)}
        before={sayShare(feedback.share.before)}
        change={sayPoints(feedback.share)}
      />
      <Tile
        name={t('客服：平均分')}
        now={mean(ratings.mean.now)}
        before={mean(ratings.mean.before)}
        change={sayHigher(ratings.mean)}
      />
      <Tile
        name={t('没有答上的问题')}
        now={sayCount(gaps.total.now)}
        before={sayCount(gaps.total.before)}
        change={sayMore(gaps.total)}
      />
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly now: string;
  readonly before: string;
  readonly change: string;
}

/** One number against the one of the period before. */
export function Tile({ name, now, before, change }: TileProps) {
  return (
    <div className="panel report-tile">
      <dt>{name}</dt>
      <dd>
        <b>{now}</b>
        <span>{t('前期 {before}', { before })}</span>
        <span>{change}</span>
      </dd>
    </div>
  );
}
