/** What the person of a talk thought of it. */
export interface Opinions {
  /** Of lines of ours, in order. */
  readonly votes: readonly { readonly seq: number; readonly at: string; readonly helpful: boolean }[];
  /** Of the help as a whole, 1 to 5; null where none was given. `said` is masked. */
  readonly rating: { readonly score: number; readonly said: string | null; readonly at: string } | null;
}

export interface OpinionStore {
  opinionsOf(talk: string): Promise<Opinions>;
  /** Logs that the person took their data along. */
  tookData(talk: string, at: string): Promise<void>;
}
