import { Link } from 'react-router';
import { useQueue, useTalks } from '../api/desk-queries.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { type ListName, pathOf, usePlace } from './place.ts';

/** The lists: a rail at the side, a bar at the bottom of narrow screens. */
export function Nav() {
  const { list } = usePlace();
  const { data: waiting = [] } = useQueue();
  const { data: tickets = [] } = useTalks('tickets');
  const item = (name: ListName, icon: IconName, label: string, count: number, isUrgent = false) => (
    <Link className="nav-item" to={pathOf(name)} aria-current={list === name ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count > 0 && <b className={isUrgent ? 'count count-urgent' : 'count'}>{count > 99 ? '99+' : count}</b>}
    </Link>
  );
  return (
    <nav className="nav" aria-label="客服台">
      <Mark />
      {item('talks', 'talks', '对话', waiting.length, true)}
      {item('tickets', 'tickets', '留言', tickets.length)}
      {item('closed', 'closed', '已结束', 0)}
    </nav>
  );
}
