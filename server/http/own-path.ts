/** A path on this site: never another site's address, whatever a form says. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\r\n\\]*$/.test(path) ? path : '/';
}
