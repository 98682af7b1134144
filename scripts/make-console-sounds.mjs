// Makes the console's sounds, web/console/notify/sounds/*.wav: short and calm, a few sines that fade, nothing sampled.
// `node scripts/make-console-sounds.mjs` writes the same bytes every time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../web/console/notify/sounds/', import.meta.url));
/** Samples a second: no partial of these notes is above 3 kHz. */
const RATE = 11_025;
/** Each partial of a note: how many times its frequency, how loud, and how fast it fades beside the first one. */
const PARTIALS = [
  { times: 1, loud: 1, fades: 1 },
  { times: 2, loud: 0.22, fades: 1.7 },
  { times: 3, loud: 0.06, fades: 2.6 },
];
/** Seconds until a note is at its loudest: without them it would click. */
const ATTACK = 0.012;
/** Seconds in which all has faded at the end. */
const RELEASE = 0.04;

/** Notes by their beginning in seconds, frequency in Hz, loudness, and the seconds in which they fade to a third. */
const SOUNDS = {
  // Three notes that rise, and rest on the last one: it rings for you.
  ring: {
    lasts: 0.88,
    notes: [
      { at: 0, hertz: 587.33, loud: 0.5, fades: 0.16 },
      { at: 0.14, hertz: 739.99, loud: 0.5, fades: 0.16 },
      { at: 0.28, hertz: 880, loud: 0.55, fades: 0.22 },
    ],
  },
  // Two notes, a fourth apart: somebody has come.
  arrival: {
    lasts: 0.7,
    notes: [
      { at: 0, hertz: 523.25, loud: 0.45, fades: 0.14 },
      { at: 0.15, hertz: 698.46, loud: 0.45, fades: 0.2 },
    ],
  },
  // One soft note: a line of somebody you know.
  message: { lasts: 0.4, notes: [{ at: 0, hertz: 659.25, loud: 0.4, fades: 0.11 }] },
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, sound] of Object.entries(SOUNDS)) {
  const bytes = wavOf(samplesOf(sound));
  writeFileSync(`${FOLDER}${name}.wav`, bytes);
  console.log(`${name}.wav  ${bytes.length} bytes`);
}

/** Samples of a sound, each from -1 to 1. */
function samplesOf({ lasts, notes }) {
  return Float64Array.from({ length: Math.round(lasts * RATE) }, (_, nth) => {
    const now = nth / RATE;
    const release = Math.min(1, (lasts - now) / RELEASE);
    return release * notes.reduce((sum, note) => sum + noteAt(note, now - note.at), 0);
  });
}

function noteAt({ hertz, loud, fades }, since) {
  if (since < 0) return 0;
  const attack = Math.min(1, since / ATTACK);
  const partial = (one) =>
    one.loud * Math.exp((-since * one.fades) / fades) * Math.sin(2 * Math.PI * hertz * one.times * since);
  return loud * attack * PARTIALS.reduce((sum, one) => sum + partial(one), 0);
}

/** A WAV file: one channel, 16 bits a sample. */
function wavOf(samples) {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, nth) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + nth * 2);
  });
  return bytes;
}
