// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JoinCorner } from '../../app/_board/screens/stage/join-corner.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the stage counts the people who have joined, without moderators', () => {
  const debate = aDebate();
  const { update } = show(debate, null, <JoinCorner showsCode={false} />);
  const before = debate.state.participants.count(({ role }) => role !== 'owner' && role !== 'moderator');
  expect(screen.getByRole('status').textContent).toBe(`${before} people have joined`);
  debate.does(SYSTEM, { type: 'participant.join', participantId: 'nora', role: 'debater' });
  update();
  expect(screen.getByRole('status').textContent).toBe(`${before + 1} people have joined`);
});
