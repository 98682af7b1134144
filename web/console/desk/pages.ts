import { type ComponentType, lazy } from 'react';
import { t } from '../../shared/t.ts';
import type { Session } from '../api/types.ts';
import type { IconName } from '../parts/icon.tsx';

type Role = Session['agent']['role'];

/** A view beside the conversations: at `/console/<path>` and whatever lies beneath it. */
export interface Page {
  readonly path: string;
  readonly icon: IconName;
  readonly label: () => string;
  /** Who finds it in the navigation; the server decides who gets its data. */
  readonly roles: readonly Role[];
  readonly View: ComponentType;
}

/** In the order of the navigation. Each is a chunk of its own. */
export const PAGES: readonly Page[] = [
  {
    path: 'wall',
    icon: 'wall',
    label: () => t('大屏'),
    roles: ['supervisor'],
    View: page(async () => (await import('../supervise/wall-page.tsx')).WallPage),
  },
  {
    path: 'handover',
    icon: 'handover',
    label: () => t('交班'),
    roles: ['agent', 'supervisor'],
    View: page(async () => (await import('../supervise/handover-page.tsx')).HandoverPage),
  },
  {
    path: 'reports',
    icon: 'reports',
    label: () => t('报表'),
    roles: ['supervisor'],
    View: page(async () => (await import('../reports/reports-page.tsx')).ReportsPage),
  },
  {
    path: 'knowledge',
    icon: 'knowledge',
    label: () => t('知识'),
    roles: ['editor', 'supervisor'],
    View: page(async () => (await import('../editing/knowledge-page.tsx')).KnowledgePage),
  },
  {
    path: 'weekly',
    icon: 'week',
    label: () => t('周报'),
    roles: ['editor', 'supervisor'],
    View: page(async () => (await import('../weekly/weekly-page.tsx')).WeeklyPage),
  },
  {
    path: 'manage',
    icon: 'people',
    label: () => t('管理'),
    roles: ['supervisor'],
    View: page(async () => (await import('../manage/manage-page.tsx')).ManagePage),
  },
];

/** One's own account: for everybody, at `/console/account`, reached from one's own name. */
export const ACCOUNT = page(async () => (await import('../account/account-page.tsx')).AccountPage);

/** Loads a page when it is first looked at. */
export function page(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

export function pagesFor(role: Role): readonly Page[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}
