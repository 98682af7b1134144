import { existsSync } from 'node:fs';

/** Reads `.env` of the folder it runs in, where there is one; what the environment says already stays. */
export function loadEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
