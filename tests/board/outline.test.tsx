// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { Outline } from '../../app/_board/outline/outline.tsx';
import { aDebate, agree, type DebateBuilder, lock, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  window.history.replaceState(null, '', window.location.pathname);
});

/** A debate of more claims than a phone shows at once: one with four arguments, and one below the first of these. */
function large(): DebateBuilder {
  const debate = aDebate();
  for (let at = 0; at < 12; at += 1) debate.does('dana', newClaim(`first${at}`, 'east'));
  for (let at = 0; at < 4; at += 1) debate.does('dana', newClaim(`second${at}`, 'c-first0'));
  return debate.does('dana', newClaim('third', 'c-second0'));
}

const phone = () => vi.stubGlobal('matchMedia', () => ({ ...NARROW }));
const NARROW = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };
const line = (id: string) => document.getElementById(id);
const outline = (debate = large(), who = 'dana') =>
  show(
    debate,
    who,
    <FollowProvider>
      <Outline branch={undefined} after={undefined} />
    </FollowProvider>,
  );

describe('the outline on a phone', () => {
  test('opens as the front: first claims with what is below them as a number', () => {
    phone();
    outline();
    expect(line('c-first0')?.getAttribute('aria-expanded')).toBe('false');
    expect(line('c-first0')?.textContent).toContain('5 below');
    expect(line('c-second0')).toBeNull();
  });

  test('says of claims whether they are selected, and nothing of positions', () => {
    outline();
    expect(line('c-first0')?.getAttribute('aria-selected')).toBe('false');
    expect(document.querySelector('[data-item="position"][aria-selected]')).toBeNull();
  });

  test('on a wide screen all of it is unfolded', () => {
    outline();
    expect(line('c-third')).not.toBeNull();
  });

  test('unfolded lines stay unfolded when the page is loaded again', async () => {
    phone();
    outline();
    await userEvent.click(screen.getByRole('button', { name: '5 below: unfold' }));
    expect(line('c-third')).not.toBeNull();
    await act(async () => {});
    cleanup();
    outline();
    expect(line('c-third')).not.toBeNull();
  });

  test('a claim that comes is folded as the others are, once it is answered', () => {
    phone();
    const debate = large();
    const { store } = outline(debate);
    act(() => store.submit({ ...newClaim('late', 'east'), claimId: 'c-late' }));
    expect(line('c-late')).not.toBeNull();
    act(() => store.submit({ ...newClaim('answer', 'c-late'), claimId: 'c-answer' }));
    expect(line('c-late')?.getAttribute('aria-expanded')).toBe('false');
    expect(line('c-answer')).toBeNull();
  });
});

describe('a line of the outline', () => {
  test('is named with its relation and its state: a screen reader hears what others see', () => {
    const debate = large().does('dana', newClaim('no', 'c-first0', { relation: 'attack', text: 'Not so.' }));
    outline(debate.does('mona', lock('c-no')));
    expect(screen.getByRole('treeitem', { name: 'attacks Not so. locked' }).id).toBe('c-no');
  });

  test('has its sign, its direct arguments, and a bar only once someone voted', () => {
    outline(large().does('mona', agree('c-first0')));
    const row = (id: string) => line(id)?.querySelector(':scope > [data-row]');
    expect(row('c-first0')?.textContent).toContain('supports');
    expect(row('c-first0')?.textContent).toContain('+4');
    expect(row('c-first0')?.textContent).toContain('1 – 0');
    expect(row('c-first1')?.textContent).not.toContain('0 – 0');
  });

  test('names the position that holds it only where that differs from what it answers', () => {
    outline(large().does('dana', newClaim('other', 'c-a', { positionId: 'west' })));
    const row = (id: string) => line(id)?.querySelector(':scope > [data-row]')?.textContent;
    expect(row('c-a')).not.toContain('East');
    expect(row('c-other')).toContain('West');
  });
});

describe('the item open in the panel', () => {
  const isCurrent = (id: string) => line(id)?.getAttribute('aria-current') === 'true';

  test('follows the keys, so that there is one current place', async () => {
    outline();
    await userEvent.click(screen.getByText('one two three'));
    expect(isCurrent('c-a')).toBe(true);
    act(() => line('c-a')?.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.id).toBe('c-b');
    expect(isCurrent('c-a')).toBe(false);
    expect(isCurrent('c-b')).toBe(true);
  });

  test('stays closed while one only walks', async () => {
    outline();
    act(() => line('c-a')?.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(isCurrent('c-b')).toBe(false);
  });
});

describe('someone who types', () => {
  test('is seen under the claim, or on the folded claim above it', () => {
    phone();
    const { store } = outline();
    const typing = (at: string | null, writing = true) =>
      act(() =>
        store.presence.applyPresence({
          here: [{ connection: 'x', participantId: 'mona', at, writing }],
          gone: [],
        }),
      );
    typing('c-first1');
    expect(line('c-first1')?.textContent).toMatch(/is typing…/);
    typing('c-third');
    expect(line('c-first1')?.textContent).not.toMatch(/is typing/);
    expect(line('c-first0')?.textContent).toMatch(/is typing below…/);
    typing('c-third', false);
    expect(line('c-first0')?.textContent).not.toMatch(/is typing/);
    // A blind phase shows nobody's place.
    typing(null);
    expect(document.body.textContent).not.toMatch(/is typing/);
  });
});

test('[TE2] an empty position asks for what the viewer’s team may write there', () => {
  const debate = aDebate()
    .does('olga', { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: '' })
    .does('olga', { type: 'debate.configure', sides: 'own', teams: 'assigned' })
    .does('olga', { type: 'team.choose', participantId: 'dana', team: 'east' });
  outline(debate);
  expect(line('north')?.textContent).toContain('Be the first to attack this position.');
  cleanup();
  outline(debate.does('olga', { type: 'team.choose', participantId: 'dana', team: 'north' }));
  expect(line('north')?.textContent).toContain('Be the first to support or attack this position.');
});
