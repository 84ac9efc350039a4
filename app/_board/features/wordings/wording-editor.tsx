'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useReadView } from '../../core/view/view-provider.tsx';
import type { SharedEditorProps } from '../../core/writing/shared-editor.tsx';
import { TextEditor } from '../../core/writing/text-editor.tsx';

interface WordingEditorProps {
  readonly claim: Claim;
  readonly look: SharedEditorProps['look'];
  readonly onDone: () => void;
}

/** Editor for a claim's wording, shared with others who edit it. */
export function WordingEditor({ claim: { id, text }, look, onDone }: WordingEditorProps) {
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
      look={look}
      goesOn={isOpen}
      onDone={onDone}
    />
  );
}
