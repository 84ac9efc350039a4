import type { Claim } from '../../../domain/debate/claims/claim.ts';

/** For parts of the page that show no wording: they stay as they are while it alone changes, which it does key by key. */
export function isSameButText<Props extends { readonly claim: Claim }>(before: Props, after: Props): boolean {
  const { claim: was, ...others } = before;
  const { claim: is } = after;
  return (
    isAlike({ ...was, text: '', editedAt: null }, { ...is, text: '', editedAt: null }) &&
    isAlike(others, after)
  );
}

/** Has a record all that another has? */
function isAlike<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => Object.is(one[key], other[key]));
}
