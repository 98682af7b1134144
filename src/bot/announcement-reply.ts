import { chinaDay } from '../text/china-day.ts';
import { chinaTime } from '../text/china-time.ts';
import { plain } from '../text/markdown.ts';
import type { Announcement } from './announcement.ts';
import { deskPhrases } from './desk/desk-phrases.ts';
import type { Reply } from './message.ts';

/** An announcement as people read it: marked as one, with the time it was made; the day, too, where that is another. */
export function announcementReply({ at, text }: Pick<Announcement, 'at' | 'text'>, now: string): Reply {
  const when = chinaTime(at);
  const clock = when.slice(when.indexOf(' ') + 1);
  return { text: deskPhrases.announcement(chinaDay(at) === chinaDay(now) ? clock : when, plain(text)) };
}
