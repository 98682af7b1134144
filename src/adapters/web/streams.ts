/** Streams that one talk may hold open on this instance: more than anyone has tabs. */
const MOST = 20;

/** The event streams that are open on this instance, so that they can all be ended. */
export class Streams {
  readonly #open = new Map<string, Set<AbortController>>();
  #ended = false;

  /** What ends a new stream of this talk; undefined where the talk has too many. */
  add(talk: string): AbortController | undefined {
    const streams = this.#open.get(talk) ?? new Set();
    if (streams.size >= MOST) return undefined;
    const stream = new AbortController();
    if (this.#ended) stream.abort();
    this.#open.set(talk, streams.add(stream));
    return stream;
  }

  remove(talk: string, stream: AbortController): void {
    stream.abort();
    const streams = this.#open.get(talk);
    streams?.delete(stream);
    if (streams?.size === 0) this.#open.delete(talk);
  }

  /** Ends them all; a later one ends as soon as it begins. */
  end(): void {
    this.#ended = true;
    for (const streams of this.#open.values()) for (const stream of streams) stream.abort();
  }
}
