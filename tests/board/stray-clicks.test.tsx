// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useStrayClicks } from '../../app/_board/core/focus/use-stray-clicks.ts';

const acted = vi.fn();
const cleared = vi.fn();

function Page() {
  useStrayClicks();
  return (
    // biome-ignore lint/a11y: what is tested is a click that reaches no control.
    <main onClick={cleared}>
      <button type="button" onClick={acted}>
        <span>Done</span>
      </button>
      <p>Text</p>
    </main>
  );
}

const press = (target: Element, at: Partial<PointerEventInit> = {}) =>
  target.dispatchEvent(
    new PointerEvent('pointerdown', { bubbles: true, isPrimary: true, clientX: 50, clientY: 50, ...at }),
  );
/** A click as a browser reports it: on what the places of press and release have in common. */
const click = (target: Element, clientY = 50, detail = 1) =>
  target.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, detail, clientX: 50, clientY }),
  );

beforeEach(() => {
  acted.mockClear();
  cleared.mockClear();
  render(<Page />);
});

test('a press acts on the control that moved away before the pointer was lifted, once', () => {
  press(screen.getByText('Done'));
  click(screen.getByRole('main'));
  expect(acted).toHaveBeenCalledTimes(1);
  click(screen.getByRole('main'));
  expect(acted).toHaveBeenCalledTimes(1);
});

test('a click on a control that did not move acts once', () => {
  press(screen.getByText('Done'));
  click(screen.getByRole('button'));
  expect(acted).toHaveBeenCalledTimes(1);
});

test('a press acts on no control if the pointer goes away from it, is on nothing, or is the second finger or button', () => {
  press(screen.getByText('Done'));
  click(screen.getByRole('main'), 80);
  press(screen.getByText('Text'));
  click(screen.getByRole('main'));
  press(screen.getByText('Done'), { isPrimary: false });
  click(screen.getByRole('main'));
  press(screen.getByText('Done'), { button: 2 });
  click(screen.getByRole('main'));
  expect(acted).not.toHaveBeenCalled();
  expect(cleared).toHaveBeenCalledTimes(4);
});

test('a click by a key on something else is its own', () => {
  press(screen.getByText('Done'));
  click(screen.getByRole('main'), 50, 0);
  expect(acted).not.toHaveBeenCalled();
});
