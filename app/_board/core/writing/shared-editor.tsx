'use client';

import { type FormEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { mentionOf, referenceTo } from '#domain/debate/comments/mentions.ts';
import { boundOf } from '#domain/debate/edits/decide-text.ts';
import { textNamed, type WrittenText } from '#domain/debate/texts/texts.ts';
import { RejectionNote } from '../commands/rejection-note.tsx';
import { CharacterCount } from '../forms/character-count.tsx';
import { handleFormKeys } from '../forms/form-keys.ts';
import { WritesAs } from '../people/writes-as.tsx';
import { CompletionList } from './completion-list.tsx';
import type { EarlyInput } from './early-input.ts';
import styles from './shared-editor.module.css';
import { useCompletion } from './use-completion.ts';
import { useReadOut } from './use-read-out.ts';
import { useWriting } from './use-writing.ts';
import { useEditorMark } from './writing-mark.ts';
import { WritingToo } from './writing-too.tsx';

export interface SharedEditorProps {
  /** The text being edited; the same one as long as the editor is open. */
  readonly written: WrittenText;
  readonly label: string;
  readonly placeholder?: string;
  /** `bare` in a card, which has the border; `field` among other fields. */
  readonly look: 'bare' | 'field';
  /**
   * Asked when the editor is removed: whether the viewer continues in another view's editor. Without it, the writing ends with the
   * editor.
   */
  readonly goesOn?: () => boolean;
  /** Text typed before the editor was loaded. */
  readonly early: RefObject<EarlyInput | null>;
  readonly onDone: () => void;
}

const CLOSES = () => false;

/**
 * Edits a text, live for everyone: others see each character as it is typed. Leaving it keeps the text; the viewer's own typing can be
 * undone.
 */
export default function SharedEditor({
  written,
  label,
  placeholder,
  look,
  goesOn,
  early,
  onDone,
}: SharedEditorProps) {
  const t = useMessages('writing');
  const wasDone = early.current?.done === true;
  const [reason, count] = [useId(), useId()];
  const isConclusion = written.type === 'conclusion.edit';
  const readOut = useReadOut(isConclusion);
  const namesOthers = written.type === 'comment.edit' || isConclusion;
  const completion = useCompletion(
    ({ kind, id }, { from, to }) => put(from, to, `${kind === 'person' ? mentionOf(id) : referenceTo(id)} `),
    isConclusion ? '#' : '@#',
  );
  const { place, text, problem, hasOwn, put, takeBack, settle } = useWriting(
    written,
    {
      label,
      placeholder: placeholder ?? '',
      describedBy: `${reason} ${count}`,
      ...(namesOthers && { readOut, moved: completion.moved }),
    },
    goesOn ?? CLOSES,
    early,
  );
  const leave = () => {
    if (settle() === null) onDone();
  };
  const finish = (event: FormEvent) => {
    event.preventDefault();
    leave();
  };
  // Once the words are in.
  const leaveAtOnce = useRef(wasDone ? leave : null);
  useEffect(() => leaveAtOnce.current?.(), []);
  const mark = useEditorMark(written);
  return (
    <form
      className={joinClasses(styles.editor, styles[look])}
      {...mark}
      onSubmit={finish}
      onClick={(event) => event.stopPropagation()}
      // Before the editor, which would handle the keys otherwise.
      onKeyDownCapture={completion.onKeyDown}
      onKeyDown={(event) => handleFormKeys(event, onDone)}
    >
      <div ref={place} className={styles.place} />
      {namesOthers && <CompletionList completion={completion} />}
      <div>
        <WritesAs />
        <WritingToo text={textNamed(written)} />
        <RejectionNote id={reason} rejection={problem} />
      </div>
      <div className={styles.foot}>
        <CharacterCount id={count} text={text} limit={boundOf(written).limit} />
        {hasOwn && (
          <Button look="quiet" size="small" onClick={takeBack} title={t('undoTypingHint')}>
            {t('undoTyping')}
          </Button>
        )}
        <Button look="primary" size="small" type="submit">
          {t('done')}
        </Button>
      </div>
    </form>
  );
}
