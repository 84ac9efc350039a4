// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { TextEditor } from '../../app/_board/core/writing/text-editor.tsx';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { CommentList } from '../../app/_board/features/comments/comment-list.tsx';
import { useTyping } from '../../app/_board/features/people/use-typing.ts';
import { AskForm } from '../../app/_board/features/questions/ask-form.tsx';
import type { WrittenText } from '../../domain/debate/texts/texts.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const CLAIM = { kind: 'claim', id: 'c-a' } as const;
const ignore = () => undefined;
const editor = (written: WrittenText) => (
  <TextEditor written={written} text="" label="Text" look="field" onDone={ignore} />
);

/** Says what the page sends to others, beside a field. */
function Typing({ children }: { children: ReactNode }) {
  const isTyping = useTyping();
  return (
    <>
      <output>{isTyping ? 'typing' : 'not typing'}</output>
      {children}
    </>
  );
}

test.each([
  ['an argument', 'typing', <ArgumentForm key="" target={CLAIM} relation="support" onDone={ignore} />],
  ['a comment', 'typing', <CommentList key="" on={CLAIM} />],
  ['a wording', 'typing', editor({ type: 'claim.edit', claimId: 'c-a' })],
  ['a question to the floor', 'not typing', <AskForm key="" />],
  ['the conclusion', 'not typing', editor({ type: 'conclusion.edit', section: 'agreements' })],
  ['the note of a source', 'not typing', editor({ type: 'source.edit', sourceId: 's-a', field: 'note' })],
])('others see at the selected claim whether someone writes there, not elsewhere: %s', (_, seen, field) => {
  show(aDebate(), 'dana', <Typing>{field}</Typing>);
  const [input = document.body] = screen.getAllByRole('textbox');
  fireEvent.input(input, { target: { value: 'Some words' } });
  expect(document.querySelector('output')?.textContent).toBe(seen);
});
