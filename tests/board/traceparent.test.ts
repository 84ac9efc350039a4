// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { newTraceparent } from '../../app/_board/core/transport/traceparent.ts';
import { traceparentSchema } from '../../domain/protocol/client-messages.ts';

afterEach(() => void delete document.documentElement.dataset.traced);

test('[OP23] a page names a trace with each operation only if its server records traces', () => {
  expect(newTraceparent()).toBeUndefined();
  document.documentElement.dataset.traced = '';
  const [one, other] = [newTraceparent(), newTraceparent()];
  expect(traceparentSchema.parse(one)).toBe(one);
  expect(other).not.toBe(one);
});
