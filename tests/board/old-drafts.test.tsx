// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { leftComposer, parseChoices } from '../../app/_board/core/commands/open-composer.ts';
import { NO_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { hasBegunForms } from '../../app/_board/core/store/form-drafts.ts';
import { GroupsSection } from '../../app/_board/features/groups/groups-section.tsx';
import SplitDialog from '../../app/_board/features/lineage/split-dialog.tsx';
import HideDialog from '../../app/_board/features/moderation/hide-dialog.tsx';
import ReportDialog from '../../app/_board/features/moderation/report-dialog.tsx';
import { QuickPollForm } from '../../app/_board/features/polls/quick-poll-form.tsx';
import SuggestDialog from '../../app/_board/features/suggestions/suggest-dialog.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { keepDraft } from '../../app/_ui/stored-draft.ts';
import { readNewDebate } from '../../app/new/new-debate-draft.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const close = () => undefined;
const kept = (fields: object) => JSON.stringify({ fields, isBegun: true });
/** Keeps a draft as a release with another form has left it. */
const left = (name: string, text: string, who = 'mona') => keepDraft(`a-debate/${who}/${name}`, text);

const WORDS = 'Words that fit';

test.each<[string, ReactElement, object, string[]]>([
  ['suggest/c-a', <SuggestDialog key="a" claimId="c-a" onClose={close} />, { was: 1, note: WORDS }, [WORDS]],
  ['report/c-a', <ReportDialog key="a" on="c-a" onClose={close} />, { reason: [], note: WORDS }, [WORDS]],
  [
    'hide/claim/c-a',
    <HideDialog key="a" hide={{ what: 'claim', id: 'c-a' }} onClose={close} />,
    { reason: 'off topic', note: { words: WORDS } },
    [],
  ],
  [
    'split/c-a',
    <SplitDialog key="a" claimId="c-a" onClose={close} />,
    { parts: 'two', takenBy: null, text: WORDS },
    [WORDS],
  ],
  ['quickPoll', <QuickPollForm key="a" />, { question: WORDS, shape: { options: null } }, [WORDS]],
  ['groups', <GroupsSection key="a" />, { isOpen: true, drafts: [{ members: 3 }] }, []],
])('a draft of another shape in the form %s leaves what fits', (form, element, fields, words) => {
  left(`form/${form}`, kept(fields));
  show(aDebate(), 'mona', element);
  const values = screen.queryAllByRole<HTMLTextAreaElement>('textbox').map(({ value }) => value);
  for (const one of words) expect(values).toContain(one);
});

test('a form whose draft cannot be read is empty, and not begun', () => {
  left('form/suggest/c-a', '{"fields":');
  expect(hasBegunForms()).toBe(false);
  show(aDebate(), 'mona', <SuggestDialog claimId="c-a" onClose={close} />);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: en.suggestions.note }).value).toBe('');
});

test('choices of another shape in a composer are none', () => {
  expect(parseChoices('{"source":{"kind":"new","title":1}}')).toEqual({ source: NO_SOURCE });
  expect(parseChoices('{"source":"a book"}')).toEqual({ source: NO_SOURCE });
});

test('a composer that was left open in another shape is not opened', () => {
  const { store } = show(aDebate(), 'mona', <p />);
  left('beside/composer', '{"on":"c-a"}');
  expect(leftComposer(store.state())).toBeNull();
});

test('a new debate that was begun in another shape keeps what fits of it', () => {
  keepDraft('new/dana/form/blank', kept({ fields: { title: 'Rain' }, positions: [{ name: 'Yes' }] }));
  expect(readNewDebate({ form: 'blank', person: 'dana' }, false)).toEqual({ fields: { title: 'Rain' } });
});
