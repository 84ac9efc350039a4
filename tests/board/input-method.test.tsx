// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { TargetSearch } from '../../app/_board/core/forms/target-search.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { NEW_SEARCH } from '../../app/_board/features/search/refine-search.ts';
import { SearchBar } from '../../app/_board/features/search/search-bar.tsx';
import CommandPalette from '../../app/_board/header/command-palette.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

type Act = (what: string) => () => void;

/** The bar of a search, and the button that opens it. */
function Searching() {
  const { seek } = useViewActs();
  return (
    <>
      <button type="button" onClick={() => seek(NEW_SEARCH)}>
        Begin
      </button>
      <SearchBar />
    </>
  );
}

/** Presses a key as it is reported while an input method converts: the second way is Safari's. */
function pressWhileConverting(field: Element, key: string): void {
  for (const converting of [{ isComposing: true }, { keyCode: 229 }])
    fireEvent.keyDown(field, { key, ...converting });
}

const FIELDS: Record<string, (act: Act) => ReactNode> = {
  'the command palette': (act) => (
    <CommandPalette commands={[{ id: 'one', label: 'One', act: act('chosen') }]} onClose={() => undefined} />
  ),
  'a search for a claim': (act) => (
    <TargetSearch except="" kinds="claims" chosen={null} onChoose={act('chosen')} />
  ),
  'the form for an argument': (act) => (
    <ArgumentForm target={{ kind: 'position', id: 'west' }} relation="support" onDone={act('done')} />
  ),
};

test.each([
  ['the command palette', 'Enter'],
  ['a search for a claim', 'Enter'],
  ['the form for an argument', 'Escape'],
])('in %s, %s belongs to the input method while that converts', (field, key) => {
  const acted: string[] = [];
  show(
    aDebate(),
    'dana',
    FIELDS[field]?.((what) => () => acted.push(what)),
  );
  const [input = document.body] = document.querySelectorAll('input, textarea');
  pressWhileConverting(input, key);
  expect(acted).toEqual([]);
  fireEvent.keyDown(input, { key });
  expect(acted).toHaveLength(1);
});

test('in the search, Escape belongs to the input method while that converts', () => {
  show(aDebate(), 'dana', <Searching />);
  fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
  pressWhileConverting(screen.getByRole('searchbox'), 'Escape');
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
  expect(screen.queryByRole('searchbox')).toBeNull();
});
