// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { TargetSearch } from '../../app/_board/core/forms/target-search.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test.each(['Enter', 'ArrowDown'])(
  '%s chooses what the words in the field find, even before the results follow them',
  async (key) => {
    const chosen: string[] = [];
    const debate = aDebate().does(
      'olga',
      newClaim('apples', 'east', { text: 'Apples keep.' }),
      newClaim('pears', 'east', { text: 'Pears rot.' }),
    );
    show(
      debate,
      'olga',
      <TargetSearch except="" kinds="claims" chosen={null} onChoose={({ id }) => chosen.push(id)} />,
    );
    const field = screen.getByRole<HTMLInputElement>('searchbox');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'apples');
    // Without the library's `act`, which would wait for the results: a person doesn't.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    expect(screen.queryByText('Pears rot.')).not.toBeNull();
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(chosen).toEqual(['c-apples']);
    await expect.poll(() => screen.queryByText('Pears rot.')).toBeNull();
    const result = screen.getByRole('radio', { name: 'Apples keep.' });
    await expect.poll(() => document.activeElement).toBe(key === 'Enter' ? field : result);
  },
);

test('the number of results is spoken once the typing pauses', async () => {
  show(aDebate(), 'olga', <TargetSearch except="" kinds="claims" chosen={null} onChoose={() => undefined} />);
  const said = () => screen.getByRole('status').textContent;
  expect(said()).toBe('');
  await userEvent.type(screen.getByRole('searchbox'), 'qqqq');
  await expect.poll(said).toBe('Nothing found');
  await userEvent.clear(screen.getByRole('searchbox'));
  await expect.poll(said).toBe('');
});
