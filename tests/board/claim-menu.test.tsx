// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { ClaimMenu } from '../../app/_board/features/claims/claim-menu.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Menu() {
  const claim = useClaim('c-a');
  return claim ? <ClaimMenu claim={claim} /> : null;
}

async function choose(item: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('the menu of a claim', () => {
  test.each([
    ['Lock claim', 'Locked. Only moderators can change it.'],
    ['Lock branch', 'Locked, with everything under it. Only moderators can change it.'],
  ])('%s says so, with Undo', async (item, said) => {
    const { asked } = show(aDebate(), 'mona', <Menu />);
    await choose(item);
    expect(await screen.findByText(said)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(asked().map(({ type }) => type)).toEqual(['content.lock', 'content.unlock']);
  });

  test('Unlock says so, with Undo', async () => {
    const locked = aDebate().does('mona', { type: 'content.lock', on: 'c-a', branch: false });
    const { asked } = show(locked, 'mona', <Menu />);
    await choose('Unlock');
    expect(await screen.findByText('Unlocked.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(asked().map(({ type }) => type)).toEqual(['content.unlock', 'content.lock']);
  });

  test('[AP5] offers no editor where the words would need approval', async () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', approval: ['debater'] });
    const { update } = show(debate, 'dana', <Menu />);
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    expect(await screen.findByRole('menuitem', { name: /^Retract/ })).toBeDefined();
    expect(screen.queryByRole('menuitem', { name: /^Edit/ })).toBeNull();
    await userEvent.keyboard('{Escape}');
    debate.does('olga', { type: 'debate.configure', approval: [] });
    update();
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    expect(await screen.findByRole('menuitem', { name: /^Edit/ })).toBeDefined();
  });

  test('a message is dismissed by its button', async () => {
    show(aDebate(), 'mona', <Menu />);
    await choose('Lock claim');
    const said = await screen.findByText(/^Locked/);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(said.textContent).toBe('');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
