// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { TextEditor } from '../../app/_board/core/writing/text-editor.tsx';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { CommentList } from '../../app/_board/features/comments/comment-list.tsx';
import { useSendPresence } from '../../app/_board/features/people/use-send-presence.ts';
import { AskForm } from '../../app/_board/features/questions/ask-form.tsx';
import type { WrittenText } from '../../domain/debate/texts/texts.ts';
import type { PresenceMessage } from '../../domain/protocol/client-messages.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const CLAIM = { kind: 'claim', id: 'c-a' } as const;
const ignore = () => undefined;
const editor = (written: WrittenText) => (
  <TextEditor written={written} text="" label="Text" look="field" onDone={ignore} />
);

/** Sends the page's presence to the others, beside a field. */
function Sending({ children }: { children: ReactNode }) {
  useSendPresence();
  return children;
}

/** The presence that a page with these fields sends, as it changes. */
function showSending(fields: ReactNode): readonly PresenceMessage[] {
  const sent: PresenceMessage[] = [];
  const transport = { ...silentTransport(), sendPresence: (message: PresenceMessage) => sent.push(message) };
  show(aDebate(), 'dana', <Sending>{fields}</Sending>, [], { transport });
  return sent;
}

/** Writes in a plain field, or in an editor that is loaded, which has no value. */
const write = (field: HTMLElement) =>
  fireEvent.input(field, { target: field.isContentEditable ? {} : { value: 'Some words' } });

const AT_CLAIM = { at: 'c-a', writing: true };
/** Nothing is sent. */
const NOTHING = undefined;

test.each([
  ['an argument', AT_CLAIM, <ArgumentForm key="" target={CLAIM} relation="support" onDone={ignore} />],
  ['a comment', AT_CLAIM, <CommentList key="" on={CLAIM} />],
  ['a wording', AT_CLAIM, editor({ type: 'claim.edit', claimId: 'c-a' })],
  ['a comment that is edited', AT_CLAIM, editor({ type: 'comment.edit', commentId: 'm-a' })],
  ['a question to the floor', NOTHING, <AskForm key="" />],
  ['the conclusion', NOTHING, editor({ type: 'conclusion.edit', section: 'agreements' })],
  ['the note of a source', NOTHING, editor({ type: 'source.edit', sourceId: 's-a', field: 'note' })],
])('others see at a claim whether someone writes there, not elsewhere: %s', (_, seen, field) => {
  const sent = showSending(field);
  const [input = document.body] = screen.getAllByRole('textbox');
  write(input);
  expect(sent.at(-1)).toEqual(seen);
});

/** A button that begins an argument at the claim and leaves it open. */
function BeginArgument() {
  const { write: begin } = useViewActs();
  return (
    <button type="button" onClick={() => begin({ kind: 'argument', target: CLAIM, relation: 'support' })}>
      Begin
    </button>
  );
}

test('others see a comment at the claim where it is written, though an argument is open at another', () => {
  const sent = showSending(
    <>
      <BeginArgument />
      <CommentList on={{ kind: 'claim', id: 'c-d' }} />
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
  expect(sent.at(-1)).toEqual({ at: 'c-a', writing: false });
  write(screen.getByRole('textbox'));
  expect(sent.at(-1)).toEqual({ at: 'c-d', writing: true });
});
