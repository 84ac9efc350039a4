/** An origin that doesn't exist: an address is resolved against it, to see whether it leads elsewhere. */
const HERE = 'http://here.invalid';

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over these, and so read another address.
const MISREAD = /[\u0000-\u0020\u007f\\]/;

/** A path on this site that is safe in a header; `/` for anything that leads to another site, or is no path. */
export function safeRedirectPath(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/') || MISREAD.test(path)) return '/';
  if (!URL.canParse(path, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(path, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
