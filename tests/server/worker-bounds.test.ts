import { expect, test } from 'vitest';
import { OpinionsReckoner, RECKONING_BOUNDS } from '../../server/use-cases/opinions-reckoner.ts';
import { WorkerFailure } from '../../server/workers/worker-process.ts';
import { upTo } from '../support/log-node.ts';

const TELLING = { secret: false, named: true };

/** Votes of a crowd: who is who, and what each thinks of everything. */
function votes(people: number, claims: number) {
  const participants = upTo(people).map((n) => `m_${n}`);
  const statements = upTo(claims).map((n) => `c_${n}`);
  const cells = Int8Array.from({ length: people * claims }, (_, at) => (at % 7 < 3 ? 1 : -1));
  return [{ participants, statements, cells, totals: null }];
}

test('votes that fill the memory of their reckoning are its failure alone, and the next are reckoned with', async () => {
  const small = new OpinionsReckoner({ ...RECKONING_BOUNDS, memoryMb: 24 });
  await expect(small.reckon(votes(1_500, 900), TELLING)).rejects.toThrow(WorkerFailure);
  const enough = new OpinionsReckoner();
  const { told } = await enough.reckon(votes(20, 10), TELLING);
  expect(told.kind).toBeDefined();
  small.stop();
  enough.stop();
});
