// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, comment, report } from '../support/debate-builder.ts';

beforeEach(() => {
  // Other files of this process may have loaded the part that arrives late here.
  vi.resetModules();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a press on Manage isn’t lost while the number of waiting items arrives', async () => {
  const debate = aDebate().does('dana', comment({ commentId: 'm-n', text: 'Buy this' }));
  debate.does('emil', report('r-n', 'm-n'));
  const { noServer, show } = await import('./show.tsx');
  const { ToolRail } = await import('../../app/_board/header/tool-rail.tsx');
  vi.stubGlobal('fetch', noServer);
  const nothing = () => {};
  show(debate, 'mona', <ToolRail onNoteSettings={nothing} onManage={nothing} />);
  const pressed = screen.getByRole('button', { name: 'Manage' });
  // A click goes to the element on which both pressing and releasing happened.
  expect(await screen.findByRole('button', { name: 'Manage (1)' })).toBe(pressed);
});

test('a click on Facilitate isn’t missed while what is new arrives above it', async () => {
  const { act } = await import('@testing-library/react');
  const { noServer, show } = await import('./show.tsx');
  const { ToolRail } = await import('../../app/_board/header/tool-rail.tsx');
  vi.stubGlobal('fetch', noServer);
  const nothing = () => {};
  const { store } = show(aDebate(), 'mona', <ToolRail onNoteSettings={nothing} onManage={nothing} />);
  const place = () => {
    const facilitate = screen.getByRole('button', { name: 'Facilitate' });
    return [...screen.getByRole('group', { name: 'Tools' }).children].indexOf(facilitate);
  };
  const before = place();
  expect(screen.queryByRole('button', { name: /new/ })).toBeNull();
  act(() => store.markSeen(NO_READ_MARKS));
  await screen.findByRole('button', { name: /new/ });
  expect(place()).toBe(before);
});
