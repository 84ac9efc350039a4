// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { useOpenClaimDialog } from '../../app/_board/core/commands/claim-dialog.ts';
import { ClaimMenu } from '../../app/_board/features/claims/claim-menu.tsx';
import LineageList from '../../app/_board/features/lineage/lineage-list.tsx';
import { aDebate, merge, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const debate = () =>
  aDebate().does(
    'olga',
    newClaim('n', 'east'),
    newClaim('o', 'east'),
    newClaim('p', 'west', { text: 'Pears rot.' }),
  );

function Menu() {
  const claim = useClaim('c-n');
  return claim ? <ClaimMenu claim={claim} /> : null;
}

function MoveTwo() {
  const open = useOpenClaimDialog();
  return (
    <button type="button" onClick={() => open({ kind: 'move', claimId: 'c-n', others: ['c-o'] })}>
      Move both
    </button>
  );
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (item: string) => {
  await press('More actions');
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
};
const said = () => document.querySelector('[data-message]')?.textContent ?? '';

test.each([
  ['Move…', 'Move here', 'Claim moved.', ['claim.move', 'claim.move']],
  ['Link to another claim…', 'Add link', 'Claim linked.', ['link.add', 'link.retract']],
])('“%s” says what it did, with Undo', async (item, submit, sentence, operations) => {
  const { asked } = show(debate(), 'olga', <Menu />);
  await choose(item);
  await userEvent.click(await screen.findByRole('radio', { name: 'Pears rot.' }));
  await press(submit);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(said()).toContain(sentence);
  await press('Undo');
  expect(asked().map(({ type }) => type)).toEqual(operations);
});

test('several claims that were moved together are moved back by one Undo', async () => {
  const { asked } = show(debate(), 'olga', <MoveTwo />);
  await press('Move both');
  await userEvent.click(await screen.findByRole('radio', { name: 'Pears rot.' }));
  await press('Move here');
  expect(said()).toContain('2 claims moved.');
  await press('Undo');
  expect(asked()).toHaveLength(4);
});

test.each([
  ['the menu', <Menu key="" />, () => choose('Unmerge')],
  ['the list of where it came from', <LineageList key="" claimId="c-o" />, () => press('Unmerge')],
])('Unmerge from %s says so, with Undo', async (_, part, unmerge) => {
  const { asked } = show(debate().does('olga', merge('c-n', 'c-o')), 'olga', part);
  await unmerge();
  expect(said()).toMatch(/is a separate claim again\./);
  await press('Undo');
  expect(asked().map(({ type }) => type)).toEqual(['claim.unmerge', 'claim.merge']);
});

test('of the claims merged into one, 50 are drawn at a time', async () => {
  const merged = Array.from({ length: 60 }, (_, nth) => `m${nth}`);
  const many = debate().does('olga', ...merged.map((key) => newClaim(key, 'east')));
  many.does('olga', ...merged.map((key) => merge(`c-${key}`, 'c-o')));
  show(many, 'olga', <LineageList claimId="c-o" />);
  const lines = () => document.querySelectorAll('[data-relative]');
  expect(lines()).toHaveLength(50);
  await press('Show 10 more');
  expect(lines()).toHaveLength(60);
  expect(lines()[50]?.contains(document.activeElement)).toBe(true);
});
