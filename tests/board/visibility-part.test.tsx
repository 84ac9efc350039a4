// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { VisibilityPart } from '../../app/_board/features/invitations/visibility-part.tsx';
import type { Visibility } from '../../domain/debate/head/head.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const LABELS = {
  public: 'Public and listed',
  unlisted: 'Anyone with the link',
  private: 'Only participants',
} as const;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));

/** The setting as the owner of a debate with this visibility sees it. */
function showIn(visibility: Visibility) {
  const debate = aDebate();
  if (debate.state.head?.visibility !== visibility)
    debate.does('olga', { type: 'debate.setVisibility', visibility });
  return show(debate, 'olga', <VisibilityPart />);
}

test.each([
  ['private', 'public', 'Make public', /Anyone can find and read it\..*people may have read/],
  [
    'private',
    'unlisted',
    'Open to anyone with the link',
    /Anyone with the link can read it\..*people may have read/,
  ],
  ['unlisted', 'public', 'Make public', /Anyone can find and read it\..*You can change this back/],
  ['public', 'private', 'Make private', /Viewers lose access immediately/],
] as const)('a change from %s to %s is asked for once it is confirmed', async (from, to, confirm, said) => {
  const { asked } = showIn(from);
  await choose(LABELS[to]);
  expect(screen.getByRole('dialog').textContent).toMatch(said);
  expect(asked()).toEqual([]);
  await press('Cancel');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: LABELS[from] }).checked).toBe(true);
  await choose(LABELS[to]);
  await press(confirm);
  expect([asked(), screen.queryByRole('dialog')]).toEqual([
    [{ type: 'debate.setVisibility', visibility: to }],
    null,
  ]);
});

test('a debate that is only taken from the lists asks for no confirmation', async () => {
  const { asked } = showIn('public');
  await choose(LABELS.unlisted);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked()).toEqual([{ type: 'debate.setVisibility', visibility: 'unlisted' }]);
});
