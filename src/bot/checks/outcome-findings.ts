import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { OutcomeFinding } from '../message.ts';

/** A finding as machines are told it. */
export function asOutcome({ verdict, severity, evidence, advice, retryable }: Finding): OutcomeFinding {
  return { verdict, severity, evidence, advice, ...(retryable !== undefined && { retryable }) };
}
