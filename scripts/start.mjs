// npm start: everything from a fresh clone to a running service.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, buildConsole, buildWidget, install, root } from './prepare.mjs';

install();
await build();
buildConsole();
buildWidget();
const service = spawn(process.execPath, [join(root, 'dist', 'main.js')], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));
service.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
