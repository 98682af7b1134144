import { t } from '../../shared/t.ts';
import type { Present } from '../api/types.ts';
import { useMe } from '../me.ts';
import { agentName } from '../words.ts';
import { AgentActions } from './agent-actions.tsx';
import type { Colleague } from './manage-queries.ts';
import { roleName } from './role-names.ts';

interface AgentRowProps {
  readonly person: Colleague;
  readonly present: Present | undefined;
  readonly onReset: () => void;
}

export function AgentRow({ person, present, onReset }: AgentRowProps) {
  const { id: me } = useMe();
  const { number, name, role, disabled, mustChange, totp } = person;
  return (
    <tr className={disabled ? 'agent-disabled' : undefined}>
      <td className="agent-who">
        <span className="agent-number">{agentName(number)}</span>
        <b>{name}</b>
        {person.id === me && <span className="chip">{t('您')}</span>}
        {mustChange && !disabled && <span className="chip chip-notice">{t('还没换一次性密码')}</span>}
      </td>
      <td data-label={t('角色')}>{roleName(role)}</td>
      <td data-label={t('现在')}>
        <Now person={person} present={present} />
      </td>
      <td data-label={t('动态码')}>{totp ? t('已开启') : t('没有开启')}</td>
      <td className="agent-actions">
        <AgentActions person={person} onReset={onReset} />
      </td>
    </tr>
  );
}

function Now({ person: { disabled, role }, present }: Pick<AgentRowProps, 'person' | 'present'>) {
  if (disabled) return <span className="chip">{t('帐号已停用')}</span>;
  if (role === 'editor') return <>{t('不接待')}</>;
  const { available = false, load = 0, capacity = 0 } = present ?? {};
  const doing = available
    ? t('接待中，{load} / {capacity} 个对话', { load, capacity })
    : load > 0
      ? t('没有接待，手上还有 {load} 个对话', { load })
      : t('没有接待');
  return available ? <span className="agent-on">{doing}</span> : doing;
}
