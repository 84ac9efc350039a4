const lockOf = (clientId: string) => `parley:${clientId}`;

/**
 * Says to this browser's other tabs that an identity is in use, for as long as this page lives. Only pages of a secure
 * context can; on the others, what was kept tells its age.
 */
export function holdIdentity(clientId: string): void {
  void navigator.locks?.request(lockOf(clientId), () => new Promise(() => undefined)).catch(() => undefined);
}

/** Identities that living tabs hold; null where the browser does not tell. */
export async function heldIdentities(): Promise<{ has(clientId: string): boolean } | null> {
  if (!navigator.locks) return null;
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return { has: (clientId) => names.has(lockOf(clientId)) };
}
