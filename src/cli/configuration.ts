import { readFileSync, writeFileSync } from 'node:fs';
import { configurationPage } from '../configuration.ts';

/** Writes docs/configuration.md anew from the settings and what `.env.example` says of them. */
writeFileSync('docs/configuration.md', configurationPage(readFileSync('.env.example', 'utf8')));
console.log('docs/configuration.md 写好了。');
