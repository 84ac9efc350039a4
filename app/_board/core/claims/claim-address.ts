import { debateAddress } from '#app/_ui/links/debate-address.ts';

/** Returns the claim of this debate that an address of this server leads to, on the board or as a separate page; `null`: none. */
export function claimAddressed(url: string, debateId: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, hash } = new URL(url);
  if (origin !== window.location.origin) return null;
  const board = debateAddress(debateId);
  if (pathname === board) return idIn(hash.slice(1));
  if (!pathname.startsWith(`${board}/claims/`)) return null;
  // On a branch's page another claim may be selected.
  return idIn(hash.slice(1)) ?? idIn(pathname.slice(`${board}/claims/`.length));
}

function idIn(text: string): string | null {
  return /^[A-Za-z0-9_-]{3,40}$/.test(text) ? text : null;
}
