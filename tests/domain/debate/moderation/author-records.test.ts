import { expect, test } from 'vitest';
import { authorRecord } from '../../../../domain/debate/moderation/author-records.ts';
import { aDebate, comment, hide, hold } from '../../../support/debate-builder.ts';

test('an author’s record counts hidden claims and comments, for all authors in one look', () => {
  const debate = aDebate();
  for (const n of ['1', '2', '3']) debate.does('dana', comment({ commentId: `m-${n}` }));
  debate.does('emil', comment({ commentId: 'm-4' })).does('mona', hide('m-1'), hold('m-2', 'm-4'));
  const { state } = debate;
  let looks = 0;
  const hidden = new Proxy(state.hidden, {
    get: (map, name) => {
      looks += name === Symbol.iterator ? 1 : 0;
      const value = Reflect.get(map, name);
      return typeof value === 'function' ? value.bind(map) : value;
    },
  });
  const watched = { ...state, hidden };
  expect(authorRecord(watched, 'dana')).toEqual({ hidden: 1, sent_back: 0, pending_approval: 1 });
  expect(authorRecord(watched, 'emil')).toEqual({ hidden: 0, sent_back: 0, pending_approval: 1 });
  expect(authorRecord(watched, 'mona')).toEqual({ hidden: 0, sent_back: 0, pending_approval: 0 });
  expect(looks).toBe(1);
});
