import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { fix } from '../fix.ts';
import { inspect } from '../inspect.ts';
import { createReader, type Reader } from '../ocr/reader.ts';
import { withCv } from '../opencv.ts';
import { stitch } from '../stitch.ts';
import type { PictureAnswer, PictureJob, PictureResults, PictureWorkerData } from './picture-job.ts';

const { advice, errors } = workerData as PictureWorkerData;

// People who wait for an answer in words go first. Only Linux means the calling thread here; elsewhere it is the process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

let reading: Promise<Reader | undefined> | undefined;

/** The reader, loaded at the first call; undefined on a platform that has no runtime for it: pictures are then judged unread. */
function reader(): Promise<Reader | undefined> {
  reading ??= createReader({ threads: 1 }).catch((error: unknown) => {
    console.error('文字识别没有启动，图片只按画面检查：', error);
    return undefined;
  });
  return reading;
}

/** Milliseconds that were spent on reading text since the job began; a worker has one job at a time. */
let readingMs = 0;

function timed(reader: Reader): Reader {
  return {
    ...reader,
    async read(pixels) {
      const begun = performance.now();
      try {
        return await reader.read(pixels);
      } finally {
        readingMs += performance.now() - begun;
      }
    },
  };
}

async function work(job: PictureJob): Promise<PictureResults[keyof PictureResults]> {
  switch (job.do) {
    case 'warm':
      await Promise.all([reader(), withCv(() => undefined)]);
      return true;
    case 'check': {
      const { bytes, name, today, read, told } = job;
      const eyes = read ? await reader() : undefined;
      return inspect(bytes, {
        today,
        advice,
        errors,
        ...(name !== undefined && { name }),
        ...(told && { told }),
        ...(eyes && { reader: timed(eyes) }),
      });
    }
    case 'fix':
      return fix(job.bytes, job.wish);
    case 'stitch':
      return stitch(job.auxiliary, job.document, job.layout);
  }
}

parentPort?.on('message', async (job: PictureJob) => {
  readingMs = 0;
  const answer: PictureAnswer = await work(job).then(
    (result) => ({ is: 'done', result, readingMs }),
    (error: unknown) => ({ is: 'failed', message: String(error) }),
  );
  parentPort?.postMessage(answer);
});
