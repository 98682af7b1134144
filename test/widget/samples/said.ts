/** A finding as it is told. */
export const said = ({ evidence, advice: then }: { readonly evidence: string; readonly advice: string }) =>
  `${evidence}\n\n${then}`;

/** The day it is in the samples. */
export const TODAY = '2026-11-26';
