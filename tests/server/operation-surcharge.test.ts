import { expect, test } from 'vitest';
import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import { operationSurcharge } from '../../server/limits/event-costs.ts';

function citing(count: number): OperationOf<'claim.cite'> {
  const words = { exact: 'words', prefix: '', suffix: '', start: 0, end: 5 };
  const passages = Array.from({ length: count }, (_, at) => ({ id: `q-${at}-x`, ...words }));
  return { type: 'claim.cite', claimId: 'c-a', sourceId: 's-a', ...(count > 0 && { passages }) };
}

test('[EV9] a citation costs as many operations as it has passages, and one where it has none', () => {
  expect([0, 1, 2, 20].map((count) => 1 + operationSurcharge(citing(count)))).toEqual([1, 1, 2, 20]);
});

test('an operation on many contributions costs one more for every fifty', () => {
  const hiding = (count: number): OperationOf<'content.restore'> => ({
    type: 'content.restore',
    ids: Array.from({ length: count }, (_, nth) => `m-${nth}`),
  });
  expect([1, 49, 50, 1_000].map((count) => operationSurcharge(hiding(count)))).toEqual([0, 0, 1, 20]);
});
