// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { NO_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { SourcePicker } from '../../app/_board/core/forms/source-picker.tsx';
import { truncateText } from '../../domain/formats/whole-text.ts';
import { aDebate, SOURCE } from '../support/debate-builder.ts';
import { show } from './show.tsx';

vi.mock('../../domain/formats/whole-text.ts', async (original) => {
  const real = await original<{ truncateText: typeof truncateText }>();
  return { ...real, truncateText: vi.fn(real.truncateText) };
});

afterEach(cleanup);

function Form() {
  const [text, setText] = useState('');
  return (
    <>
      <textarea value={text} onChange={({ target }) => setText(target.value)} />
      <SourcePicker draft={NO_SOURCE} onChange={() => setText('')} />
    </>
  );
}

test('typing beside the source picker draws none of its sources again', async () => {
  const passage = (key: string) =>
    ({ ...SOURCE, sourceId: `s-${key}`, title: 'A report', url: '', locator: '', excerpt: key }) as const;
  show(aDebate().does('dana', passage('one'), passage('two')), 'dana', <Form />);
  expect(screen.getByRole('option', { name: 'two' })).toBeTruthy();
  const drawn = vi.mocked(truncateText).mock.calls.length;
  expect(drawn).toBeGreaterThan(0);
  await userEvent.type(screen.getAllByRole('textbox')[0] ?? expect.fail('there is no field'), 'many keys');
  expect(vi.mocked(truncateText).mock.calls.length).toBe(drawn);
});
