import type { z } from 'zod';

const FENCE = '```';

/** What a model answered, as the JSON that was asked for; undefined for everything else. A fence around it is let pass. */
export function readAnswer<Answer>(text: string, schema: z.ZodType<Answer>): Answer | undefined {
  try {
    return schema.safeParse(JSON.parse(unfenced(text.trim()))).data;
  } catch {
    return undefined;
  }
}

function unfenced(text: string): string {
  if (!text.startsWith(FENCE) || !text.endsWith(FENCE)) return text;
  return text.slice(text.indexOf('\n') + 1, -FENCE.length);
}
