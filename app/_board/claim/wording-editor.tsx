'use client';

import { useMemo } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Claim } from '../../../domain/debate/state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import type { SharedText } from '../store/text-session.ts';
import type { SharedEditorProps } from '../writing/shared-editor.tsx';
import { TextEditor } from '../writing/text-editor.tsx';

interface WordingEditorProps {
  readonly claim: Claim;
  readonly look: SharedEditorProps['look'];
  readonly onDone: () => void;
}

/** Rewords a claim, with whoever else does. */
export function WordingEditor({ claim: { id, text }, look, onDone }: WordingEditorProps) {
  const t = useMessages('claim');
  const shared = useMemo<SharedText>(
    () => ({ name: id, edit: (base, change) => ({ type: 'claim.edit', claimId: id, base, change }) }),
    [id],
  );
  return (
    <TextEditor
      shared={shared}
      text={text}
      label={t('editorLabel')}
      limit={LIMITS.wordingCharacters}
      look={look}
      onDone={onDone}
    />
  );
}
