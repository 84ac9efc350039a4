'use client';

import { Button } from '../../_ui/button/button.tsx';
import { SearchIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useViewActs } from '../view-state.tsx';
import { NEW_SEARCH } from './refine-search.ts';

/** Begins a search of the debate. `isShort`: the sign alone. */
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
