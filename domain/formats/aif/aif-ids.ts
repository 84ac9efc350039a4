/** Under this name a debate keeps what of an AIF file an argument map does not show. */
export const KEPT_AIF = 'aif';

const PREFIX = 'aif-';

/** The id in a debate of an AIF node; `part` counts the links that one node became. */
export function debateIdOf(nodeId: string, part = 1): string | null {
  if (!/^[A-Za-z0-9_-]{1,30}$/.test(nodeId) || nodeId.includes('--')) return null;
  return part === 1 ? `${PREFIX}${nodeId}` : `${PREFIX}${nodeId}--${part}`;
}

/** The AIF id of what came from an AIF file; null: it did not. */
export function aifIdOf(id: string): string | null {
  if (!id.startsWith(PREFIX)) return null;
  return id.slice(PREFIX.length).split('--')[0] ?? null;
}
