// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import LikelyDuplicates from '../../app/_board/features/lineage/likely-duplicates.tsx';
import { aDebate, type DebateBuilder, newClaim } from '../support/debate-builder.ts';
import { aDebateIn, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

beforeEach(() => window.localStorage.clear());
afterEach(cleanup);

const RENTS = 'Rents rise wherever a new tram goes';
const TWIN = 'Rents always rise where a new tram goes';
const FARES = 'Fares would never pay for the drivers';
const FARES_TWIN = 'Fares never pay for any drivers';

function listed(debate: DebateBuilder = aDebate()) {
  for (const [id, text] of Object.entries({ r: RENTS, s: TWIN, f: FARES, g: FARES_TWIN }))
    debate.does('dana', newClaim(id, 'west', { text }));
  return show(debate, 'mona', <LikelyDuplicates always />);
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
    await userEvent.click(pair.getByRole('button', { name: `Keep “${TWIN}” and merge the other into it` }));
    expect(asked()).toMatchObject([{ type: 'claim.merge', claimId: 'c-r', into: 'c-s' }]);
    expect(screen.queryByText(RENTS)).toBeNull();
    expect(document.activeElement?.textContent).toContain(FARES);
    const next = await pairWith(FARES);
    await userEvent.click(next.getByRole('button', { name: `Keep “${FARES}” and merge the other into it` }));
    expect(asked().at(-1)).toMatchObject({ type: 'claim.merge', claimId: 'c-g', into: 'c-f' });
    expect(screen.getByText('None found.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Likely duplicates' }));
  });

  test('that were dismissed stay away in this browser', async () => {
    listed();
    await userEvent.click((await pairWith(TWIN)).getByRole('button', { name: 'Not duplicates' }));
    expect(screen.queryByText(RENTS)).toBeNull();
    cleanup();
    const { asked } = listed();
    expect(await pairWith(FARES)).toBeTruthy();
    expect(screen.queryByText(RENTS)).toBeNull();
    expect(asked()).toEqual([]);
  });

  test('are listed after the reveal', async () => {
    listed(aDebateIn(WRITING));
    expect(await screen.findByText('They are listed after the reveal.')).toBeTruthy();
    expect(screen.queryByText(RENTS)).toBeNull();
  });
});
