/** Turns light to dark and back, and keeps the choice in a cookie, so that the server's pages come in it. */
export function toggleTheme(): void {
  const { dataset } = document.documentElement;
  const dark = dataset.theme
    ? dataset.theme === 'dark'
    : window.matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = dark ? 'light' : 'dark';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts.
  document.cookie = `theme=${dataset.theme}; path=/; max-age=31536000; samesite=lax`;
}
