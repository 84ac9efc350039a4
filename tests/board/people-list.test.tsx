// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, expect, test } from 'vitest';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { PeopleList } from '../../app/_board/header/people/people-list.tsx';
import { usePeopleHere } from '../../app/_board/header/people/use-people-here.ts';
import { aDebate, agree } from '../support/debate-builder.ts';
import { type Shown, show } from './show.tsx';

afterEach(cleanup);

const here = (id: string, at: string | null = null, writing = false) => ({
  connection: `k-${id}`,
  participantId: id,
  at,
  writing,
});
const arrive = ({ store }: Shown, ...people: ReturnType<typeof here>[]) =>
  act(() => store.presence.applyPresence({ here: people, gone: [] }));
const many = Array.from({ length: 70 }, (_, nth) => ({
  id: `p${nth}`,
  name: `Person ${String(nth).padStart(2, '0')}`,
}));
const LIST = (
  <FollowProvider>
    <PeopleList onFollow={() => undefined} />
  </FollowProvider>
);
const lines = () => [...document.querySelectorAll('[data-person]')];
const idsOf = (listed: readonly Element[]) => listed.map((line) => line.getAttribute('data-person'));

test('people here are listed 50 at a time, and the one in focus stays listed', async () => {
  const shown = show(aDebate(), 'mona', LIST, many);
  arrive(shown, ...many.map(({ id }) => here(id, 'c-a')));
  expect(lines()).toHaveLength(50);
  const last = lines().at(-1)?.querySelector('button');
  act(() => last?.focus());
  arrive(shown, here('p69', 'c-a', true));
  expect(idsOf([...lines().slice(0, 1), ...lines().slice(-2)])).toEqual(['p69', 'p48', 'p49']);
  expect(document.activeElement).toBe(last);
  await userEvent.click(screen.getByText('Show 19 more'));
  expect(lines()).toHaveLength(70);
  expect(document.activeElement?.closest('li')?.dataset.person).toBe('p50');
});

test('a vote draws nobody here again', () => {
  let drawn = 0;
  const shown = show(
    aDebate(),
    'dana',
    <Profiler
      id="people"
      onRender={() => {
        drawn += 1;
      }}
    >
      {LIST}
    </Profiler>,
    many,
  );
  arrive(shown, here('p1', 'c-a'), here('p2'));
  expect(drawn).toBeGreaterThan(0);
  drawn = 0;
  act(() => void shown.store.submit(agree('c-a')));
  expect(drawn).toBe(0);
});

const seen: unknown[] = [];
function Seeing() {
  seen.push(usePeopleHere());
  return null;
}

test('the people here are put in order once for all who show them', () => {
  const shown = show(
    aDebate(),
    'dana',
    <>
      <Seeing />
      <Seeing />
    </>,
    many,
  );
  arrive(shown, here('p1'), here('p2'));
  const [one, other] = seen.slice(-2);
  expect(one).toBe(other);
  expect(one).toMatchObject({ people: [{ id: 'p1' }, { id: 'p2' }], count: 2 });
  // A name that is learnt later is another order.
  act(() => shown.store.presence.addPeople([{ id: 'p1', name: 'Zoe' }]));
  expect(seen.at(-1)).toMatchObject({ people: [{ id: 'p2' }, { id: 'p1', name: 'Zoe' }] });
});
