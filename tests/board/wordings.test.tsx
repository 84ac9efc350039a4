// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import Wordings from '../../app/_board/features/wordings/wordings.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('wordings that did not load say so, and load when asked again', async () => {
  vi.stubGlobal('fetch', noServer);
  const debate = aDebate();
  const claim = debate.state.claims.get('c-a') ?? expect.fail();
  show(debate, 'dana', <Wordings claim={claim} />);
  expect((await screen.findByRole('alert')).textContent).toBe('The wordings couldn’t be loaded.');
  expect(screen.queryByText('Loading…')).toBeNull();
  const first = { at: 1_000, number: 1, text: 'Before', by: ['dana'] };
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, wordings: [first] }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('listitem')).textContent).toContain('Before');
  expect(document.activeElement).toBe(screen.getByRole('list'));
});
