/** Name of the theme cookie: `__Host-` needs https. */
export function themeCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}theme`;
}

/** The cookie's lifetime in seconds. */
export const THEME_SECONDS = 365 * 24 * 60 * 60;

/** Toggles light and dark, and keeps the choice in a cookie, so that the server renders pages in it. */
export function toggleTheme(): void {
  const { dataset } = document.documentElement;
  const dark = dataset.theme
    ? dataset.theme === 'dark'
    : window.matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = dark ? 'light' : 'dark';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts.
  document.cookie = themeCookie(dataset.theme, window.location.protocol === 'https:');
}

/** Returns the `Set-Cookie` value for a theme. */
export function themeCookie(theme: string, secure: boolean): string {
  const name = themeCookieName(secure);
  return `${name}=${theme}; path=/; max-age=${THEME_SECONDS}; samesite=lax${secure ? '; secure' : ''}`;
}
