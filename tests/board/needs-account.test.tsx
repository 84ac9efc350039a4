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

test('the dialog for the link says that people need an account to join', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', accounts: true });
  show(debate, 'olga', <ShareDialog onClose={() => {}} onExport={() => {}} onPrint={() => {}} />);
  expect(screen.getByRole('dialog').textContent).toContain('You need an account to join.');
});

test('an account can be asked of people with a link or code where others only read', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', accounts: true, guests: 'none' });
  show(debate, 'olga', <DebateSection />);
  const chosen = screen.getByRole('radio', { name: 'Only people with an account' });
  expect((chosen as HTMLInputElement).checked).toBe(true);
  expect(screen.getByText(/^Applies to links and codes\. Email invitations always need/)).toBeTruthy();
});
