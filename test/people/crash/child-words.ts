import type { InVault } from './death.ts';

/** What a desk's process and whoever started it say to each other. */

export interface Begin {
  readonly folder: string;
  /** Which life of the desk this is, from 0. */
  readonly life: number;
  /** When the fast clock began, in milliseconds of the epoch. */
  readonly began: number;
  /** It dies at that statement of the database; lives until it is killed where left out. */
  readonly dieAt?: number;
  /** It dies amid that operation of the vault. */
  readonly dieIn?: InVault;
}

export type ToChild = Begin | 'close';

export type FromChild =
  /** Everything is loaded; it waits for `Begin`. */
  | { readonly is: 'loaded' }
  | { readonly is: 'listening'; readonly life: number; readonly origin: string }
  /** A line has arrived at the push channel, whose answer is still to come. */
  | { readonly is: 'arrived' }
  /** A sign of life, twenty times a second, with how many lines are under way. */
  | { readonly is: 'tick'; readonly underWay: number }
  | { readonly is: 'fault'; readonly what: string };
