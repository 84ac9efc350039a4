// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { NO_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { SourcePicker } from '../../app/_board/core/forms/source-picker.tsx';
import { aDebate, SOURCE } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** Counts how often a field of a record is read. */
function countReads<K extends string>(record: Readonly<Record<K, string>>, field: K) {
  const value = record[field];
  const get = vi.fn(() => value);
  Object.defineProperty(record, field, { get });
  return get;
}

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
  const { store } = show(aDebate().does('dana', passage('one'), passage('two')), 'dana', <Form />);
  expect(screen.getByRole('option', { name: 'two' })).toBeTruthy();
  const source = store.state().replica.view.sources.get('s-two') ?? expect.fail('there is no such source');
  const reads = countReads(source, 'excerpt');
  await userEvent.type(screen.getAllByRole('textbox')[0] ?? expect.fail('there is no field'), 'many keys');
  expect(reads).not.toHaveBeenCalled();
});
