// npm run NAME: installs and builds what is missing, then runs one of the project's tools.
import { build, buildConsole, buildWidget, install, run } from './prepare.mjs';

const [name = '', ...args] = process.argv.slice(2);
install();
if (name === 'check') {
  run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']);
  run('node_modules/typescript/bin/tsc', ['-p', 'web/console/tsconfig.json']);
  run('node_modules/typescript/bin/tsc', ['-p', 'web/widget/tsconfig.json']);
  run('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
} else {
  await build();
  if (name === 'build') {
    buildConsole();
    buildWidget();
  }
  if (name === 'sim') run('node_modules/tsx/dist/cli.mjs', ['test/sim/run/sim.ts', ...args]);
  else if (name === 'bench') run('node_modules/tsx/dist/cli.mjs', ['bench/bench.ts', ...args]);
  else if (name !== 'build') run(`dist/cli/${name}.js`, args);
}
