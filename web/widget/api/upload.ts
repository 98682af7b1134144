import { type Answer, NO_ANSWER, PATIENCE } from './answer.ts';
import { sayProblem } from './say-problem.ts';

export interface Upload {
  readonly token: string;
  readonly form: FormData;
  /** How much of it is there, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Only the answer is missing now. */
  readonly onArrived: () => void;
  readonly signal: AbortSignal;
}

/** Sends a form with pictures and tells how far it is, which `fetch` cannot. Aborted, it comes back without an answer. */
export function upload<Data>(base: string, path: string, options: Upload): Promise<Answer<Data>> {
  const { token, form, onProgress, onArrived, signal } = options;
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout>;
    const patient = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => sending.abort(), PATIENCE);
    };
    sending.upload.addEventListener('progress', ({ loaded, total }) => {
      patient();
      onProgress(total > 0 ? loaded / total : 0);
    });
    sending.upload.addEventListener('load', () => {
      patient();
      onArrived();
    });
    sending.addEventListener('loadend', () => {
      clearTimeout(timer);
      resolve(answerOf<Data>(sending));
    });
    signal.addEventListener('abort', () => sending.abort());
    sending.open('POST', `${base}api/${path}`);
    sending.setRequestHeader('authorization', `Bearer ${token}`);
    patient();
    onProgress(0);
    sending.send(form);
  });
}

function answerOf<Data>(sent: XMLHttpRequest): Answer<Data> {
  const { status } = sent;
  const wait = Number(sent.getResponseHeader('retry-after') ?? 0);
  try {
    const data = JSON.parse(sent.responseText);
    return status === 200 ? { ok: true, data } : { ok: false, status, message: sayProblem(data.error), wait };
  } catch {
    // A page of some proxy, or nothing at all.
    return status === 200 ? NO_ANSWER : { ok: false, status, wait };
  }
}
