import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AnnouncementSchema,
  IncidentSchema,
  RadarSchema,
} from '../../../src/adapters/console/work/radar-schema.ts';
import { t, written } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useMe } from '../me.ts';

export type Incident = z.output<typeof IncidentSchema>;
export type Announcement = z.output<typeof AnnouncementSchema>;
type Radar = z.output<typeof RadarSchema>;

const KEY = ['radar'];
/** An event tells of every change; whoever missed one hears of it a minute later. */
const AGAIN = 60_000;

/** What many people ask at once, and what they are told; nothing for editors. */
export function useRadar(): Radar {
  const { role } = useMe();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => call<Radar>('GET', '/radar'),
    refetchInterval: AGAIN,
    enabled: role !== 'editor',
  });
  return data ?? { incidents: [], announcements: [], heading: '' };
}

interface NewAnnouncement {
  readonly incident: string;
  readonly text: string;
  readonly minutes: number;
}

export function publish(announcement: NewAnnouncement): Promise<Announcement> {
  return changed('', announcement);
}

export function stepOf(id: string, step: 'send' | 'end'): Promise<Announcement> {
  return changed(`/${id}/${step}`);
}

async function changed(path: string, body?: NewAnnouncement): Promise<Announcement> {
  const { announcement } = await call<{ announcement: Announcement }>('POST', `/radar/announcements${path}`, body);
  await queryClient.invalidateQueries({ queryKey: KEY });
  return announcement;
}

/** 第 2 条「非法参数」 */
export function sayWhat({ entry, label }: Incident): string {
  return entry === null ? t('「{label}」', { label }) : t('第 {entry} 条「{label}」', { entry, label: written(label) });
}

/** 平时约 2 人 */
export function sayUsual({ usual }: Incident): string {
  return usual < 1 ? t('平时不到 1 人') : t('平时约 {count} 人', { count: Math.round(usual) });
}

/** The running announcement of an incident: the one for the same entry or error. */
export function runningFor({ kind, entry, error }: Incident, all: readonly Announcement[]): Announcement | undefined {
  return all.find((one) => one.running && (kind === 'error' ? one.error === error : one.entry === entry));
}
