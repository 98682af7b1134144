/** Resolves once the event loop has looked at everything once more: who has hung up meanwhile, what else has come. */
export async function loopWentRound(): Promise<void> {
  // The first ends the turn that it begins in.
  for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
