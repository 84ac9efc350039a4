'use client';

import { useState } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Checks, isText } from '#app/_ui/read-stored.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { TextField } from '../../core/forms/text-field.tsx';
import { useDraftFields } from '../../core/forms/use-draft-fields.ts';
import { WordingField } from '../../core/forms/wording-field.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { DifferenceText } from './difference-text.tsx';
import styles from './suggestions.module.css';

interface SuggestionDraft {
  /** The text as it was on opening: what others write meanwhile stays. */
  readonly was: string;
  readonly typed: string;
  readonly note: string;
}

const SHAPES: Checks<SuggestionDraft> = { was: isText, typed: isText, note: isText };

function isBegun({ was, typed, note }: SuggestionDraft): boolean {
  return typed !== was || note !== '';
}

/** Suggests another wording for someone else's claim; the difference is shown while typing. A draft stays in the tab until it is sent. */
export default function SuggestDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useMessages('suggestions');
  const announce = useAnnounce();
  const store = useBoardStore();
  const [current] = useState(() => store.state().replica.view.claims.get(claimId)?.text ?? '');
  const empty: SuggestionDraft = { was: current, typed: current, note: '' };
  const [fields, change, discard] = useDraftFields(`suggest/${claimId}`, empty, SHAPES, isBegun);
  const { was, typed, note } = fields;
  const text = typed.trim();
  const edit = (more: Partial<SuggestionDraft>) =>
    isBegun({ ...fields, ...more }) ? change(more) : discard();
  const changed = text !== '' && text !== was;
  const made = { type: 'suggestion.make', claimId, was, text, note: note.trim() } as const;
  return (
    <AskingDialog
      title={t('makeTitle')}
      text={t('makeText')}
      submitLabel={t('send')}
      isReady={changed}
      ask={() => [{ ...made, suggestionId: newId('w') }]}
      onAsked={() => {
        discard();
        announce(t('sent'));
      }}
      onClose={onClose}
    >
      <WordingField label={t('wording')} text={typed} onChange={(next) => edit({ typed: next })} />
      <div className={styles.preview}>
        <Note as="span">{t('difference')}</Note>
        {changed ? <DifferenceText before={was} after={text} /> : <p>{t('noDifference')}</p>}
      </div>
      <TextField
        label={t('note')}
        hint={t('noteHint')}
        rows={2}
        text={note}
        limit={LIMITS.noteCharacters}
        onChange={(next) => edit({ note: next })}
      />
    </AskingDialog>
  );
}
