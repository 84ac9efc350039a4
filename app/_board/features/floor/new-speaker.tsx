'use client';

import { useState } from 'react';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { useFloor, useSpeakerWords } from './use-floor.ts';

/** Announces who has the floor to screen readers, when that changes. It is on the page from the start, as a live region must be. */
export function NewSpeaker() {
  const { speaker } = useFloor();
  const id = speaker?.participantId ?? null;
  const [atFirst] = useState(id);
  const [hasChanged, setChanged] = useState(false);
  if (id !== atFirst && !hasChanged) setChanged(true);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{hasChanged && id !== null && <Words key={id} id={id} />}</span>
    </VisuallyHidden>
  );
}

function Words({ id }: { id: string }) {
  return <span>{useSpeakerWords(id)}</span>;
}
