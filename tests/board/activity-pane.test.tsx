// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useViewActs, type ViewActs } from '../../app/_board/core/view/view-state.tsx';
import ActivityPane from '../../app/_board/features/activity/activity-pane.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

const addresses: string[] = [];
const ITEM = { at: 1_000, by: 'dana', kind: 'claims', what: 'added', on: 'c-a', other: null };
let answers: () => Promise<Response>;
let acts: ViewActs;

beforeEach(() => {
  addresses.length = 0;
  answers = async () => Response.json({ ok: true, happenings: [ITEM], next: null });
  vi.stubGlobal('fetch', (address: string) => {
    addresses.push(address);
    return answers();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Pane() {
  acts = useViewActs();
  return <ActivityPane />;
}

const branch = () => screen.queryByRole<HTMLSelectElement>('combobox', { name: 'Branch' });
const chosen = () => branch()?.selectedOptions[0]?.textContent;
const select = (id: string | null) => act(() => acts.select(id === null ? null : { kind: 'claim', id }));

test('the filtered branch stays chosen while another claim is selected, and can be left', async () => {
  show(aDebate(), 'dana', <Pane />);
  await screen.findByRole('listitem');
  expect(branch()).toBeNull();
  select('c-a');
  await userEvent.selectOptions(branch() ?? expect.fail(), 'c-a');
  const inBranch = chosen();
  select('c-b');
  expect(chosen()).toBe(inBranch);
  expect(branch()?.options).toHaveLength(3);
  select(null);
  expect(chosen()).toBe(inBranch);
  await expect.poll(() => addresses.at(-1)).toMatch(/branch=c-a/);
  await userEvent.selectOptions(branch() ?? expect.fail(), '');
  expect(branch()).toBeNull();
  await expect.poll(() => addresses.at(-1)).not.toMatch(/branch/);
});

test('a list that did not load says so alone, and loads when asked again', async () => {
  const works = answers;
  answers = noServer;
  show(aDebate(), 'dana', <Pane />);
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByText('Nothing matches.')).toBeNull();
  answers = works;
  await userEvent.click(again);
  expect(await screen.findByRole('listitem')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Activity' }));
});

test('items appear although the debate goes on changing while they are fetched, one request at a time', async () => {
  const debate = aDebate();
  let answer = () => {};
  const works = answers;
  answers = () =>
    new Promise((resolve) => {
      answer = () => resolve(works());
    });
  const { store } = show(debate, 'dana', <Pane />);
  for (let more = 0; more < 5; more += 1) {
    debate.does('emil', newClaim(`more${more}`, 'c-b'));
    act(() => store.hydrateFromCache(debate.projection('dana'), 'dana', []));
  }
  expect(addresses).toHaveLength(1);
  answer();
  expect(await screen.findByRole('listitem')).toBeTruthy();
  await expect.poll(() => addresses.length).toBe(2);
});
