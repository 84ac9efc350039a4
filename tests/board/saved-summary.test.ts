import { expect, test } from 'vitest';
import { participantIdsIn } from '../../app/_board/core/offline/saved-summary.ts';
import { summaryOf } from '../../app/_board/core/offline/summary-of.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { unsentByDebate } from '../../domain/sync/outbox.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree, hide, merge, retract } from '../support/debate-builder.ts';

/** The board of a debate on which nothing can be sent. */
function boardOf(who: string | null, debate = aDebate()) {
  const page = { debateId: 'a-debate', participantId: who, people: [] };
  const store = createBoardStore(page, debate.projection(who), silentTransport());
  store.enableRules(RULES);
  return store;
}

test('unsent changes are counted in a debate that was joined after the list of debates was kept', () => {
  const board = boardOf('dana');
  board.submit(agree('c-b'));
  const outbox = board.outbox() ?? expect.fail('nothing to send');
  const summary = summaryOf(board.state()) ?? expect.fail('no summary');
  expect(unsentByDebate([outbox], participantIdsIn([summary], ['m_elsewhere'])).get('a-debate')).toBe(1);
});

test('a reader’s kept debate, and one that an earlier version kept, add nobody', () => {
  const summary = summaryOf(boardOf(null).state()) ?? expect.fail('no summary');
  const { participantId: _, ...earlier } = summary;
  expect(participantIdsIn([summary, earlier], ['m_elsewhere'])).toEqual(['m_elsewhere']);
});

test('[HM7] a kept debate has the number of claims that is on its card', () => {
  const debate = aDebate().does('dana', retract('c-u')).does('mona', merge('c-d', 'c-a'), hide('c-b'));
  expect(summaryOf(boardOf('mona', debate).state())?.claims).toBe(1);
});
