// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { learnChoice } from '../../app/_board/core/notifications/known-choices.ts';
import { useBoard } from '../../app/_board/core/store/board-context.tsx';
import { ClaimSigns } from '../../app/_board/features/claims/claim-signs.tsx';
import { MutedNote } from '../../app/_board/features/notifications/muted-note.tsx';
import { DEFAULT_CHOICE } from '../../domain/notifications/notification.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, editTo } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const mute = (...muted: string[]) => act(() => learnChoice('a-debate', { ...DEFAULT_CHOICE, muted }));
let posted: unknown[] = [];

beforeEach(() => {
  posted = [];
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    posted.push(JSON.parse(`${body}`));
    return Response.json({ ok: true, choice: DEFAULT_CHOICE });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  learnChoice('a-debate', DEFAULT_CHOICE);
});

describe('the panel of a muted branch', () => {
  test('says so, and unmutes it', async () => {
    show(aDebate(), 'dana', <MutedNote id="east" />);
    expect(screen.queryByRole('note')).toBeNull();
    mute('east');
    expect(screen.getByRole('note').textContent).toMatch(/^You muted this branch\./);
    await userEvent.click(screen.getByRole('button', { name: 'Unmute branch' }));
    await expect.poll(() => screen.queryByRole('note')).toBeNull();
    expect(posted).toEqual([{ branch: 'east', muted: false }]);
  });

  test('names the branch, at a claim further down', () => {
    mute('east');
    show(aDebate(), 'dana', <MutedNote id="c-b" />);
    expect(screen.getByRole('note').textContent).toMatch(/^You muted the branch of “East”\./);
  });

  test('says nothing to readers who have not joined', () => {
    mute('east');
    show(aDebate(), null, <MutedNote id="c-b" />);
    expect(screen.queryByRole('note')).toBeNull();
  });
});

function Signs() {
  const claim = useBoard(({ replica }) => replica.view.claims.get('c-a'));
  return claim && <ClaimSigns claim={claim} />;
}

test('[NW7] a claim of a muted branch has no mark for what is new', () => {
  const debate = aDebate();
  const seen = { ...NO_READ_MARKS, until: debate.state.at };
  debate.now += 1_000;
  const { store } = show(debate.does('emil', editTo(debate.state, 'c-a', 'one two four')), 'dana', <Signs />);
  act(() => store.markSeen(seen));
  expect(screen.getByText('new wording')).toBeTruthy();
  mute('east');
  expect(screen.queryByText('new wording')).toBeNull();
});
