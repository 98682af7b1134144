import { Link } from 'react-router';
import { Icon, type IconName } from '../parts/icon.tsx';

interface NavItemProps {
  readonly to: string;
  readonly icon: IconName;
  readonly label: string;
  readonly isHere: boolean;
  readonly count?: number;
  readonly isUrgent?: boolean;
}

/** One place of the desk, with how much waits there. */
export function NavItem({ to, icon, label, isHere, count = 0, isUrgent = false }: NavItemProps) {
  return (
    <Link className="nav-item" to={to} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count > 0 && <b className={isUrgent ? 'count count-urgent' : 'count'}>{count > 99 ? '99+' : count}</b>}
    </Link>
  );
}
