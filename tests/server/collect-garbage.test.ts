import { expect, test } from 'vitest';
import { collectGarbage } from '../../server/timing/collect-garbage.ts';

/** Refers to something that nothing else refers to. */
function refersAlone(): WeakRef<object> {
  return new WeakRef({ part: 'left' });
}

test('garbage is freed, and everything else kept', async () => {
  const kept = { part: 'kept' };
  const [left, still] = [refersAlone(), new WeakRef(kept)];
  // Until the end of the turn that made it, nothing is freed.
  await new Promise((resolve) => setImmediate(resolve));
  await collectGarbage();
  expect(left.deref()).toBeUndefined();
  expect(still.deref()).toBe(kept);
});
