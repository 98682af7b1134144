// npm test: installs what is missing, builds the front ends that browser tests open, and runs every test.
import { buildConsole, buildWidget, install, run } from './prepare.mjs';

install();
// Before the tests, so that no two of them build side by side.
buildConsole();
buildWidget();
run('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
