// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NEW_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { wordsInForms } from '../../app/_board/core/store/form-drafts.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport } from '../../app/_board/core/transport/transport.ts';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { CommentList } from '../../app/_board/features/comments/comment-list.tsx';
import { AskForm } from '../../app/_board/features/questions/ask-form.tsx';
import { UnsavedTexts } from '../../app/_board/features/rejections/unsaved-texts.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { keepDraft, onDraftsChanged, readDraft } from '../../app/_ui/stored-draft.ts';
import { aDebate, merge, newClaim, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

afterEach(() => {
  cleanup();
  window.localStorage.clear();
  window.sessionStorage.clear();
});

const QUESTION = 'What of the rain?';

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your question' });

/** A page with the form for questions; `null`: of someone who has not joined. */
const aPageOf = (who: string | null) => show(aDebate(), who, <AskForm />);

/** A page on which someone has begun a question. */
async function aPageWrittenBy(who: string | null, question = QUESTION) {
  const page = aPageOf(who);
  await userEvent.type(field(), question);
  return page;
}

/** Changes the browser's storage as another tab does in which an account is deleted. */
const eraseElsewhere = () => window.localStorage.setItem('parley:drafts-forgotten', 'in another tab');

test.each([
  ['the person’s own words', 'emil', 'emil', QUESTION],
  ['what they wrote before they joined', null, 'emil', QUESTION],
  ['a reader’s own words', null, null, QUESTION],
  ['nothing of another person', 'emil', 'susi', ''],
  ['nothing of a person whose sign-in has ended', 'emil', null, ''],
])('the next page in a tab has %s in its composers', async (_, before, who, text) => {
  await aPageWrittenBy(before);
  cleanup();
  aPageOf(who);
  expect(field().value).toBe(text);
});

test.each([
  ['what they wrote before they joined', null, 'emil', QUESTION],
  ['nothing of another person', 'emil', 'susi', ''],
])('once someone is signed in, an open composer has %s', async (_, before, who, text) => {
  const { store } = await aPageWrittenBy(before);
  act(() => store.hydrateFromCache(aDebate().projection(who), who, []));
  expect(field().value).toBe(text);
});

test('after a person, a reader writes and joins as another: each keeps their own words, in this debate and others', async () => {
  await aPageWrittenBy('emil');
  cleanup();
  keepDraft('another-debate/susi/words/question', 'Who sweeps?');
  const { store } = await aPageWrittenBy(null, 'What of snow?');
  act(() => store.hydrateFromCache(aDebate().projection('susi'), 'susi', []));
  expect(field().value).toBe('What of snow?');
  expect(wordsInForms(store.state())).toEqual(['What of snow?']);
  expect(readDraft('a-debate/emil/words/question')).toBe('');
  expect(readDraft('another-debate/susi/words/question')).toBe('Who sweeps?');
});

test('words sent by joining are kept no longer', async () => {
  const { store, asked } = await aPageWrittenBy(null);
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  act(() => store.hydrateFromCache(aDebate().projection('emil'), 'emil', []));
  expect(asked()).toMatchObject([{ type: 'question.ask', text: QUESTION }]);
  expect(field().value).toBe('');
  expect(wordsInForms(store.state())).toEqual([]);
});

test('words of a person who waits to return are not sent by another who is signed in then', async () => {
  const debate = aDebate();
  const join = { who: 'emil', membership: 'removed' as 'removed' | 'member' };
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({
      ...welcomeOf(debate, join.who, after),
      standing: { muted: false, membership: join.membership, reason: null },
    }),
  };
  const { store, asked } = show(debate, 'emil', <AskForm />, [], { transport });
  store.connect();
  await waitFor(() => expect(store.state().standing?.membership).toBe('removed'));
  Object.assign(join, { who: 'susi', membership: 'member' });
  await userEvent.type(field(), QUESTION);
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await waitFor(() => expect(store.state().replica.participantId).toBe('susi'));
  await waitFor(() => expect(field().value).toBe(''));
  expect(asked()).toEqual([]);
});

test('an erasure in another tab empties an open composer at once', async () => {
  const { store } = await aPageWrittenBy('emil');
  act(() => {
    eraseElsewhere();
    window.dispatchEvent(new StorageEvent('storage', { key: 'parley:drafts-forgotten' }));
  });
  expect(field().value).toBe('');
  expect(wordsInForms(store.state())).toEqual([]);
});

test.each([
  ['is shown again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['is gone back to', () => window.dispatchEvent(new Event('pageshow'))],
])(
  'a tab that did not hear of an erasure deletes its drafts when it %s, and keeps what is written then',
  async (_, returns) => {
    await aPageWrittenBy('emil');
    cleanup();
    eraseElsewhere();
    returns();
    aPageOf('emil');
    expect(field().value).toBe('');
    await userEvent.type(field(), 'What of snow?');
    cleanup();
    aPageOf('emil');
    expect(field().value).toBe('What of snow?');
  },
);

test('reading a draft changes nothing: it happens while a page is drawn', () => {
  keepDraft('a-debate/emil/words/question', QUESTION);
  eraseElsewhere();
  const changed = vi.fn();
  const unsubscribe = onDraftsChanged(changed);
  const before = JSON.stringify(window.sessionStorage);
  expect(readDraft('a-debate/emil/words/question')).toBe(QUESTION);
  expect(JSON.stringify(window.sessionStorage)).toBe(before);
  expect(changed).not.toHaveBeenCalled();
  unsubscribe();
});

test.each([
  ['shows a person the words they began there', 'emil', [QUESTION]],
  ['shows nobody the words of another', 'susi', []],
])('a page without the debate %s', async (_, participantId, shown) => {
  await aPageWrittenBy('emil');
  keepDraft('a-debate/emil/words/comment/c-a', '  ');
  keepDraft('another-debate/emil/words/question', 'What of snow?');
  cleanup();
  render(
    <MessageProvider locale="en" messages={en}>
      <UnsavedTexts debateId="a-debate" participantId={participantId} />
    </MessageProvider>,
  );
  const quoted = [...document.querySelectorAll('blockquote')].map(({ textContent }) => textContent);
  expect(quoted).toEqual(shown);
});

describe('words begun at a claim that is merged into another', () => {
  const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^New|comment|follow$/ });
  const composers = {
    comment: (id: string) => <CommentList on={targetOf(id)} />,
    argument: (id: string) => (
      <ArgumentForm target={targetOf(id)} relation="attack" onDone={() => undefined} />
    ),
  };

  test.each([
    ['comment', 'c-o', 'c-d'],
    ['argument', 'c-o', 'c-d'],
    ['argument', 'l-o', 'l-d'],
  ] as const)('are in the composer for a new %s there: those at %s at %s', async (kind, from, into) => {
    const debate = aDebate().does('emil', newClaim('o', 'west'));
    for (const [id, text] of [
      [into, 'Here'],
      [from, 'Begun'],
    ] as const) {
      show(debate, 'emil', composers[kind](id));
      await userEvent.type(words(), text);
      cleanup();
    }
    debate.does('mona', merge('c-o', 'c-d'));
    const { store } = show(debate, 'emil', composers[kind](into));
    expect(words().value).toBe('Here\nBegun');
    expect(wordsInForms(store.state())).toEqual(['Here\nBegun']);
  });

  test('come into a composer that is open when they are merged, and leave nothing behind', async () => {
    const debate = aDebate().does('emil', newClaim('o', 'west'));
    show(debate, 'emil', composers.comment('c-o'));
    await userEvent.type(words(), 'Begun');
    cleanup();
    const { store, update } = show(debate, 'emil', composers.comment('c-d'));
    expect(words().value).toBe('');
    debate.does('mona', merge('c-o', 'c-d'));
    update();
    expect(words().value).toBe('Begun');
    await userEvent.clear(words());
    expect(wordsInForms(store.state())).toEqual([]);
  });

  test('stay in a composer that is still open at the merged claim', async () => {
    const debate = aDebate().does('emil', newClaim('o', 'west'));
    const { update } = show(debate, 'emil', composers.comment('c-o'));
    await userEvent.type(words(), 'Begun');
    debate.does('mona', merge('c-o', 'c-d'));
    update();
    expect(words().value).toBe('Begun');
  });

  test('bring the choices made beside them, unless others were made there', () => {
    const debate = aDebate().does('emil', newClaim('o', 'west')).does('mona', merge('c-o', 'c-d'));
    const choices = (title: string) => JSON.stringify({ source: { ...NEW_SOURCE, title } });
    const keys = ['c-o', 'c-d'].map((id) => `a-debate/emil/beside/choices/${id}`);
    const [from = '', into = ''] = keys;
    keepDraft(from, choices('Report'));
    show(debate, 'emil', composers.argument('c-d'));
    expect(keys.map(readDraft)).toEqual(['', choices('Report')]);
    cleanup();
    keepDraft(from, choices('Census'));
    show(debate, 'emil', composers.argument('c-d'));
    expect(keys.map(readDraft)).toEqual(['', choices('Report')]);
    keepDraft(into, '');
  });
});
