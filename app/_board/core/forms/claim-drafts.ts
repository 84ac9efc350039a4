import { forgetDrafts, keepDraft, readDraft } from '#app/_ui/stored-draft.ts';

/**
 * Makes the tab's drafts in a debate its participant's, before they are read: another participant's are deleted. A reader's (`null`) become
 * theirs when they join.
 */
export function claimDrafts(debateId: string, participantId: string | null): void {
  if (participantId === null) return;
  const key = `writer:${debateId}`;
  const before = readDraft(key);
  if (before !== '' && before !== participantId) forgetDrafts();
  keepDraft(key, participantId);
}
