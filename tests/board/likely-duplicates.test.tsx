// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followDuplicates } from '../../app/_board/features/lineage/follow-duplicates.ts';
import LikelyDuplicates from '../../app/_board/features/lineage/likely-duplicates.tsx';
import type { SimilarPair } from '../../domain/search/claim-index.ts';
import { aDebate, type DebateBuilder, newClaim } from '../support/debate-builder.ts';
import { aDebateIn, OPEN, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** For scripts that load on a busy machine. */
const PATIENT = { timeout: 30_000 };

const RENTS = 'Rents rise wherever a new tram goes';
const TWIN = 'Rents always rise where a new tram goes';
const FARES = 'Fares would never pay for the drivers';
const FARES_TWIN = 'Fares never pay for any drivers';

function Lines() {
  return (
    <>
      <LikelyDuplicates />
      <LikelyDuplicates always />
    </>
  );
}

function listed(debate: DebateBuilder = aDebate(), part: ReactNode = <LikelyDuplicates always />) {
  for (const [id, text] of Object.entries({ r: RENTS, s: TWIN, f: FARES, g: FARES_TWIN }))
    debate.does('dana', newClaim(id, 'west', { text }));
  return { debate, ...show(debate, 'mona', part) };
}

/** The pair with this claim. */
const pairWith = async (text: string) => {
  const item = (await screen.findByText(text)).closest('li');
  if (!item) throw new Error(`No pair has ${text}`);
  return within(item);
};

describe('likely duplicates', () => {
  test('are merged with one press, in either direction, and the focus goes on to the next pair', async () => {
    const { asked } = listed();
    const pair = await pairWith(TWIN);
    await userEvent.click(pair.getByRole('button', { name: `Keep this one: “${TWIN}”, not “${RENTS}”` }));
    expect(asked()).toMatchObject([{ type: 'claim.merge', claimId: 'c-r', into: 'c-s' }]);
    expect(screen.queryByText(RENTS)).toBeNull();
    expect(document.activeElement?.textContent).toContain(FARES);
    const next = await pairWith(FARES);
    await userEvent.click(
      next.getByRole('button', { name: `Keep this one: “${FARES}”, not “${FARES_TWIN}”` }),
    );
    expect(asked().at(-1)).toMatchObject({ type: 'claim.merge', claimId: 'c-g', into: 'c-f' });
    expect(screen.getByText('None found.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Likely duplicates' }));
  });

  test('that were dismissed stay away in this browser', async () => {
    listed();
    await userEvent.click(
      (await pairWith(TWIN)).getByRole('button', { name: `Not duplicates: “${RENTS}” and “${TWIN}”` }),
    );
    expect(screen.queryByText(RENTS)).toBeNull();
    cleanup();
    const { asked } = listed();
    expect(await pairWith(FARES)).toBeTruthy();
    expect(screen.queryByText(RENTS)).toBeNull();
    expect(asked()).toEqual([]);
  });

  test('are listed after the reveal, and in a blind phase there is no line', async () => {
    const { debate, update } = listed(aDebateIn(OPEN), <Lines />);
    const listsOf = () => screen.queryAllByRole('region', { name: 'Likely duplicates' });
    expect(await screen.findByText('2 likely duplicates')).toBeTruthy();
    expect(await pairWith(RENTS)).toBeTruthy();
    expect(listsOf()).toHaveLength(2);
    debate.does('olga', turnTo(WRITING.id, OPEN.id));
    update();
    expect(listsOf().map(({ textContent }) => textContent)).toEqual([
      'Likely duplicatesThey are listed after the reveal.',
    ]);
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    update();
    expect(await screen.findByText('2 likely duplicates')).toBeTruthy();
    expect(await pairWith(RENTS)).toBeTruthy();
  });

  test('show where words were deleted', async () => {
    listed(aDebate().does('dana', newClaim('part', 'west', { text: `${RENTS} ░░░░` })));
    expect((await screen.findAllByText(`${RENTS} [text deleted]`)).length).toBeGreaterThan(0);
    const mended = `${RENTS} [text deleted]`;
    expect(screen.getByRole('button', { name: `Keep this one: “${mended}”, not “${RENTS}”` })).toBeTruthy();
  });

  test('are looked for again soon, however long the machine took for the first search', async () => {
    vi.useFakeTimers();
    const { debate, store, update } = listed(aDebate(), null);
    const found: (readonly SimilarPair[])[] = [];
    const end = followDuplicates(store, (pairs) => found.push(pairs));
    // A busy machine: its clock went on while nothing was searched.
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(found).toHaveLength(1), PATIENT);
    debate.does('dana', newClaim('p', 'west', { text: 'Parks cool the streets around them' }));
    update();
    vi.advanceTimersByTime(5_000);
    await vi.waitFor(() => expect(found).toHaveLength(2), PATIENT);
    end();
  });
});
