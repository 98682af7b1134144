/** Bytes of pictures that an instance holds at once while they come in and are looked at: room for three full messages. */
const MOST = 256 * 1024 * 1024;

/** How much memory the pictures under way may take together, whoever sends them. */
export class UploadRoom {
  readonly #most: number;
  #taken = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  get taken(): number {
    return this.#taken;
  }

  /** False where there is not so much left. */
  take(bytes: number): boolean {
    if (this.#taken + bytes > this.#most) return false;
    this.#taken += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#taken -= bytes;
  }
}
