// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { GroupStrip } from '../../app/_board/features/groups/group-strip.tsx';
import { GroupsSection } from '../../app/_board/features/groups/groups-section.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { aDebate, assign, form, turnGroup } from '../support/debate-builder.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const PEOPLE = ['Dana', 'Emil', 'Otto', 'Susi'].map((name) => ({ id: name.toLowerCase(), name }));

const membersOf = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('combobox')
    .map((select) => select.getAttribute('aria-label'));

/** The words of the row or the summary that has the focus. */
const focused = () => document.activeElement?.closest('li, summary')?.textContent ?? '';

/** Opens the list of people without a group. */
const openList = async () => userEvent.click(await screen.findByText(/without a group$/));

/** Opens a choice, which has its options only then, and chooses. */
async function choose(choice: HTMLElement, option: string): Promise<void> {
  act(() => choice.focus());
  await userEvent.selectOptions(choice, option);
}

test('people without a group are listed beside the running groups, and can be put into one', async () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'));
  const { asked } = show(debate, 'olga', <GroupsSection />, PEOPLE);
  await openList();
  expect(membersOf('Without a group')).not.toContain('Dana’s group');
  const select = within(screen.getByRole('list', { name: 'Without a group' })).getByRole('combobox', {
    name: 'Susi’s group',
  });
  await choose(select, 'g-a');
  expect(asked()).toEqual([assign('susi', 'a')]);
  expect(membersOf('Members')).toContain('Susi’s group');
  expect(membersOf('Without a group')).not.toContain('Susi’s group');
});

test('a person’s choice lists the other groups once it is opened, by keys or pointer', async () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'), form('b'), form('c'));
  show(debate, 'olga', <GroupsSection />, PEOPLE);
  const choices = screen.getAllByRole<HTMLSelectElement>('combobox');
  const [dana, emil] = choices;
  const listedIn = (choice = dana) => [...(choice?.options ?? [])].map(({ text }) => text);
  const all = ['Group a', 'Group b', 'Group c', 'No group'];
  expect([listedIn(dana), listedIn(emil)]).toEqual([
    ['Group a', 'No group'],
    ['Group a', 'No group'],
  ]);
  act(() => dana?.focus());
  expect(listedIn(dana)).toEqual(all);
  expect(dana?.value).toBe('g-a');
  if (emil) await userEvent.pointer({ target: emil, keys: '[MouseLeft>]' });
  expect([listedIn(dana), listedIn(emil)]).toEqual([['Group a', 'No group'], all]);
});

test('someone who is taken out of a group is listed without one', async () => {
  show(aDebate().does('olga', form('a', 'dana', 'emil')), 'olga', <GroupsSection />, PEOPLE);
  await openList();
  await choose(screen.getByRole('combobox', { name: 'Dana’s group' }), 'No group');
  await expect.poll(focused).toMatch(/^Emil/);
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

test('assigning person after person keeps the focus in their list, and says who is where', async () => {
  show(aDebate().does('olga', form('a', 'dana')), 'olga', <GroupsSection />, PEOPLE);
  await openList();
  const list = screen.getByRole('list', { name: 'Without a group' });
  const names = [...list.children].map((row) => row.firstElementChild?.textContent ?? '');
  expect(names).toHaveLength(3);
  for (const [at, name] of names.entries()) {
    const choice = screen.getByRole('combobox', { name: `${name}’s group` });
    await choose(choice, 'g-a');
    await expect.poll(focused).toMatch(names[at + 1] ?? 'No one without a group');
    expect(document.querySelector('[data-message]')?.textContent).toContain(`${name} is now in`);
  }
});

test('the people without a group are drawn when their list is opened, and no more than 50 at once', async () => {
  const many = Array.from({ length: 60 }, (_, nth) => `p${nth}`);
  const join = (participantId: string) =>
    ({ type: 'participant.join', participantId, role: 'debater' }) as const;
  const debate = aDebate()
    .does('olga', form('a', 'dana'))
    .does(SYSTEM, ...many.map(join));
  show(debate, 'olga', <GroupsSection />, PEOPLE);
  const rows = () => screen.queryByRole('list', { name: 'Without a group' })?.children.length ?? 0;
  expect(rows()).toBe(0);
  await openList();
  expect(rows()).toBe(50);
  await userEvent.click(screen.getByRole('button', { name: /^Show \d+ more$/ }));
  expect(rows()).toBe(63);
  await expect.poll(() => document.activeElement?.parentElement?.children[50]).toBe(document.activeElement);
});

test('an archived group is listed after the closed ones, and can be visited and reopened', async () => {
  const debate = aDebate().does('olga', form('a', 'dana'), form('b', 'emil'));
  debate.does('olga', turnGroup('a', 'closed'), turnGroup('b', 'closed'));
  const { asked } = show(debate, 'olga', <GroupsSection />, PEOPLE);
  const ended = () => [...(screen.getByText('Ended groups').nextElementSibling?.children ?? [])];
  const names = () => ended().map((card) => card.querySelector('h4')?.textContent);
  expect(names()).toEqual(['Group a', 'Group b']);
  await userEvent.click(screen.getByRole('button', { name: 'Archive Group a' }));
  expect(names()).toEqual(['Group b', 'Group a']);
  expect(ended()[1]?.textContent).toContain('Archived');
  expect(document.activeElement?.textContent).toBe('Group a');
  expect(screen.queryByRole('button', { name: 'Archive Group a' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Visit Group a' }).getAttribute('href')).toContain('d-a');
  await userEvent.click(screen.getByRole('button', { name: 'Reopen Group a' }));
  expect(asked()).toEqual([turnGroup('a', 'archived'), turnGroup('a', 'open')]);
  expect(names()).toEqual(['Group b']);
});

test('a claim that is brought to the main debate leaves the focus on its line', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ ok: true }));
  const { store } = show(aDebate().does('olga', form('a', 'dana')), 'olga', <GroupsSection />, PEOPLE);
  const progress = (promoted: boolean) => {
    const latest = [{ id: 'c-1', text: 'Trees cool streets.', author: 'dana', at: 1_000, promoted }];
    const overview = { groupId: 'g-a', here: [], count: 0, claims: 1, comments: 0, latest };
    act(() => store.presence.setGroups([overview]));
  };
  progress(false);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: /Trees cool streets/ });
  await userEvent.click(button);
  expect(document.activeElement).toBe(button);
  progress(true);
  expect(button.isConnected).toBe(false);
  expect(focused()).toMatch(/^Trees cool streets\./);
  vi.unstubAllGlobals();
});

test('a claim can’t be brought to a main debate that is closed or hides new claims, and can be again afterwards', () => {
  const debate = aDebate().does('olga', form('a', 'dana'));
  const { store, update } = show(debate, 'olga', <GroupsSection />, PEOPLE);
  const latest = [{ id: 'c-1', text: 'Trees cool streets.', author: 'dana', at: 1_000, promoted: false }];
  const overview = { groupId: 'g-a', here: [], count: 0, claims: 1, comments: 0, latest };
  act(() => store.presence.setGroups([overview]));
  const isOffered = () => screen.queryByRole('button', { name: /Trees cool streets/ }) !== null;
  const isOfferedAfter = (...operations: Operation[]) => {
    debate.does('olga', ...operations);
    update();
    return isOffered();
  };
  expect(isOffered()).toBe(true);
  expect(isOfferedAfter({ type: 'debate.setStatus', status: 'closed' })).toBe(false);
  expect(isOfferedAfter({ type: 'debate.setStatus', status: 'open' })).toBe(true);
  expect(isOfferedAfter(setAgenda([WRITING]), turnTo(WRITING.id))).toBe(false);
  expect(isOfferedAfter(turnTo(null, WRITING.id))).toBe(true);
});

test('[GR6] the groups of a closed debate have ended for everyone, and none is formed or reopened before it is open', () => {
  const debate = aDebate().does('olga', form('a', 'dana', 'emil'), form('b'), turnGroup('b', 'closed'));
  const status = (to: 'open' | 'closed') => ({ type: 'debate.setStatus', status: to }) as const;
  debate.does('olga', status('closed'));
  const { update } = show(debate, 'olga', <GroupsSection />, PEOPLE);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.queryByText(/without a group$/)).toBeNull();
  expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /^(Form|Reopen|End)/ })).toBeNull();
  debate.does('olga', status('open'));
  update();
  expect(screen.queryAllByRole('heading', { level: 4 })).toHaveLength(1);
  expect(screen.getAllByRole('combobox')).not.toHaveLength(0);
  expect(screen.getByRole('button', { name: /^Reopen/ })).toBeDefined();
  cleanup();
  const own = show(debate, 'dana', <GroupStrip />, PEOPLE);
  expect(screen.getByRole('link', { name: 'Go to your group' })).toBeDefined();
  debate.does('olga', status('closed'));
  own.update();
  expect(screen.queryByRole('link')).toBeNull();
});
