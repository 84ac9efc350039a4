'use client';

import { Button } from './button/button.tsx';
import { ThemeIcon } from './icons.tsx';
import { useMessages } from './messages/use-messages.ts';

/** Turns light to dark and back. Kept in a cookie, so that the server's page comes in it. */
export function ThemeButton() {
  const t = useMessages('common');
  return (
    <Button look="quiet" size="small" aria-label={t('theme')} title={t('theme')} onClick={toggleTheme}>
      <ThemeIcon />
    </Button>
  );
}

function toggleTheme(): void {
  const { dataset } = document.documentElement;
  const dark = dataset.theme
    ? dataset.theme === 'dark'
    : window.matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = dark ? 'light' : 'dark';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts.
  document.cookie = `theme=${dataset.theme}; path=/; max-age=31536000; samesite=lax`;
}
