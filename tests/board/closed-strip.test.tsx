// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PhoneStrip } from '../../app/_board/screens/phone-strip.tsx';
import { NowCorner } from '../../app/_board/screens/stage/now-corner.tsx';
import { NowScene } from '../../app/_board/screens/stage/now-scene.tsx';
import { StripWhenOn } from '../../app/_board/screens/strip-when-on.tsx';
import { aDebate, answer, quickPoll } from '../support/debate-builder.ts';
import { setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TIMED = { ...WRITING, note: 'Write alone', minutes: 5 };
const close = (status: 'closed' | 'archived' | 'open') => ({ type: 'debate.setStatus', status }) as const;
const words = () => document.body.textContent ?? '';
/** A meeting in a phase with a timer. */
const aMeeting = () => aDebate().does('olga', setAgenda([TIMED]), turnTo(TIMED.id));

const FOLLOWING = {
  isInvited: false,
  follows: true,
  follow: () => {},
  stop: () => {},
  arrive: () => {},
  decline: () => {},
};
const PARTS = {
  strip: <StripWhenOn />,
  phone: <PhoneStrip revealed={null} following={FOLLOWING} />,
  stage: (
    <>
      <NowCorner />
      <NowScene />
    </>
  ),
};

describe.each(Object.entries(PARTS))('[AG5] the %s', (_, part) => {
  test('shows a phase, its timer and what it allows in an open debate alone', async () => {
    const debate = aMeeting();
    const { update } = show(debate, 'dana', part);
    expect(await screen.findAllByText(/Write alone/)).not.toHaveLength(0);
    expect(screen.queryAllByRole('timer')).not.toHaveLength(0);
    for (const status of ['closed', 'archived'] as const) {
      debate.does('olga', close(status));
      update();
      expect(words()).not.toMatch(/Write alone|Silent writing/);
      expect(screen.queryAllByRole('timer')).toEqual([]);
      expect(document.querySelector('[data-phase]')).toBeNull();
    }
    debate.does('olga', close('open'));
    update();
    expect(words()).toContain('Write alone');
    expect(screen.queryAllByRole('timer')).not.toHaveLength(0);
  });
});

test('[AG5] a phase of a closed debate is announced to nobody before the debate is opened again', async () => {
  const debate = aDebate().does('olga', setAgenda([TIMED, VOTING]));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  debate.does('olga', turnTo(TIMED.id));
  update();
  await waitFor(() => expect(words()).toContain('Now: Silent writing.'));
  debate.does('olga', close('closed'), turnTo(VOTING.id, TIMED.id));
  update();
  await waitFor(() => expect(words()).toMatch(/This debate is closed|read-only/));
  expect(words()).not.toContain('Now: Vote.');
  debate.does('olga', close('open'));
  update();
  await waitFor(() => expect(words()).toContain('Now: Vote.'));
});

test('[PO19] a poll that closes with its debate asks nothing more, and has its results', async () => {
  const debate = aDebate().does('olga', quickPoll('p-o'));
  for (const who of ['dana', 'emil', 'susi']) debate.does(who, answer('p-o', 1));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  const { question } = debate.state.polls.get('p-o') ?? {};
  expect(await screen.findByText(question ?? '')).toBeDefined();
  debate.does('olga', close('closed'));
  update();
  expect(screen.queryByText(question ?? '')).toBeNull();
  expect(screen.getByRole('button', { name: 'Show results' })).toBeDefined();
});
