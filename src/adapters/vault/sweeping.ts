import type { Vault } from '../../bot/ports.ts';

/** Milliseconds. */
const HOUR = 60 * 60 * 1000;

/**
 * Sweeps the vault now and every hour, and keeps no process alive for it.
 * Each sweep looks an hour ahead: between two of them nothing outstays its time.
 */
export function keepSwept(vault: Pick<Vault, 'sweep'>, onFault: (error: unknown) => void): { stop(): Promise<void> } {
  const sweep = async (): Promise<void> => {
    try {
      await vault.sweep(new Date(Date.now() + HOUR).toISOString());
    } catch (error) {
      onFault(error);
    }
  };
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweep();
  }, HOUR).unref();
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
