import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { probeEndpoint } from '../../knowledge/model/probe-endpoint.ts';
import { checking } from './checking.ts';

/** Whether the language model, where one is set, does what it is there for. Without it everything goes on. */
export async function checkLanguageModel({ languageModel }: Pick<Config, 'languageModel'>): Promise<readonly Check[]> {
  if (!languageModel) return [];
  const todo =
    '请核对 LLM_BASE_URL、LLM_MODEL、LLM_API_KEY；服务慢的可以把 LLM_TIMEOUT 设大一些，或者换一个小些的模型。没有它照常回答，用的是条目原文。';
  return [await checking('语言模型', todo, () => probeEndpoint(languageModel))];
}
