import { expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { meet } from '../support/debate-builder.ts';
import { claim, ownDebate, withTestServer } from '../support/live-debates.ts';
import { startTestServer } from '../support/test-server.ts';

const NOW = Date.now();
withTestServer(() => startTestServer({ now: () => NOW }));

test('[ME1] [ME2] of two meetings that begin in one millisecond, each record has what was added in its own', async () => {
  const { debateId, does } = await ownDebate();
  await does(meet(true), claim('one'), claim('two'), meet(false), claim('between'));
  await does(meet(true), claim('three'), meet(false), claim('after'));
  const added = async (number: string) => {
    const read = await parley().meetings.record(debateId, number, null);
    return read?.ok ? read.record.claims.map(({ claim: { id } }) => id) : null;
  };
  expect([await added('1'), await added('2'), await added('3')]).toEqual([
    ['c_one', 'c_two'],
    ['c_three'],
    null,
  ]);
});
