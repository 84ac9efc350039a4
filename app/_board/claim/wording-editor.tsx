'use client';

import type { Claim } from '../../../domain/debate/state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useReadView } from '../view-provider.tsx';
import { TextEditor } from '../writing/text-editor.tsx';

interface WordingEditorProps {
  readonly claim: Claim;
  readonly onDone: () => void;
}

/** Rewords a claim, with whoever else does. */
export function WordingEditor({ claim: { id, text }, onDone }: WordingEditorProps) {
  const t = useMessages('claim');
  const readView = useReadView();
  const isOpen = () => {
    const { writing } = readView();
    return writing?.kind === 'wording' && writing.claimId === id;
  };
  return (
    <TextEditor
      written={{ type: 'claim.edit', claimId: id }}
      text={text}
      label={t('editorLabel')}
      look="card"
      goesOn={isOpen}
      onDone={onDone}
    />
  );
}
