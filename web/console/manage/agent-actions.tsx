import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { queryClient } from '../api/query-client.ts';
import { useMe } from '../me.ts';
import { Icon } from '../parts/icon.tsx';
import { useToasts } from '../parts/toast.tsx';
import { type Colleague, changeColleague, type Role } from './manage-queries.ts';
import { ROLES, roleName } from './role-names.ts';

interface AgentActionsProps {
  readonly person: Colleague;
  readonly onReset: () => void;
}

/** What a supervisor can do about somebody. What is done can be undone, but for a new password. */
export function AgentActions({ person, onReset }: AgentActionsProps) {
  const { id, name, role, disabled } = person;
  const { id: me } = useMe();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  async function change(next: { readonly role?: Role; readonly disabled?: boolean }, said: string): Promise<void> {
    const before = next.role === undefined ? { disabled } : { role };
    setBusy(true);
    try {
      await changeColleague(id, next);
      // Whoever gives away their own rights cannot take them back.
      if (id === me) await queryClient.invalidateQueries({ queryKey: ['session'] });
      toasts.done(said, id === me ? undefined : () => changeColleague(id, before));
    } catch (error) {
      toasts.failed(error);
    } finally {
      setBusy(false);
    }
  }

  const roles = ROLES.filter((one) => one !== role).map((one) => ({
    key: one,
    label: t('改为{role}', { role: roleName(one) }),
    onClick: () => void change({ role: one }, t('{name} 现在是{role}', { name, role: roleName(one) })),
  }));
  // One's own would end the session before the new password is read.
  const reset = { key: 'reset', label: t('重置密码'), onClick: onReset };
  const able = disabled
    ? {
        key: 'enable',
        label: t('重新启用'),
        onClick: () => void change({ disabled: false }, t('{name} 可以登录了', { name })),
      }
    : {
        key: 'disable',
        label: t('停用帐号'),
        danger: true,
        onClick: () => void change({ disabled: true }, t('{name} 已停用，手上的对话已转给别人', { name })),
      };
  return (
    <Dropdown trigger={['click']} menu={{ items: [...roles, ...(id === me ? [] : [reset]), able] }}>
      <Button type="text" loading={isBusy} icon={<Icon name="more" />} aria-label={t('对{name}的操作', { name })} />
    </Dropdown>
  );
}
