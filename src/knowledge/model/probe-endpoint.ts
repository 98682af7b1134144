import { z } from 'zod';
import type { ModelEndpoint } from '../language-model.ts';
import { chatEndpoint } from './chat-endpoint.ts';
import { limitedFetch } from './limited-fetch.ts';
import { Split, splitPrompt } from './prompts.ts';
import { readAnswer } from './read-answer.ts';

/** How long the one who looks is ready to wait, in milliseconds. */
const PATIENCE = 30_000;
/** Nobody's words: what is sent to see whether the endpoint does what it is there for. */
const QUESTION = '扫码进不去上传页面，另外授权书在哪里下载';

const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Asks an endpoint one question as the service would, and tells what came of it; throws what is wrong, in Chinese. */
export async function probeEndpoint(endpoint: ModelEndpoint): Promise<string> {
  const { model, timeout } = endpoint;
  const names = await modelsOf(endpoint);
  if (names && !names.includes(model)) {
    throw new Error(`服务里没有 ${model} 这个模型，有的是：${names.slice(0, 10).join('、') || '（一个也没有）'}。`);
  }
  const begun = performance.now();
  const text = await chatEndpoint(endpoint)(splitPrompt(QUESTION), AbortSignal.timeout(PATIENCE)).catch(
    (error: unknown) => {
      throw new Error(reasonOf(error, endpoint), { cause: error });
    },
  );
  const took = Math.round(performance.now() - begun);
  if (readAnswer(text, Split) === undefined) throw new Error(`${model} 答了，但不是要求的 JSON，它的回答都不会用上。`);
  if (took > timeout) throw new Error(`${model} 答一个短问题用了 ${took} 毫秒，超过 LLM_TIMEOUT（${timeout}）。`);
  return `${model} 答得上，用了 ${took} 毫秒（LLM_TIMEOUT 是 ${timeout}）。${isOpen(endpoint.baseUrl) ? '地址是 http，路上没有加密。' : ''}`;
}

/** The models that the endpoint has; undefined where it does not tell. */
async function modelsOf({ baseUrl, apiKey }: ModelEndpoint): Promise<readonly string[] | undefined> {
  try {
    const response = await limitedFetch(`${baseUrl.replace(/\/$/, '')}/models`, {
      headers: { authorization: `Bearer ${apiKey ?? 'none'}` },
      signal: AbortSignal.timeout(PATIENCE),
    });
    return Models.parse(await response.json()).data.map(({ id }) => id);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown, { baseUrl, model }: ModelEndpoint): string {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 401 || status === 403) return `服务不让用（${status}）：密钥不对，或者没有用 ${model} 的权限。`;
  if (status === 404) return `服务说没有（404）：地址 ${baseUrl} 或者模型名 ${model} 不对。`;
  if (status === 429) return '服务说太多了（429）：额度用完，或者问得太快。';
  if (typeof status === 'number') return `服务答的是 ${status}。`;
  if (error instanceof Error && /abort|timeout/i.test(`${error.name} ${error.message}`)) {
    return `${PATIENCE / 1000} 秒没有答完。`;
  }
  return `${baseUrl} 连不上。`;
}

/** Whether others could read along on the way to it. */
function isOpen(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'http:' && !/^(?:localhost|127\.|\[::1\])/.test(hostname);
}
