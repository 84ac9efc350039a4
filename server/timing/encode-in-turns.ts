import type { Steps } from '../../domain/collections/steps.ts';
import { finishInTurns } from './finish-in-turns.ts';

/** Encodes texts as UTF-8, one after the other, in short turns; each should take less than a turn. */
export function encodeInTurns(texts: Iterable<string>): Promise<Buffer> {
  return finishInTurns(encodeSteps(texts));
}

function* encodeSteps(texts: Iterable<string>): Steps<Buffer> {
  const encoded: Buffer[] = [];
  for (const text of texts) {
    encoded.push(Buffer.from(text));
    yield;
  }
  return Buffer.concat(encoded);
}
