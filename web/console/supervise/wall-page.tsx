import '../styles/supervise.css';
import { Button, Skeleton } from 'antd';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { useQueue } from '../api/desk-queries.ts';
import { AgentsPanel } from './agents-panel.tsx';
import { useToday, useWall } from './supervise-queries.ts';
import { TodayPanel } from './today-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';
import { WallHead } from './wall-head.tsx';
import { WallTiles } from './wall-tiles.tsx';

/** What supervisors watch: who waits, who is there with what, what the day came to so far. */
export function WallPage() {
  const wall = useWall();
  const today = useToday();
  const queue = useQueue();
  const problem = wall.error ?? today.error ?? queue.error;
  return (
    <div className="wall">
      <WallHead wall={wall.data} />
      {problem !== null && (
        <p className="list-problem" role="alert">
          {messageOf(problem)}
          <Button onClick={() => void Promise.all([wall.refetch(), today.refetch(), queue.refetch()])}>
            {t('重试')}
          </Button>
        </p>
      )}
      <WallTiles wall={wall.data} today={today.data} waiting={queue.data} />
      <div className="wall-panels">
        <section className="panel" aria-labelledby="wall-waiting">
          <h3 id="wall-waiting">{t('等待中')}</h3>
          {wall.data && queue.data ? (
            <WaitingPanel wall={wall.data} waiting={queue.data} />
          ) : (
            <Skeleton active title={false} paragraph={{ rows: 4 }} />
          )}
        </section>
        <section className="panel" aria-labelledby="wall-agents">
          <h3 id="wall-agents">{t('谁在岗')}</h3>
          {wall.data ? <AgentsPanel wall={wall.data} /> : <Skeleton active title={false} paragraph={{ rows: 4 }} />}
        </section>
      </div>
      <section className="panel" aria-labelledby="wall-today">
        <h3 id="wall-today">{t('今天到现在')}</h3>
        {today.data ? <TodayPanel today={today.data} /> : <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      </section>
    </div>
  );
}
