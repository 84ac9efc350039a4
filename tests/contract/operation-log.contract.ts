import { afterAll, beforeAll, describe } from 'vitest';
import { describeErasing } from './erasing.contract.ts';
import type { LogUnderTest } from './log-under-test.ts';
import { describeReading, describeSearching } from './reading.contract.ts';
import { describeSnapshots } from './snapshots.contract.ts';
import { describeTwoNodes } from './two-nodes.contract.ts';
import { describeAppending, describeMaking } from './writing.contract.ts';

/** The contract of every operation log. */
export function describeOperationLog(name: string, start: () => Promise<LogUnderTest>): void {
  describe(`the operation log in ${name}`, () => {
    let tested: LogUnderTest;
    beforeAll(async () => {
      tested = await start();
    });
    afterAll(() => tested?.stop());

    const parts = [
      describeMaking,
      describeAppending,
      describeReading,
      describeSearching,
      describeErasing,
      describeSnapshots,
      describeTwoNodes,
    ];
    for (const part of parts) part(() => tested);
  });
}
