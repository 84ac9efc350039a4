import type { Claim } from '#domain/debate/map/claim.ts';

/** Compares props for components that show no wording: they don't render again while only that changes, which it does with every key. */
export function isSameButText<Props extends { readonly claim: Claim }>(before: Props, after: Props): boolean {
  const { claim: was, ...others } = before;
  const { claim: is } = after;
  return (
    isAlike({ ...was, text: '', editedAt: null }, { ...is, text: '', editedAt: null }) &&
    isAlike(others, after)
  );
}

/** True if a record has all fields of the other. */
function isAlike<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => Object.is(one[key], other[key]));
}
