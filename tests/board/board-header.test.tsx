// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardHeader } from '../../app/_board/header/board-header.tsx';
import { aDebate, agree } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const header = (who: string | null) =>
  show(
    aDebate(),
    who,
    <FollowProvider>
      <BoardHeader />
    </FollowProvider>,
    who === null ? [] : [{ id: who, name: 'Dana Deer' }],
  );

const tools = () =>
  within(screen.getByRole('group', { name: 'Tools' }))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.title);

describe('the tools beside a debate', () => {
  test('are read-only for a reader, and editable for people who may edit', () => {
    header(null);
    expect(tools()).toEqual(['Guided voting', 'Sources', 'Analysis', 'History']);
    cleanup();
    header('dana');
    expect(tools()).toEqual(['Guided voting', 'Sources', 'Analysis', 'History', 'Inbox', 'Undo', 'Redo']);
    cleanup();
    header('mona');
    expect(tools()).toEqual([
      'Guided voting',
      'Sources',
      'Analysis',
      'History',
      'Inbox',
      'Facilitate',
      'Manage',
      'Undo',
      'Redo',
    ]);
  });

  test('an observer has neither something to undo nor a vote', () => {
    header('otto');
    expect(tools()).not.toContain('Undo');
    expect(tools()).not.toContain('Guided voting');
  });

  test('Undo is offered once there is something to undo', () => {
    const { store } = header('dana');
    const undo = () => screen.getByRole('button', { name: 'Undo' });
    expect(undo()).toHaveProperty('disabled', true);
    act(() => void store.submit(agree('c-a')));
    expect(undo()).toHaveProperty('disabled', false);
  });

  test('the viewer’s own name is not beside their face', () => {
    header('dana');
    expect(screen.getByRole('banner').textContent).not.toContain('Dana');
  });
});
