import { expect, test } from 'vitest';
import { type Outbox, packOutbox, unsentByDebate } from '#domain/sync/outbox.ts';
import { Tab } from '../../simulation/tab.ts';
import { aDebate, newClaim } from '../../support/debate-builder.ts';

/** The outbox that a closed tab of someone has kept in a debate, with so many claims. */
function keptOf(debateId: string, who: string, claims: number): Outbox {
  const tab = new Tab(aDebate(), who);
  for (const name of Array.from({ length: claims }, (_, at) => `n${at}`)) tab.asks(newClaim(name, 'c-a'));
  return packOutbox(debateId, tab.replica, { id: `tab-${who}`, seq: claims }, []) ?? expect.fail('nothing');
}

test('[SY14] unsent changes in a browser are counted by debate, for the person asked about alone', () => {
  const kept = [
    keptOf('one', 'dana', 2),
    keptOf('one', 'dana', 1),
    keptOf('one', 'emil', 4),
    keptOf('two', 'emil', 1),
  ];
  expect(unsentByDebate(kept, ['dana'])).toEqual(new Map([['one', 3]]));
  expect(unsentByDebate(kept, ['emil'])).toEqual(
    new Map([
      ['one', 4],
      ['two', 1],
    ]),
  );
  expect(unsentByDebate(kept, [])).toEqual(new Map());
});
