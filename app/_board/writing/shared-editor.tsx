'use client';

import type { FormEvent } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { CharacterCount } from '../claim/character-count.tsx';
import { handleFormKeys } from '../claim/form-keys.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import type { SharedText } from '../store/text-session.ts';
import styles from './shared-editor.module.css';
import { useWriting } from './use-writing.ts';
import { WritingToo } from './writing-too.tsx';

export interface SharedEditorProps {
  readonly shared: SharedText;
  readonly label: string;
  readonly placeholder?: string;
  readonly limit: number;
  /** `bare` in a card, which is its frame; `field` among other things. */
  readonly look: 'bare' | 'field';
  readonly onDone: () => void;
}

/**
 * Writes on a text, at once for everybody: others see each character as it is typed. Leaving it leaves the text as it is; what
 * one typed can be taken back.
 */
export default function SharedEditor({ shared, label, placeholder, limit, look, onDone }: SharedEditorProps) {
  const t = useMessages('writing');
  const { place, text, problem, hasOwn, takeBack, settle } = useWriting(shared, {
    label,
    placeholder: placeholder ?? '',
  });
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (settle() === null) onDone();
  };
  return (
    <form
      className={joinClasses(styles.editor, styles[look])}
      onSubmit={finish}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => handleFormKeys(event, onDone)}
    >
      <div ref={place} className={styles.place} />
      <div>
        <WritingToo text={shared.name} />
        <RejectionNote rejection={problem} />
      </div>
      <div className={styles.foot}>
        <CharacterCount text={text} limit={limit} />
        {hasOwn && (
          <Button look="quiet" size="small" onClick={takeBack} title={t('takeBackHint')}>
            {t('takeBack')}
          </Button>
        )}
        <Button look="primary" size="small" type="submit">
          {t('done')}
        </Button>
      </div>
    </form>
  );
}
