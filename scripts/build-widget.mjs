// Builds the chat widget alone; the browser tests do so before they open it.
import { buildWidget } from './prepare.mjs';

buildWidget();
