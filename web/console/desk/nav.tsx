import { useLocation } from 'react-router';
import { t } from '../../shared/t.ts';
import { useQueue, useTalks } from '../api/desk-queries.ts';
import { useMe } from '../me.ts';
import { Mark } from '../parts/mark.tsx';
import { NavItem } from './nav-item.tsx';
import { pagesFor } from './pages.ts';
import { pathOf, usePlace } from './place.ts';

/** The lists and the pages: a rail at the side, a bar at the bottom of narrow screens. */
export function Nav() {
  const { role } = useMe();
  const { pathname } = useLocation();
  return (
    <nav className="nav" aria-label={t('客服台')}>
      <Mark />
      {role !== 'editor' && <Lists />}
      {pagesFor(role).map(({ path, icon, label }) => (
        <NavItem key={path} to={`/${path}`} icon={icon} label={label()} isHere={pathname.split('/')[1] === path} />
      ))}
    </nav>
  );
}

function Lists() {
  const { list } = usePlace();
  const { pathname } = useLocation();
  const { data: waiting = [] } = useQueue();
  const { data: tickets = [] } = useTalks('tickets');
  const isAt = (name: typeof list) => list === name && /^\/(talks|tickets|closed)?(\/|$)/.test(pathname);
  return (
    <>
      <NavItem
        to={pathOf('talks')}
        icon="talks"
        label={t('对话')}
        isHere={isAt('talks')}
        count={waiting.length}
        isUrgent
      />
      <NavItem
        to={pathOf('tickets')}
        icon="tickets"
        label={t('留言')}
        isHere={isAt('tickets')}
        count={tickets.length}
      />
      <NavItem to={pathOf('closed')} icon="closed" label={t('已结束')} isHere={isAt('closed')} />
    </>
  );
}
