'use client';

import { Button } from '../button/button.tsx';
import { ThemeIcon } from '../icons.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { toggleTheme } from './toggle-theme.ts';

/** Toggles light and dark. Kept in a cookie, so that the server renders pages in it. */
export function ThemeButton() {
  const t = useMessages('controls');
  return (
    <Button look="quiet" size="small" aria-label={t('theme')} title={t('theme')} onClick={toggleTheme}>
      <ThemeIcon />
    </Button>
  );
}
