import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this many bytes an answer fits into the packet that carries its headers. */
const LEAST = 1024;
/**
 * Presses answers together as each client can take them, where their type is one that gets smaller: pictures and archives
 * stay as they are. Event streams never come here, since they write to the socket themselves; built files are pressed
 * when they are built.
 *
 * The size of what is pressed tells something about it (BREACH), which helps whoever can have a secret sent again and
 * again beside words of their own choice. No answer is like that: tokens, one-time passwords and keys are made anew for
 * each answer that holds them, cookies are headers, and browsers send neither for another site's page. The few answers
 * that do hold secrets stay unpressed all the same, by `compress: false` at their routes.
 *
 * Requests are not unpacked: a small one could become as large as it likes.
 */
export async function pressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: LEAST,
    customTypes: () => false,
    globalDecompression: false,
  });
}
