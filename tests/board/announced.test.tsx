// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAnnounce } from '../../app/_board/core/announcing/announce-context.tsx';
import { Announced } from '../../app/_board/core/announcing/announced.tsx';
import { followFocus } from '../../app/_ui/focus/catch-focus.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A message with a button that undoes it. */
const undo = () => screen.queryByRole('button', { name: 'Undo' });
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

/** Lengths of messages without a button. */
const LENGTHS = [80, 180, 1_000];

function Says() {
  const announce = useAnnounce();
  return (
    <>
      <button type="button" onClick={() => announce('Claim moved.', () => announce('Undone.'))}>
        Move
      </button>
      {LENGTHS.map((length) => (
        <button key={length} type="button" onClick={() => announce('x'.repeat(length))}>
          Say {length}
        </button>
      ))}
      <div role="treeitem" aria-selected="false" tabIndex={0} />
    </>
  );
}

function opens(): void {
  render(
    <MessageProvider locale="en" messages={en}>
      <Announced>
        <Says />
      </Announced>
    </MessageProvider>,
  );
}

function moves(): void {
  opens();
  fireEvent.click(screen.getByRole('button', { name: 'Move' }));
}

test('a message with a button stays twelve seconds', () => {
  moves();
  pass(11_900);
  expect(undo()).not.toBeNull();
  pass(200);
  expect(undo()).toBeNull();
});

test.each([
  [80, 5_000],
  [180, 10_000],
  [1_000, 20_000],
])('a message of %i characters stays %i milliseconds', (length, time) => {
  opens();
  fireEvent.click(screen.getByRole('button', { name: `Say ${length}` }));
  const text = 'x'.repeat(length);
  pass(time - 100);
  expect(screen.queryByText(text)).not.toBeNull();
  pass(200);
  expect(screen.queryByText(text)).toBeNull();
});

test.each([
  [
    'under the mouse',
    (on: HTMLElement) => fireEvent.pointerEnter(on, { pointerType: 'mouse' }),
    (on: HTMLElement) => fireEvent.pointerLeave(on, { pointerType: 'mouse' }),
  ],
  ['with the focus', (on: HTMLElement) => act(() => on.focus()), (on: HTMLElement) => act(() => on.blur())],
])('%s it waits, and goes some time after', (_, come, leave) => {
  moves();
  const button = undo();
  if (!button) throw new Error('no button');
  come(button);
  pass(55_000);
  expect(undo()).not.toBeNull();
  leave(button);
  pass(11_900);
  expect(undo()).not.toBeNull();
  pass(200);
  expect(undo()).toBeNull();
});

test('it waits for the focus while the mouse comes and goes, but for no more than a minute', () => {
  moves();
  const button = undo();
  if (!button) throw new Error('no button');
  act(() => button.focus());
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  fireEvent.pointerLeave(button, { pointerType: 'mouse' });
  pass(55_000);
  expect(undo()).not.toBeNull();
  pass(6_000);
  expect(undo()).toBeNull();
});

test('a tap does not keep it', () => {
  moves();
  const button = undo();
  if (button) fireEvent.pointerEnter(button, { pointerType: 'touch' });
  pass(12_100);
  expect(undo()).toBeNull();
});

test('the same sentence again is another element, which screen readers speak', () => {
  moves();
  const first = screen.getByText('Claim moved.');
  fireEvent.click(screen.getByRole('button', { name: 'Move' }));
  expect(screen.getByText('Claim moved.')).not.toBe(first);
});

test.each(['Undo', 'Dismiss'])(
  '%s gives the focus back to the claims, and holds no later message',
  (name) => {
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => Number(draw(0)));
    const stop = followFocus();
    moves();
    const pressed = screen.getByRole('button', { name });
    act(() => pressed.focus());
    fireEvent.keyDown(pressed, { key: 'Enter' });
    fireEvent.click(pressed);
    expect(document.activeElement).toBe(screen.getByRole('treeitem'));
    fireEvent.click(screen.getByRole('button', { name: 'Move' }));
    fireEvent.pointerEnter(undo() ?? expect.fail(), { pointerType: 'mouse' });
    fireEvent.pointerLeave(undo() ?? expect.fail(), { pointerType: 'mouse' });
    pass(12_100);
    expect(undo()).toBeNull();
    stop();
    vi.restoreAllMocks();
  },
);
