'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import type { OpenSource } from '../../core/view/view-store.ts';

/** Opens a source beside the debate. Nothing in the past and in another site's page: there is no library. */
export function ReadSourceButton({ source, label }: { source: OpenSource; label: string }) {
  const isOnlyRead = useBoard((state) => state.isOnlyRead);
  const { readSources } = useViewActs();
  if (isOnlyRead) return null;
  return (
    <Button look="quiet" size="small" onClick={() => readSources(source)}>
      {label}
    </Button>
  );
}
