// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useGuardSentence } from '../../app/_board/features/rejections/use-guard-sentence.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('letters typed after the field vanished are no commands, however long its writer paused before', async () => {
  render(<Guarded />);
  const field = document.createElement('input');
  document.body.append(field);
  press(field, 'a', performance.now() - 60_000);
  field.remove();
  // Observers of mutations are called before this is done.
  await Promise.resolve();
  expect(press(document.body, 'o', performance.now())).toBe(false);
  expect(press(document.body, 'u', performance.now() + 1_000)).toBe(false);
  expect(press(document.body, 'o', performance.now() + 60_000)).toBe(true);
});

test.each(['before', 'after'])(
  'the sentence goes on in an editor that is there %s the field is gone',
  async (when) => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    render(<Guarded />);
    const [field, editor] = [document.createElement('input'), document.createElement('textarea')];
    document.body.append(field, editor);
    press(field, 'a', 1_000);
    if (when === 'before') editor.focus();
    field.remove();
    await Promise.resolve();
    if (when === 'after') editor.focus();
    now.mockReturnValue(60_000);
    editor.remove();
    await Promise.resolve();
    expect(press(document.body, 'o', 60_500)).toBe(false);
    expect(press(document.body, 'o', 90_000)).toBe(true);
  },
);

test('letters are commands while the field that was written in is still there', () => {
  render(<Guarded />);
  const field = document.createElement('input');
  document.body.append(field);
  press(field, 'a', performance.now());
  expect(press(document.body, 'o', performance.now())).toBe(true);
  field.remove();
});

function Guarded() {
  useGuardSentence();
  return null;
}

/** Returns whether the key reached the commands of the page. */
function press(target: Element, key: string, timeStamp: number): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  return target.dispatchEvent(event);
}
