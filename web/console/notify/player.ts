import { useSyncExternalStore } from 'react';
import type { Sound } from './kinds.ts';
import arrival from './sounds/arrival.wav?url';
import message from './sounds/message.wav?url';
import ring from './sounds/ring.wav?url';

const FILES: Readonly<Record<Sound, string>> = { ring, arrival, message };
/** What counts as somebody having touched the page; a finger counts when it is lifted. */
const GESTURES = ['pointerdown', 'pointerup', 'keydown'] as const;

let context: AudioContext | undefined;
let canPlay = false;
const listeners = new Set<() => void>();
const buffers = new Map<Sound, Promise<AudioBuffer>>();

/** Browsers let a page be heard only after somebody has touched it: waits for that from the start, signing in included. */
export function awaitGesture(): void {
  for (const gesture of GESTURES) window.addEventListener(gesture, unlock, { capture: true });
}

/** Whether a sound would be heard. */
export function useCanPlay(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => canPlay,
  );
}

/** Plays a sound; `volume` is from 0 to 100. Nothing is heard before the page was touched. */
export async function play(sound: Sound, volume: number): Promise<void> {
  if (!context || volume <= 0) return;
  // A telephone call, or a machine that slept, may have stopped it.
  if (context.state !== 'running') await context.resume();
  const source = context.createBufferSource();
  const gain = context.createGain();
  // Ears hear ratios.
  gain.gain.value = (volume / 100) ** 2;
  source.buffer = await bufferOf(sound, context);
  source.connect(gain).connect(context.destination);
  source.start();
}

async function unlock(): Promise<void> {
  try {
    context ??= new AudioContext();
    await context.resume();
  } catch {
    // Without a device to play on it stays as it is.
    return;
  }
  if (context.state !== 'running' || canPlay) return;
  canPlay = true;
  for (const gesture of GESTURES) window.removeEventListener(gesture, unlock, { capture: true });
  for (const listener of listeners) listener();
}

/** Fetched once; again where that failed. */
function bufferOf(sound: Sound, decoding: AudioContext): Promise<AudioBuffer> {
  const known = buffers.get(sound);
  if (known) return known;
  const reading = fetch(FILES[sound])
    .then((response) => response.arrayBuffer())
    .then((bytes) => decoding.decodeAudioData(bytes));
  buffers.set(sound, reading);
  reading.catch(() => buffers.delete(sound));
  return reading;
}
