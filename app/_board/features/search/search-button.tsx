'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { SearchIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import { NEW_SEARCH } from './refine-search.ts';

/** Starts a search of the debate. `isShort`: only the sign. */
export function SearchButton({ isShort = false }: { isShort?: boolean }) {
  const t = useMessages('search');
  const { seek } = useViewActs();
  return (
    <Button
      size="small"
      aria-label={isShort ? t('open') : undefined}
      title={t('openHint')}
      onClick={() => seek(NEW_SEARCH)}
    >
      <SearchIcon />
      {!isShort && t('open')}
    </Button>
  );
}
