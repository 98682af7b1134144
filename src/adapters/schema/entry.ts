import { z } from 'zod';

export const PublicEntry = z
  .object({
    number: z.int(),
    title: z.string(),
    sections: z.array(z.object({ heading: z.string(), text: z.string() }).readonly()).readonly(),
    source: z.object({ title: z.string(), date: z.string() }).readonly(),
  })
  .readonly()
  .meta({ id: 'Entry', description: '一个条目，和来源里写的一样' });
