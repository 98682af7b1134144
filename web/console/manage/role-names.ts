import { t } from '../../shared/t.ts';
import type { Role } from './manage-queries.ts';

export const ROLES: readonly Role[] = ['agent', 'supervisor', 'editor'];

export function roleName(role: Role): string {
  if (role === 'supervisor') return t('主管');
  return role === 'editor' ? t('编辑') : t('客服');
}

/** What somebody in this role gets to do. */
export function dutiesOf(role: Role): string {
  if (role === 'supervisor') return t('接待对话，看报表，管理人员、服务时间和知识');
  return role === 'editor' ? t('只管知识：看不到用户的对话') : t('接待对话');
}
