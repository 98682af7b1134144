import type { z } from 'zod';
import type { AlertsBody } from '../../../src/adapters/console/work/alerts-route.ts';
import type { HandoverSchema } from '../../../src/adapters/console/work/handover-route.ts';
import type { TodaySchema, WallSchema } from '../../../src/adapters/console/work/wall-schema.ts';

/** What the server answers to those who watch over the desk, by its own schemas. */
export type Wall = z.output<typeof WallSchema>;
export type OnWall = Wall['agents'][number];
export type Held = Wall['held'][number];
export type Today = z.output<typeof TodaySchema>;
export type AlertsAnswer = z.output<typeof AlertsBody>;
export type Handover = z.output<typeof HandoverSchema>;
export type Handed = Handover['cases'][number];
