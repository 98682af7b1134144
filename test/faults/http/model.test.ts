import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openKnowledge } from '../../../src/knowledge/knowledge.ts';
import { freshFolder } from '../../adapters/store/stores.ts';
import { modelDir, type SmallContent, smallContent } from '../../knowledge/small-content.ts';
import { type Instance, startInstance } from '../../people/instances/instance.ts';
import { serviceOf } from '../../people/instances/service.ts';
import { visitorOf } from '../../people/instances/visitor.ts';

const MODEL = 'models/multilingual-e5-small-zh';
/** For a start on a busy machine, in milliseconds. */
const PATIENCE = 120_000;
const LOW = '句子编码器不可用，现在只按字词判断';

/** The service in a folder of its own, over this content, with the model's files as `prepare` leaves them. */
async function houseWith({ dataDir }: SmallContent, prepare: (models: string) => Promise<void>): Promise<string> {
  const root = await freshFolder();
  await cp('src', join(root, 'src'), { recursive: true });
  await cp('package.json', join(root, 'package.json'));
  for (const name of ['node_modules', 'web', 'tsconfig.json']) await symlink(resolve(name), join(root, name));
  await cp(dataDir, join(root, 'data'), { recursive: true });
  await mkdir(join(root, 'models'));
  await prepare(join(root, MODEL));
  return root;
}

/** Three entries, learnt in a second. */
function content(): SmallContent {
  const small = smallContent();
  onTestFinished(small.remove);
  return small;
}

async function started(root: string, dataDir: string): Promise<Instance> {
  const instance = await startInstance({}, { root, dataDir });
  onTestFinished(instance.remove);
  await instance.origin;
  return instance;
}

/** Asks something as a visitor does, and the service how it is. */
async function asked(instance: Instance) {
  const service = serviceOf([instance]);
  const visitor = await visitorOf(service, 0);
  const { status, body } = await visitor.say(0, '授权书在哪里下载');
  const { body: ready } = await service.ask(0, 'GET', '/readyz');
  return { status, outcome: body.outcome, ready };
}

/** As a clone without Git LFS would leave it. */
async function damaged(models: string): Promise<void> {
  await cp(modelDir, models, { recursive: true });
  await writeFile(join(models, 'model.onnx'), 'version https://git-lfs.github.com/spec/v1\n');
}

it.each([
  ['is missing', async () => {}],
  ['is damaged', damaged],
])(
  'a service whose model %s starts, says so, and answers by words alone',
  async (_how, prepare) => {
    const instance = await started(await houseWith(content(), prepare), await freshFolder());
    expect(instance.printed).toContain(LOW);
    expect(await asked(instance)).toMatchObject({
      status: 200,
      outcome: { kind: 'answer', entry: 12 },
      ready: { ready: true, encoder: 'missing' },
    });
  },
  60_000,
);

it(
  'a service makes anew what was learnt before and is damaged',
  async () => {
    const [small, dataDir] = [content(), await freshFolder()];
    const cacheDir = join(dataDir, 'knowledge');
    const knowledge = await openKnowledge({ dataDir: small.dataDir, modelDir, cacheDir });
    await knowledge.close();
    const learnt = await readdir(cacheDir);
    expect(learnt.length).toBeGreaterThan(1);
    for (const name of learnt) await writeFile(join(cacheDir, name), 'damaged');
    const instance = await started(
      await houseWith(small, (models) => cp(modelDir, models, { recursive: true })),
      dataDir,
    );
    expect(instance.printed).toContain('首次准备');
    expect(instance.printed).not.toContain(LOW);
    expect(await asked(instance)).toMatchObject({
      status: 200,
      outcome: { kind: 'answer', entry: 12 },
      ready: { ready: true, encoder: 'ok' },
    });
    for (const name of learnt) expect((await readFile(join(cacheDir, name))).length).toBeGreaterThan('damaged'.length);
  },
  PATIENCE,
);
