import { createRequire } from 'node:module';
import type OpenCv from '@techstark/opencv-js';

export type Cv = typeof OpenCv;

let module: Cv | undefined;
let ready: Promise<void> | undefined;

/**
 * OpenCV, loaded at the first call (2 s, WebAssembly). The module must never
 * be what a promise resolves with: it is thenable and would hang; so this
 * takes what is to be done with it.
 */
export async function withCv<T>(use: (cv: Cv) => T): Promise<T> {
  ready ??= load();
  await ready;
  return use(module as Cv);
}

function load(): Promise<void> {
  return new Promise((resolve, reject) => {
    try {
      const cv = createRequire(import.meta.url)('@techstark/opencv-js') as Cv & { onRuntimeInitialized?: () => void };
      module = cv;
      if (cv.Mat) resolve();
      else cv.onRuntimeInitialized = () => resolve();
    } catch (error) {
      reject(error);
    }
  });
}
