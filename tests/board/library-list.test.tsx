// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { NO_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { SourcePicker } from '../../app/_board/core/forms/source-picker.tsx';
import { LibraryList } from '../../app/_board/features/evidence/library-list.tsx';
import { aDebate, cite, SOURCE } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('[EV10] a source of which several passages are there stands in the picker once, with its passages', () => {
  const passage = (key: string, locator: string) =>
    ({ ...SOURCE, sourceId: `s-${key}`, title: 'A report', url: '', locator }) as const;
  const debate = aDebate().does('dana', passage('p10', 'p. 10'), passage('p9', 'p. 9'));
  show(debate, 'dana', <SourcePicker draft={NO_SOURCE} onChange={() => undefined} />);
  const work = screen.getByRole('group', { name: 'A report' });
  expect([...work.children].map(({ textContent }) => textContent)).toEqual(['p. 9', 'p. 10']);
  expect(screen.queryAllByRole('option', { name: /A report/ })).toEqual([]);
});

test('[EV10] a source of which several passages are cited stands in the library once, with its passages', () => {
  const passage = (key: string, locator: string) =>
    ({ ...SOURCE, sourceId: `s-${key}`, title: 'A report', url: '', locator }) as const;
  const debate = aDebate()
    .does('dana', passage('p9', 'p. 9'), passage('p10', 'p. 10'))
    .does('dana', cite('c-a', 's-p9'), cite('c-a', 's-p10'));
  show(debate, 'dana', <LibraryList />);
  expect(screen.getAllByText('A report')).toHaveLength(1);
  const work = screen.getByText('A report').closest('details');
  expect(work?.textContent).toMatch(/^A report 2 passages Cited by 1 claim/);
  const parts = [...(work?.querySelectorAll('[data-listed]') ?? [])].map(({ textContent }) =>
    textContent?.trim(),
  );
  expect(parts).toEqual([expect.stringContaining('p. 9 '), expect.stringContaining('p. 10 ')]);
});

test('[EV10] a passage is a row that begins with its excerpt, and few documents show their passages at once', () => {
  const passage = (key: string, locator: string, excerpt: string) =>
    ({ ...SOURCE, sourceId: `s-${key}`, title: 'A report', url: '', locator, excerpt }) as const;
  const debate = aDebate()
    .does('dana', passage('p9', 'p. 9', 'Nine words of it.'), passage('p10', 'p. 10', 'Ten words of it.'))
    .does('dana', cite('c-a', 's-p9'), cite('c-b', 's-p9'));
  show(debate, 'dana', <LibraryList />);
  const work = screen.getByText('A report').closest('details');
  expect(work?.open).toBe(true);
  expect(work?.querySelector('[data-listed="s-p9"]')?.textContent?.trim()).toMatch(
    /^Nine words of it\. p\. 9 Cited by 2 claims/,
  );
  expect(work?.querySelector('[data-listed="s-p10"]')?.textContent).not.toContain('A report');
});

test('many sources are shown in parts, with the beginning of a long excerpt, and are found by its end', async () => {
  const source = (key: number, excerpt = '') =>
    ({ ...SOURCE, sourceId: `s-${key}`, title: `Source ${key}`, excerpt }) as const;
  const debate = aDebate();
  for (let key = 1; key < 60; key += 1) debate.does('dana', source(key));
  debate.does('dana', source(0, `${'word '.repeat(100)}ending`));
  show(debate, 'dana', <LibraryList />);
  const listed = () => [...document.querySelectorAll<HTMLElement>('[data-listed]')];
  const all = debate.state.sources.size;
  expect(listed()).toHaveLength(50);
  await userEvent.click(screen.getByRole('button', { name: `Show ${all - 50} more` }));
  expect(listed()).toHaveLength(all);
  expect(document.activeElement).toBe(listed()[50]);
  await userEvent.type(screen.getByRole('searchbox'), 'Ending');
  await expect.poll(() => listed().map(({ dataset }) => dataset.listed)).toEqual(['s-0']);
  expect(listed()[0]?.textContent?.length).toBeLessThan(300);
});
