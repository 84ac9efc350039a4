'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { Claim } from '../../../domain/debate/state.ts';
import { reword } from '../../../domain/sync/reword.ts';
import { Button } from '../../_ui/button/button.tsx';
import { focusOnMount } from '../../_ui/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { useSubmit } from '../join/join-context.tsx';
import styles from './argument-composer.module.css';
import { CharacterCount } from './character-count.tsx';
import { handleFormKeys } from './form-keys.ts';
import { RejectionNote } from './rejection-note.tsx';

interface WordingEditorProps {
  readonly claim: Claim;
  readonly onDone: () => void;
}

/**
 * Rewords a claim. The change is made on the wording the editor was opened on; what others wrote meanwhile is merged, not
 * overwritten.
 */
export function WordingEditor({ claim, onDone }: WordingEditorProps) {
  const t = useMessages('claim');
  const controls = useMessages('controls');
  const [opened] = useState(claim);
  const [text, setText] = useState(claim.text);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();

  const save = (event: FormEvent) => {
    event.preventDefault();
    const wording = text.trim();
    if (wording === opened.text) return onDone();
    submit([reword(opened, wording, claim)], (refusal) => {
      setProblem(refusal);
      if (!refusal) onDone();
    });
  };

  return (
    <form
      className={styles.composer}
      onSubmit={save}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => handleFormKeys(event, onDone)}
    >
      <label>
        <VisuallyHidden>{t('editorLabel')}</VisuallyHidden>
        <textarea
          ref={focusOnMount}
          dir="auto"
          className={styles.text}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {claim.revision > opened.revision && <p className={styles.merge}>{t('editorMerge')}</p>}
      <RejectionNote rejection={problem} />
      <div className={styles.foot}>
        <CharacterCount text={text} limit={LIMITS.wordingCharacters} />
        <Button look="quiet" size="small" onClick={onDone}>
          {controls('cancel')}
        </Button>
        <Button look="primary" size="small" type="submit">
          {controls('save')}
        </Button>
      </div>
    </form>
  );
}
