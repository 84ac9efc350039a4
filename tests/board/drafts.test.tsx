// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { AskForm } from '../../app/_board/features/questions/ask-form.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const QUESTION = 'What of the rain?';

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your question' });

/** A page on which someone has begun a question; `null`: someone who has not joined. */
async function aPageOf(who: string | null) {
  const page = show(aDebate(), who, <AskForm />);
  await userEvent.type(field(), QUESTION);
  return page;
}

test.each([
  ['the person’s own words', 'emil', 'emil', QUESTION],
  ['what they wrote before they joined', null, 'emil', QUESTION],
  ['a reader’s own words', null, null, QUESTION],
  ['nothing of another person', 'emil', 'susi', ''],
])('the next page in a tab has %s in its composers', async (_, before, who, text) => {
  await aPageOf(before);
  cleanup();
  show(aDebate(), who, <AskForm />);
  expect(field().value).toBe(text);
});

test.each([
  ['what they wrote before they joined', null, 'emil', QUESTION],
  ['nothing of another person', 'emil', 'susi', ''],
])('once someone is signed in, an open composer has %s', async (_, before, who, text) => {
  const { store } = await aPageOf(before);
  act(() => store.hydrateFromCache(aDebate().projection(who), who, []));
  expect(field().value).toBe(text);
});
