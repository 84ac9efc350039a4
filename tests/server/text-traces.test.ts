import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Random } from '../simulation/random.ts';
import { recordTrace } from '../support/recorded-trace.ts';
import { replayTrace, type TextTrace } from '../support/text-trace.ts';

/** A folder of recorded editing traces of one's own, replayed as well: `PARLEY_TEXT_TRACES=…`. */
const FOLDER = process.env.PARLEY_TEXT_TRACES;

/** A writer who waits now and then, so that some of what is typed goes out alone and some together. */
function pausing(seed: number, often: number): (transaction: number) => boolean {
  const random = new Random(seed);
  return () => random.chance(often);
}

function expectAll(texts: Record<string, string>, end: string): void {
  for (const [where, text] of Object.entries(texts)) expect(text, where).toBe(end);
}

describe('[TX17] a recorded writing of a source’s text comes to its end everywhere', () => {
  test.each([0.05, 0.5, 1])(
    'a page of sentences in several scripts, pausing after %s of the keys',
    async (often) => {
      const trace = recordTrace(7);
      const { texts, edits } = await replayTrace(trace, pausing(3, often));
      expectAll(texts, trace.endContent);
      expect(edits).toBeGreaterThan(trace.txns.length * often * 0.5);
    },
  );

  test('a long text that is pasted goes in pieces', async () => {
    const pasted = '論據 and 👩‍👩‍👧 proof.\n'.repeat(2_500);
    const trace: TextTrace = {
      startContent: 'Before. After.',
      endContent: `Before. ${pasted}After`,
      txns: [{ patches: [[8, 0, pasted]] }, { patches: [[8 + [...pasted].length + 5, 1, '']] }],
    };
    const { texts, edits } = await replayTrace(trace, () => false);
    expectAll(texts, trace.endContent);
    expect(edits).toBeGreaterThan(4);
  });

  const files = FOLDER ? readdirSync(FOLDER).filter((name) => /\.json(\.gz)?$/.test(name)) : [];
  test.each(files)('%s', { timeout: 600_000 }, async (name) => {
    const trace = readTrace(join(FOLDER ?? '', name));
    const { texts, edits } = await replayTrace(trace, pausing(1, 0.2));
    expectAll(texts, trace.endContent);
    expect(edits).toBeGreaterThan(0);
  });
});

function readTrace(path: string): TextTrace {
  const packed = readFileSync(path);
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(packed) : packed).toString()) as TextTrace;
}
