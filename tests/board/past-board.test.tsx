// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PastBoard } from '../../app/_board/screens/past/past-board.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { packSnapshot } from '../../domain/debate/engine/packed-snapshot.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { aDebate, merge, retract } from '../support/debate-builder.ts';
import { OPENED_BY_NOBODY } from '../support/opened-by-nobody.ts';

afterEach(cleanup);

test('[HM7] at a moment of the past, the number of claims said is that on cards', async () => {
  const debate = aDebate().does('dana', retract('c-u')).does('mona', merge('c-d', 'c-b'));
  const opening = {
    debateId: 'a-debate',
    packed: packSnapshot(toSnapshot(debate.projection(null))),
    zipped: false,
    ...OPENED_BY_NOBODY,
  };
  const moment = { seq: debate.state.seq, at: debate.now };
  await act(async () =>
    render(
      <MessageProvider locale="en" messages={en}>
        <PastBoard opening={opening} moment={moment} times={[debate.now]} counts={[]} />
      </MessageProvider>,
    ),
  );
  const said = await screen.findAllByRole('status');
  expect(said.map(({ textContent }) => textContent)).toContainEqual(expect.stringMatching(/, 2 claims$/));
});
