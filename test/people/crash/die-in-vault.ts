import type { Vault } from '../../../src/bot/ports.ts';
import type { InVault } from './death.ts';

/** Kills this process as `kill -9` does, some milliseconds after the vault began its operation of that number, from 1. */
export function dieInVault(vault: Vault, { operation, after }: InVault, told: (words: string) => void): Vault {
  let begun = 0;
  const count = (what: string): void => {
    begun += 1;
    if (begun !== operation) return;
    setTimeout(() => {
      told(`vault ${what}`);
      process.kill(process.pid, 'SIGKILL');
    }, after);
  };
  return {
    ...vault,
    put(...given) {
      count('put');
      return vault.put(...given);
    },
    erase(talk) {
      count('erase');
      return vault.erase(talk);
    },
  };
}
