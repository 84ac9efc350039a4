/** Returns W3C's `traceparent` of a new trace, with which the server records an operation's way; `undefined` if it traces nothing. */
export function newTraceparent(): string | undefined {
  if (typeof document === 'undefined' || document.documentElement.dataset.traced === undefined)
    return undefined;
  return `00-${randomHex(16)}-${randomHex(8)}-01`;
}

function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}
