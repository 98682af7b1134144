import type { Role } from '../store/agent.ts';

/** What people call the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = { agent: '客服', supervisor: '主管', editor: '编辑' };
