import { OpenAIEmbeddings } from '@langchain/openai';
import { mask } from '../text/mask.ts';
import { NamedEmbeddings } from './embeddings.ts';

export interface Endpoint {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
}

/** A person who asks waits no longer than this before the words alone decide, in milliseconds. */
const PATIENCE = 5_000;
/** The texts of the content take longer, and nobody waits for them. */
const BULK_PATIENCE = 60_000;

/** An OpenAI-compatible endpoint in the place of the shipped encoder. What people write leaves this machine masked. */
export class EndpointEmbeddings extends NamedEmbeddings {
  readonly model: string;
  readonly #queries: OpenAIEmbeddings;
  readonly #documents: OpenAIEmbeddings;

  constructor(endpoint: Endpoint) {
    super({});
    this.model = `${endpoint.baseUrl} ${endpoint.model}`;
    this.#queries = client(endpoint, { timeout: PATIENCE, maxRetries: 0 });
    this.#documents = client(endpoint, { timeout: BULK_PATIENCE, maxRetries: 2 });
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.#queries.embedQuery(mask(text));
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#documents.embedDocuments(texts);
  }
}

function client(
  { baseUrl, model, apiKey }: Endpoint,
  patience: { readonly timeout: number; readonly maxRetries: number },
): OpenAIEmbeddings {
  return new OpenAIEmbeddings({
    ...patience,
    model,
    apiKey: apiKey ?? 'none',
    // Left to itself the client asks for base64, and where a server answers with plain numbers it reads none.
    encodingFormat: 'float',
    configuration: { baseURL: baseUrl },
  });
}
