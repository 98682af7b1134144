import { OpenAIEmbeddings } from '@langchain/openai';
import { mask } from '../text/mask.ts';
import { NamedEmbeddings } from './embeddings.ts';

export interface Endpoint {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
}

/** An OpenAI-compatible endpoint in the place of the shipped encoder. What people write leaves this machine masked. */
export class EndpointEmbeddings extends NamedEmbeddings {
  readonly model: string;
  readonly #client: OpenAIEmbeddings;

  constructor({ baseUrl, model, apiKey }: Endpoint) {
    super({});
    this.model = `${baseUrl} ${model}`;
    this.#client = new OpenAIEmbeddings({ model, apiKey: apiKey ?? 'none', configuration: { baseURL: baseUrl } });
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.#client.embedQuery(mask(text));
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#client.embedDocuments(texts);
  }
}
