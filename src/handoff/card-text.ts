import { plain } from '../text/markdown.ts';
import type { CardField } from './case-card.ts';

/** The card as a message (Markdown); empty where nothing is known. */
export function cardText(fields: readonly CardField[]): string {
  if (fields.length === 0) return '';
  return ['我已替您整理：', '', ...fields.map(({ label, value }) => `- **${label}**：${plain(value)}`)].join('\n');
}
