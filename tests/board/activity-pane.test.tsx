// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
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
  vi.useRealTimers();
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

/** A page of 30 items below a time; one second lies between two. */
const pageBelow = (time: number) =>
  Response.json({
    ok: true,
    happenings: Array.from({ length: 30 }, (_, nth) => ({ ...ITEM, at: (time - 1 - nth) * 1_000 })),
    next: (time - 30) * 1_000,
  });
const shownLines = () => screen.getAllByRole('listitem').length;
const rest = () => act(() => vi.advanceTimersByTimeAsync(1_100));

/** The pane in a busy debate: `goOn` lets 25 things happen, `times` times. */
async function busyPane() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const debate = aDebate();
  let newest = 10_000;
  answers = async () => {
    const before = new URLSearchParams(addresses.at(-1)?.split('?')[1]).get('before');
    return pageBelow(before === null ? newest : Math.ceil(Number(before) / 1_000));
  };
  const { update } = show(debate, 'dana', <Pane />);
  await rest();
  const goOn = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      newest += 25;
      debate.does('emil', newClaim(`at${newest}`, 'c-b'));
      update();
      await rest();
    }
  };
  return goOn;
}

test('new items push out the earliest of a long list, and these are fetched again when asked for', async () => {
  const goOn = await busyPane();
  await goOn(2);
  expect(shownLines()).toBe(80);
  await goOn(14);
  expect(shownLines()).toBe(300);
  const times = () => [...document.querySelectorAll('time')].map(({ dateTime }) => Date.parse(dateTime));
  fireEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
  await rest();
  const first = times()[0] ?? 0;
  expect(times()).toEqual(Array.from({ length: 330 }, (_, nth) => first - nth * 1_000));
  await goOn(1);
  expect(shownLines(), 'as many as were asked for').toBe(330);
});

test('when new items come, only these are drawn', async () => {
  const goOn = await busyPane();
  await goOn(1);
  const drawn = vi.spyOn(Date.prototype, 'toISOString');
  await goOn(1);
  const times = drawn.mock.calls.length;
  drawn.mockRestore();
  expect(times).toBe(25);
});
