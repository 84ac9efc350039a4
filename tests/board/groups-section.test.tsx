// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { GroupsSection } from '../../app/_board/features/groups/groups-section.tsx';
import { aDebate, assign, form } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const PEOPLE = ['Dana', 'Emil', 'Susi'].map((name) => ({ id: name.toLowerCase(), name }));

const membersOf = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('combobox')
    .map((select) => select.getAttribute('aria-label'));

test('people without a group are listed beside the running groups, and can be put into one', async () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'));
  const { asked } = show(debate, 'olga', <GroupsSection />, PEOPLE);
  expect(membersOf('Without a group')).not.toContain('Dana’s group');
  const select = within(screen.getByRole('list', { name: 'Without a group' })).getByRole('combobox', {
    name: 'Susi’s group',
  });
  await userEvent.selectOptions(select, 'g-a');
  expect(asked()).toEqual([assign('susi', 'a')]);
  expect(membersOf('Members')).toContain('Susi’s group');
  expect(membersOf('Without a group')).not.toContain('Susi’s group');
});

test('someone who is taken out of a group is listed without one', async () => {
  show(aDebate().does('olga', form('a', 'dana', 'emil')), 'olga', <GroupsSection />, PEOPLE);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Dana’s group' }), 'No group');
  expect(membersOf('Members')).toEqual(['Emil’s group']);
  expect(membersOf('Without a group')).toContain('Dana’s group');
});

test('a group lists only people who are still in the debate', () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'), {
    type: 'participant.setMembership',
    participantId: 'dana',
    membership: 'removed',
    reason: 'other',
  });
  show(debate, 'olga', <GroupsSection />, PEOPLE);
  expect(membersOf('Members')).toEqual(['Emil’s group']);
});
