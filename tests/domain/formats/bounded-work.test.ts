import { describe, expect, test } from 'vitest';
import { FormatError } from '../../../domain/formats/format-error.ts';
import { type FormatName, readFormat } from '../../../domain/formats/formats.ts';
import { ADVERSARIAL, UNITS } from '../../support/adversarial.ts';
import { howMany, sampleOf } from '../../support/how-many.ts';

/** Characters of the larger text; the other one is a quarter of it. */
const LONG = howMany(40_000, 120_000);
/** Milliseconds of processor time up to which nothing is compared: so much takes whatever else a machine does. */
const FLOOR = howMany(270, 800);
/** Work that grows as the text does takes four times as long, and that of its square sixteen times. */
const RATIO = 8;

/** How often both texts are read at most: something else on the machine may slow down one reading, hardly all of them. */
const TRIES = 3;

/** Milliseconds of processor time that reading takes, whether the text is accepted or refused. */
async function workOf(format: FormatName, bytes: Uint8Array): Promise<number> {
  const before = process.cpuUsage();
  await readFormat(format, bytes).catch((error: unknown) => {
    if (!(error instanceof FormatError)) throw error;
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const WAYS = Object.entries(ADVERSARIAL).flatMap(([format, ways]) =>
  Object.entries(ways).map(([way, make]) => [format as FormatName, way, make] as const),
);

describe('[FI4] reading takes as long as the text is, whatever it repeats', () => {
  test.each(WAYS)('%s, %s', { timeout: 240_000 }, async (format, _, make) => {
    const of = (unit: string, length: number) => make(unit.repeat(Math.ceil(length / unit.length)));
    for (const unit of sampleOf(UNITS, 30)) {
      let [long, short] = [await workOf(format, of(unit, LONG)), 0];
      if (long < FLOOR) continue;
      for (let tried = 1; ; tried += 1) {
        const again = await workOf(format, of(unit, LONG / 4));
        short = tried === 1 ? again : Math.min(short, again);
        if (long / short < RATIO || tried === TRIES) break;
        long = Math.min(long, await workOf(format, of(unit, LONG)));
      }
      expect(long / short, `${JSON.stringify(unit)}: ${short} ms, then ${long} ms`).toBeLessThan(RATIO);
    }
  });
});
