// Builds the agents' console alone; the browser tests do so before they open it.
import { buildConsole } from './prepare.mjs';

buildConsole();
