import { spokenTraditional } from 'virtual:spoken-traditional';
import { inTraditional } from './manner.ts';
import { createTranslator } from './translator.ts';

export const translate = createTranslator(spokenTraditional, inTraditional);
