import { draftsUnder, forgetDrafts, keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import { wordsInComposers } from '../commands/open-composer.ts';

/** Prefix of the keys under which a tab keeps whose its drafts in a debate are. */
const WRITER = 'writer:';

/**
 * Makes the tab's drafts in a debate its participant's, before they are read: another participant's are deleted. A reader's (`null`) become
 * theirs when they join.
 */
export function claimDrafts(debateId: string, participantId: string | null): void {
  if (participantId === null) return;
  const before = readDraft(WRITER + debateId);
  if (before !== '' && before !== participantId) forgetDrafts();
  keepDraft(WRITER + debateId, participantId);
}

/** True if a participant's text in a form of this tab was not sent: signing out deletes it. */
export function hasWordsInForms(): boolean {
  const debateIds = [...draftsUnder(WRITER).keys()].map((key) => key.slice(WRITER.length));
  return debateIds.flatMap(wordsInComposers).some((words) => words.trim() !== '');
}
