// Brings a clone to the point where it runs: checks Node, installs what is missing, builds what has changed.
// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const root = fileURLToPath(new URL('..', import.meta.url));
const INSTALLED = join(root, 'node_modules', '.beian-installed');
const BUILT = join(root, 'dist', '.built');

/** Installs when the lock file or the Node version changed since the last time. */
export function install() {
  checkNode();
  // Native modules are compiled for one version of Node's interface.
  const wanted = hash(['package-lock.json', 'package.json', '.npmrc'].map(read)) + process.versions.modules;
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return;
  console.error('正在安装依赖，第一次需要一两分钟……');
  const { status } = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error(`\n依赖没有装好（npm ci 的退出码是 ${status}）。\n${missingTools()}`);
    process.exit(1);
  }
  writeFileSync(INSTALLED, wanted);
}

/** Bundles src to dist when a source or a package changed since the last time. */
export async function build() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const wanted = hash([
    ...sources.map((name) => name + read(join('src', name))),
    read('package-lock.json'),
    read(join('scripts', 'bundle.mjs')),
  ]);
  if (existsSync(BUILT) && readFileSync(BUILT, 'utf8') === wanted) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const name of readdirSync(join(root, 'dist'))) {
    if (name !== 'console' && name !== 'widget') rmSync(join(root, 'dist', name), { recursive: true, force: true });
  }
  // Only now: before, nothing may be installed yet.
  const { bundle } = await import('./bundle.mjs');
  await bundle(root);
  writeFileSync(BUILT, wanted);
}

/** What the front ends are made of. The console says hours and provinces by the server's own words, the widget all that the bot says. */
const FRONTS = {
  console: ['web/console', 'src/handoff', 'src/text', 'src/diagnostics/provinces'],
  widget: ['web/widget', 'src/bot', 'src/diagnostics', 'src/handoff', 'src/adapters', 'data/rules'],
};

/** Builds the agents' console, web/console, to dist/console when something of it changed since the last time. */
export function buildConsole() {
  buildFront('console');
}

/** Builds the chat widget, web/widget, to dist/widget likewise, and tells how a page pins it. */
export function buildWidget() {
  const name = buildFront('widget', nameByHash);
  if (name) console.error(`聊天窗口已构建：/${name.file}，integrity="${name.integrity}"`);
}

/** What `after` gives where something was built, undefined where all is up to date. */
function buildFront(name, after = () => undefined) {
  const out = join(root, 'dist', name);
  const stamp = join(out, '.built');
  const files = ['web/shared', ...FRONTS[name]].flatMap((folder) => filesOf(join(...folder.split('/'))));
  const wanted = hash([...files.map((file) => file + read(file)), read('package-lock.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  // Tests have another one, with which React comes in its larger form for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = ['build', '--config', `web/${name}/vite.config.ts`, '--logLevel', 'warn'];
  run('node_modules/vite/bin/vite.js', args, env);
  const made = after(out);
  press(out);
  writeFileSync(stamp, wanted);
  return made;
}

/**
 * `widget-<hash>.js` never changes, so that a page may pin it (Subresource Integrity); `widget.js` only asks for it. Were
 * both the same code, the parts that come later would bring it a second time.
 */
function nameByHash(out) {
  const file = readdirSync(out).find((name) => /^widget-[\w-]+\.js$/.test(name));
  writeFileSync(join(out, 'widget.js'), `import './${file}';\n`);
  const sum = createHash('sha384')
    .update(readFileSync(join(out, file)))
    .digest('base64');
  return { file, integrity: `sha384-${sum}` };
}

/** Leaves beside each file what is sent of it to whoever takes it pressed: Brotli and gzip at their best. */
function press(out) {
  for (const file of filesOf(relative(root, out))) {
    if (!/\.(js|css|svg|json)$/.test(file)) continue;
    const bytes = readFileSync(join(root, file));
    if (bytes.length < 1024) continue;
    writeFileSync(join(root, `${file}.br`), brotliCompressSync(bytes));
    writeFileSync(join(root, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

function filesOf(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Runs a JavaScript file of the project with Node; ends this process with its exit code where it fails. */
export function run(file, args = [], env = process.env) {
  const options = { cwd: root, stdio: 'inherit', env };
  const { status, signal } = spawnSync(process.execPath, [join(root, file), ...args], options);
  if (status !== 0) process.exit(status ?? (signal ? 1 : 0));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `需要 Node.js 20.19 或更新的版本（20、22、24 都可以），现在是 ${process.versions.node}。请从 https://nodejs.org 安装。`,
  );
  process.exit(1);
}

function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') || script?.endsWith('.cjs'))
    return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** What a failed installation most often lacks, with the command that brings it. */
function missingTools() {
  const has = (command) =>
    spawnSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
  const python = has('python3') || has('python');
  const compiler = process.platform === 'win32' ? false : (has('g++') || has('clang++')) && has('make');
  if (python && compiler)
    return '编译工具都在；请看上面 npm 的报错。网络不通时，请检查 npm 的代理设置（npm config get proxy）后再试。';
  const commands = {
    darwin: ['macOS：', 'xcode-select --install'],
    win32: [
      'Windows（管理员终端）：',
      'winget install Python.Python.3.12 && winget install Microsoft.VisualStudio.2022.BuildTools --override "--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"',
    ],
  };
  const [system, command] = commands[process.platform] ?? ['Linux：', linuxCommand(has)];
  const lacks = [...(python ? [] : ['Python 3']), ...(compiler ? [] : ['C++ 编译器'])].join('和');
  return `better-sqlite3 和 hnswlib-node 要在本机编译，缺少${lacks}。请先运行下面的命令，再运行一次 npm start：\n  ${system}\n  ${command}`;
}

function linuxCommand(has) {
  if (has('apt-get')) return 'sudo apt-get install -y python3 make g++';
  if (has('dnf')) return 'sudo dnf install -y python3 make gcc-c++';
  if (has('apk')) return 'sudo apk add python3 make g++';
  if (has('pacman')) return 'sudo pacman -S --needed python make gcc';
  return '用系统的包管理器安装 python3、make 和 g++';
}

function read(name) {
  return readFileSync(join(root, name), 'utf8');
}

function hash(texts) {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\0');
  return sum.digest('hex');
}
