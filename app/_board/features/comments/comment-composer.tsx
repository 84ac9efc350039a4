'use client';

import { type FormEvent, type Ref, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import field from '#app/_ui/field.module.css';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { countCharacters } from '#domain/debate/texts/wording.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { CharacterCount } from '../../core/forms/character-count.tsx';
import { handleFormKeys } from '../../core/forms/form-keys.ts';
import { useDraft } from '../../core/forms/use-draft.ts';
import { useNames } from '../../core/people/use-called.ts';
import { WritesAs } from '../../core/people/writes-as.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { DraftName } from '../../core/store/form-drafts.ts';
import type { Naming, Proposal } from '../../core/writing/completion.ts';
import { CompletionList } from '../../core/writing/completion-list.tsx';
import { storedText } from '../../core/writing/labels.ts';
import { useCompletion } from '../../core/writing/use-completion.ts';
import { useWritingMark } from '../../core/writing/writing-mark.ts';
import styles from './comments.module.css';

/** Number of characters left at which the count is shown. */
const NEAR_THE_LIMIT = 500;

interface CommentComposerProps {
  readonly label: string;
  readonly sendLabel: string;
  /** The item that is commented on. */
  readonly on: Target;
  readonly draft: DraftName;
  readonly operationFor: (text: string) => Operation;
  readonly onDone?: () => void;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
}

/** Composer for a comment or a reply: `@` names people, `#` claims. */
export function CommentComposer({
  label,
  sendLabel,
  on,
  draft,
  operationFor,
  onDone,
  fieldRef,
}: CommentComposerProps) {
  const t = useMessages('comments');
  const controls = useMessages('controls');
  const [text, setText] = useDraft(draft);
  const mark = useWritingMark(on);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  const announce = useAnnounce();
  const store = useBoardStore();
  const own = useRef<HTMLTextAreaElement>(null);
  const chosen = useRef(new Map<string, string>());
  const caret = useRef<number | null>(null);
  const completion = useCompletion(({ label: named, id }: Proposal, { from, to }: Naming) => {
    chosen.current.set(named, id);
    caret.current = from + named.length + 1;
    setText(`${text.slice(0, from)}${named} ${text.slice(to).replace(/^ /, '')}`);
  });
  useLayoutEffect(() => {
    // React moves the caret to the end of a text that it sets.
    if (caret.current !== null) own.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  // The hint stays after the first focus: if it vanished on blur, what the viewer is about to press would move away from under the
  // pointer.
  const [entered, setEntered] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key may move what is below the field out of view.
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) form.current.scrollIntoView({ block: 'nearest' });
  }, [text, entered]);
  const open = text !== '' || onDone !== undefined;
  const hintId = useId();
  const names = useNames();

  const send = (event: FormEvent) => {
    event.preventDefault();
    const { people, debateId, replica } = store.state();
    const stored = storedText(text.trim(), replica.view, people, { chosen: chosen.current, debateId });
    submit([operationFor(stored)], (refusal) => {
      setProblem(refusal);
      if (refusal) return;
      setText('');
      announce(t('sent'));
      onDone?.();
    });
  };
  return (
    <form
      ref={form}
      className={styles.form}
      data-open={open || undefined}
      {...mark}
      onSubmit={send}
      onKeyDown={(event) => handleFormKeys(event, () => onDone?.())}
    >
      <textarea
        ref={(element) => {
          own.current = element;
          if (typeof fieldRef === 'function') return fieldRef(element);
          if (fieldRef) fieldRef.current = element;
        }}
        className={field.input}
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={t('placeholder')}
        value={text}
        aria-describedby={entered ? hintId : undefined}
        onFocus={() => setEntered(true)}
        aria-autocomplete="list"
        aria-controls={completion.proposals.length > 0 ? completion.listId : undefined}
        aria-activedescendant={
          completion.proposals.length > 0 ? completion.optionId(completion.at) : undefined
        }
        onChange={(event) => {
          setText(event.target.value);
          completion.moved(event.target.value, event.target.selectionStart);
        }}
        onSelect={({ currentTarget }) => completion.moved(currentTarget.value, currentTarget.selectionStart)}
        onKeyDown={completion.onKeyDown}
      />
      <CompletionList completion={completion} />
      {entered && (
        <Note id={hintId}>{t('writeHint', { anonymous: names === 'anonymous' ? 'yes' : 'no' })}</Note>
      )}
      {open && <WritesAs />}
      <RejectionNote rejection={problem} />
      {open && (
        <div className={styles.formFoot}>
          {LIMITS.commentCharacters - countCharacters(text) < NEAR_THE_LIMIT && (
            <CharacterCount text={text} limit={LIMITS.commentCharacters} />
          )}
          {onDone && (
            <Button look="quiet" size="small" onClick={onDone}>
              {controls('cancel')}
            </Button>
          )}
          <Button
            look="primary"
            size="small"
            type="submit"
            // By a key: the button goes with the text that it sends. After a tap, a phone's keyboard would come back.
            onClick={({ detail }) => detail === 0 && own.current?.focus()}
          >
            {sendLabel}
          </Button>
        </div>
      )}
    </form>
  );
}
