// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JoinCorner } from '../../app/_board/screens/stage/join-corner.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, type DebateBuilder } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
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

/** A server that answers each request for the codes with the next of these, and then with the last. */
function serving(...answers: object[]): void {
  vi.stubGlobal('fetch', async () => Response.json(answers.length > 1 ? answers.shift() : answers[0]));
}

const listing = (...invitations: object[]) => ({ ok: true, invitations, mailed: [], mayMail: false });
const CODE = {
  id: 'i-1',
  kind: 'code',
  token: 'ABCD2345',
  role: 'debater',
  uses: 0,
  limit: null,
  expiresAt: null,
};
const NO_CODE = 'No join code yet. Create one under Share.';

describe('[KT3] without a code', () => {
  const isPrivate = (debate: DebateBuilder) =>
    debate.does('olga', { type: 'debate.setVisibility', visibility: 'private' });
  const withoutGuests = (debate: DebateBuilder) =>
    debate.does('olga', { type: 'debate.configure', guests: 'none' });

  test.each([
    ['a private debate', isPrivate],
    ['a debate without guests', withoutGuests],
  ])('the stage of %s shows its moderators no address, but how to get a code', async (_, made) => {
    serving(listing());
    show(made(aDebate()), null, <JoinCorner showsCode />);
    expect(await screen.findByText(NO_CODE)).toBeDefined();
    expect([screen.queryByText('Join at'), screen.queryByRole('img')]).toEqual([null, null]);
  });

  test.each([
    ['private debate that anyone else opened', isPrivate],
    [
      'closed debate',
      (debate: DebateBuilder) => debate.does('olga', { type: 'debate.setStatus', status: 'closed' }),
    ],
  ])('the stage of a %s says nothing about joining', (_, made) => {
    show(made(aDebate()), null, <JoinCorner showsCode={false} />);
    expect([screen.queryByText('Join at'), screen.queryByText(NO_CODE)]).toEqual([null, null]);
  });

  test('the stage of a debate that takes guests shows its address', async () => {
    serving(listing());
    show(aDebate(), null, <JoinCorner showsCode />);
    expect(await screen.findByText('Join at')).toBeDefined();
  });
});

describe('a code on the stage, when the next request for it is refused', () => {
  /** Shows a code, and then refuses it. */
  const refuse = async (code: string) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    serving(listing(CODE), { ok: false, rejection: { code } });
    show(aDebate(), null, <JoinCorner showsCode />);
    expect(await screen.findByText('ABCD-2345')).toBeDefined();
    await act(() => vi.advanceTimersByTimeAsync(41_000));
  };

  test('stays if the refusal passes', async () => {
    await refuse('too_fast');
    expect(screen.queryByText('ABCD-2345')).not.toBeNull();
  });

  test('is gone if its viewer may no longer invite', async () => {
    await refuse('not_allowed');
    await vi.waitFor(() => expect(screen.queryByText('ABCD-2345')).toBeNull());
    expect(screen.queryByText(NO_CODE)).toBeNull();
  });
});
