import { parentPort, workerData } from 'node:worker_threads';
import { type FitSettings, type Fittable, fitClassifier } from './fit.ts';
import { packClassifier } from './pack.ts';

/** What a worker is given; what it answers is a number (share done) and at last the packed decision. */
export interface FitJob {
  readonly examples: readonly Fittable[];
  readonly settings: FitSettings;
}

const { examples, settings } = workerData as FitJob;
const classifier = fitClassifier(examples, settings, (share) => parentPort?.postMessage(share));
parentPort?.postMessage(packClassifier(classifier));
