// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import ShareDialog from '../../app/_board/header/share-dialog.tsx';
import { DebateSection } from '../../app/_board/manage/debate-section.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the dialog for the link says that joining takes an account', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', accounts: true });
  show(debate, 'olga', <ShareDialog onClose={() => {}} onExport={() => {}} onPrint={() => {}} />);
  expect(screen.getByRole('dialog').textContent).toContain('Joining takes an account.');
});

test('an account can be asked of newcomers where people join by email only', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', accounts: true, guests: 'none' });
  show(debate, 'olga', <DebateSection />);
  const chosen = screen.getByRole('radio', { name: 'Only people with an account' });
  expect((chosen as HTMLInputElement).checked).toBe(true);
});
