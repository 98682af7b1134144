import { Icon, type IconName } from '../parts/icon.tsx';

interface SeparatorProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly time: string;
}

/** Something that happened, between the lines. */
export function Separator({ icon, title, detail, time }: SeparatorProps) {
  return (
    <div className="separator">
      <Icon name={icon} size={16} />
      <b>{title}</b>
      {detail !== '' && <span>{detail}</span>}
      <time>{time}</time>
    </div>
  );
}
