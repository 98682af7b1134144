import { type ComponentType, lazy } from 'react';
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
export const PAGES: readonly Page[] = [];

/** Loads a page when it is first looked at. */
export function page(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

export function pagesFor(role: Role): readonly Page[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}
