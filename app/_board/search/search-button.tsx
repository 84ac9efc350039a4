'use client';

import { Button } from '../../_ui/button/button.tsx';
import { SearchIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useViewActs } from '../view-state.tsx';
import { NEW_SEARCH } from './new-search.ts';

/** Begins a search of the debate. */
export function SearchButton() {
  const t = useMessages('search');
  const { seek } = useViewActs();
  return (
    <Button size="small" title={t('openHint')} onClick={() => seek(NEW_SEARCH)}>
      <SearchIcon />
      {t('open')}
    </Button>
  );
}
