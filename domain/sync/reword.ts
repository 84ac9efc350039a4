import type { OperationOf } from '../debate/operations.ts';
import type { Claim } from '../debate/state.ts';
import { diffText, type TextChange, transformChange } from '../debate/text-change.ts';

/**
 * The edit that brings what somebody wrote, having opened a claim as `opened`, into the claim as it is `now`. What others
 * changed since is followed change by change. Where that row is another by now (an own edit was still pending when the
 * claim was opened, or too much came since), the two texts are compared instead: revisions of a view are provisional.
 */
export function reword(opened: Claim, wording: string, now: Claim): OperationOf<'claim.edit'> {
  const since = changesSinceOpened(opened, now) ?? [diffText(opened.text, now.text)];
  const change = since.reduce<TextChange>(
    (carried, over) => transformChange(carried, over) ?? carried,
    diffText(opened.text, wording),
  );
  return { type: 'claim.edit', claimId: now.id, base: now.revision, change };
}

function changesSinceOpened(opened: Claim, now: Claim): TextChange[] | null {
  const since = now.changes.filter(({ revision }) => revision > opened.revision);
  const isWhole = since.length === now.revision - opened.revision;
  return isWhole && isSameRow(opened, now) ? since.map(({ change }) => change) : null;
}

function isSameRow(opened: Claim, now: Claim): boolean {
  const known = new Map(now.changes.map(({ revision, change }) => [revision, change]));
  return opened.changes.every(({ revision, change }) => {
    const same = known.get(revision);
    return same === undefined || same === change || JSON.stringify(same) === JSON.stringify(change);
  });
}
