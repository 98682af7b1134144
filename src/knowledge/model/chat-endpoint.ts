import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAICompletions } from '@langchain/openai';
import type { Endpoint } from '../endpoint-embeddings.ts';
import { limitedFetch } from './limited-fetch.ts';

/** One question to a model. */
export interface Prompt {
  /** What it is to do, in our words. */
  readonly task: string;
  /** What it is to do it with: data, sent as JSON. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The longest answer, in tokens. */
  readonly tokens: number;
}

/** Gives the text of the answer. Throws for everything else. */
export type Chat = (prompt: Prompt, signal: AbortSignal) => Promise<string>;

/** An OpenAI-compatible chat endpoint, asked once. */
export function chatEndpoint({ baseUrl, model, apiKey }: Endpoint): Chat {
  return async ({ task, data, tokens }, signal) => {
    const chat = new ChatOpenAICompletions({
      model,
      apiKey: apiKey ?? 'none',
      temperature: 0,
      maxTokens: tokens,
      maxRetries: 0,
      configuration: { baseURL: baseUrl, fetch: limitedFetch, maxRetries: 0 },
      modelKwargs: { response_format: { type: 'json_object' } },
    });
    // Not `invoke`: that hands every question to LangSmith where LANGSMITH_TRACING or one of its older names is set.
    const { generations } = await chat._generate([new SystemMessage(task), new HumanMessage(JSON.stringify(data))], {
      signal,
    });
    return generations[0]?.text ?? '';
  };
}
