import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AnnouncementSchema,
  IncidentSchema,
  RadarSchema,
} from '../../../src/adapters/console/work/radar-schema.ts';
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

export interface NewAnnouncement {
  readonly incident: string;
  readonly text: string;
  readonly minutes: number;
}

export async function publish(announcement: NewAnnouncement): Promise<Announcement> {
  return changed(call<{ announcement: Announcement }>('POST', '/radar/announcements', announcement));
}

export async function sendToAskers(id: string): Promise<Announcement> {
  return changed(call<{ announcement: Announcement }>('POST', `/radar/announcements/${id}/send`));
}

export async function endAnnouncement(id: string): Promise<Announcement> {
  return changed(call<{ announcement: Announcement }>('POST', `/radar/announcements/${id}/end`));
}

async function changed(answer: Promise<{ readonly announcement: Announcement }>): Promise<Announcement> {
  const { announcement } = await answer;
  await queryClient.invalidateQueries({ queryKey: KEY });
  return announcement;
}
