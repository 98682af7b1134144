// npm test: installs what is missing and runs every test.
import { install, run } from './prepare.mjs';

install();
run('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
