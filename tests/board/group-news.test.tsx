// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StripWhenOn } from '../../app/_board/screens/strip-when-on.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, CREATE, closePoll, form, quickPoll, turnGroup } from '../support/debate-builder.ts';
import { newGroup } from '../support/grouped.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const said = () => document.querySelector('[data-message]')?.textContent ?? '';

test('a member reads that their group has begun, with the way there, and that it has ended', () => {
  const debate = aDebate();
  const { update } = show(debate, 'dana', <StripWhenOn />);
  expect(said()).toBe('');
  debate.does('olga', form('a', 'dana', 'emil'));
  update();
  const { name } = debate.state.groups.get('g-a') ?? {};
  expect(said()).toContain(`You’re in ${name}.`);
  expect(screen.getByRole('button', { name: 'Go to your group' })).toBeDefined();
  debate.does('olga', turnGroup('a', 'closed'));
  update();
  expect(said()).toContain(`${name} has ended.`);
});

test('a member who is taken out of a group that goes on reads that, and not that it has ended', () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  const { name } = debate.state.groups.get('g-a') ?? {};
  debate.does('olga', { type: 'group.assign', participantId: 'dana', groupId: null });
  update();
  expect(said()).toContain(`You’re no longer in ${name}.`);
});

test('a member who becomes a moderator reads nothing of a group that goes on', () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  debate.does('olga', { type: 'participant.appoint', participantId: 'dana', role: 'moderator' });
  update();
  expect(said()).toContain('You’re now a moderator.');
});

test('a phase, a group and a role that arrive at once are one message, with the way to the group', () => {
  const debate = aDebate();
  const { update } = show(debate, 'dana', <StripWhenOn />);
  debate.does('olga', setAgenda([WRITING]), turnTo(WRITING.id), form('a', 'dana', 'emil'));
  debate.does('olga', { type: 'participant.appoint', participantId: 'dana', role: 'suggester' });
  update();
  expect(said()).toMatch(/^Now: Silent writing\. You’re in .+\. You’re now a suggester: /);
  expect(screen.getByRole('button', { name: 'Go to your group' })).toBeDefined();
});

test('people who are in no group, and moderators, read nothing', () => {
  for (const who of ['susi', 'mona']) {
    const debate = aDebate();
    const { update } = show(debate, who, <StripWhenOn />);
    debate.does('olga', form('a', 'dana', 'emil'));
    update();
    expect(said()).toBe('');
    cleanup();
  }
});

test('an ended group shows no phase and no timer, and still the results of its polls', async () => {
  const group = newGroup().does(CREATE.ownerId, setAgenda([WRITING]), turnTo(WRITING.id));
  show(group, CREATE.ownerId, <StripWhenOn />);
  expect(await screen.findByText('Back to main debate')).toBeDefined();
  cleanup();
  show(group.does(SYSTEM, { type: 'debate.setStatus', status: 'closed' }), CREATE.ownerId, <StripWhenOn />);
  expect(document.querySelector('[data-phase]')).toBeNull();
  expect(screen.queryByText('Back to main debate')).toBeNull();
  cleanup();
  const polled = newGroup().does(CREATE.ownerId, quickPoll('p-1'), closePoll('p-1'), setAgenda([WRITING]));
  polled.does(SYSTEM, { type: 'debate.setStatus', status: 'closed' });
  show(polled, CREATE.ownerId, <StripWhenOn />);
  expect(await screen.findByRole('button', { name: 'Show results' })).toBeDefined();
  expect(screen.queryByText('Back to main debate')).toBeNull();
});
