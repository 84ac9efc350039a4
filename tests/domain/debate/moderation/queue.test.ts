import { expect, test } from 'vitest';
import { queueOf } from '#domain/debate/moderation/queue.ts';
import {
  acceptWording,
  aDebate,
  comment,
  hide,
  hold,
  mark,
  newClaim,
  report,
  retract,
  returnWording,
  revise,
  settle,
  suggest,
} from '#tests/support/debate-builder.ts';

test('[MO9] the queue has each thing once: what waits, the oldest first, then what has been dealt with, the newest first', () => {
  const debate = aDebate();
  const does = (who: string, ...operations: Parameters<typeof debate.does>[1][]) => {
    debate.now += 1;
    debate.does(who, ...operations);
  };
  const queue = () => queueOf(debate.state).map(({ id, why }) => `${id} ${why}`);
  expect(queue()).toEqual([]);
  for (const key of ['1', '2', '3', '4', '5']) does('dana', newClaim(key, 'west'));
  does('dana', comment({ commentId: 'm-1' }));
  does('olga', hide('c-1'));
  does('olga', hide('c-2'));
  does('olga', mark('c-3', 'unclear'), mark('c-3', 'unsupported'), mark('m-1', 'unclear'));
  expect(queue()).toEqual(['c-2 hidden', 'c-1 hidden']);
  does('dana', revise('c-3', 'unclear'), revise('m-1', 'unclear'));
  does('susi', report('r-1', 'c-4'));
  does('otto', report('r-2', 'c-d'));
  does('otto', report('r-3', 'c-4'), report('r-4', 'c-3'));
  does('olga', hold('c-5'));
  expect(queue()).toEqual([
    'c-5 pending_approval',
    'c-4 reported',
    'c-d reported',
    'c-3 reported',
    'm-1 revised',
    'c-2 hidden',
    'c-1 hidden',
  ]);
  does('susi', suggest('w-1', 'c-a', [debate.text('c-a') ?? '', 'said otherwise']));
  does('susi', suggest('w-2', 'c-4', [debate.text('c-4') ?? '', 'said otherwise']));
  expect(queue().slice(4, 6)).toEqual(['m-1 revised', 'c-a suggested']);
  does('olga', returnWording('w-1'));
  does('olga', settle('no_action', 'r-1', 'r-3', 'r-4'));
  does('dana', retract('c-3'));
  expect(queue()).toEqual([
    'c-5 pending_approval',
    'c-d reported',
    'm-1 revised',
    'c-4 suggested',
    'c-2 hidden',
    'c-1 hidden',
  ]);
  does('olga', acceptWording('w-2', debate.text('c-4') ?? ''));
  expect(queue()).toEqual([
    'c-5 pending_approval',
    'c-d reported',
    'm-1 revised',
    'c-2 hidden',
    'c-1 hidden',
  ]);
});
