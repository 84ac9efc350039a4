import type { MapClaim } from './argument-map.ts';

/** The text of a claim in a format that has no field for retraction: only the text can say that the claim no longer counts. */
export function textWithRetraction({ text, claim }: Pick<MapClaim, 'text' | 'claim'>): string {
  return claim.retracted ? `${text} (retracted)` : text;
}
