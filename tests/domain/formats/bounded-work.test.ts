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

/** Milliseconds of processor time that reading takes, whatever becomes of it: the least of three, for a collector may come between. */
async function leastWorkOf(format: FormatName, bytes: Uint8Array): Promise<number> {
  const tries = [];
  for (let nth = 0; nth < 3; nth += 1) tries.push(await workOf(format, bytes));
  return Math.min(...tries);
}

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
      if ((await workOf(format, of(unit, LONG))) < FLOOR) continue;
      const long = await leastWorkOf(format, of(unit, LONG));
      const short = await leastWorkOf(format, of(unit, LONG / 4));
      expect(long / short, `${JSON.stringify(unit)}: ${short} ms, then ${long} ms`).toBeLessThan(RATIO);
    }
  });
});
