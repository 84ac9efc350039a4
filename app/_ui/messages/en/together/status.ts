/** The status of a debate: open, closed, archived or deleted. */
export const status = {
  title: 'Close, archive or delete',
  openText: 'This debate is open. When closed, it is read-only. Archiving also removes it from lists.',
  openConclusionText:
    'This debate is open. When closed, it is read-only, and its conclusion can no longer be written or signed. Archiving also removes it from lists.',
  closedText: 'This debate is closed and read-only.',
  archivedText: 'This debate is archived: read-only, and listed only for participants.',
  open: 'Reopen',
  close: 'Close debate',
  archive: 'Archive debate',
  closeTitle: 'Close this debate now?',
  archiveTitle: 'Archive this debate now?',
  endsPolls:
    '{count, plural, one {The open poll closes too, and stays closed if you reopen the debate.} other {# open polls close too, and stay closed if you reopen the debate.}}',
  staysHidden: 'What isn’t revealed yet stays hidden.',
  isStillHidden: 'What was added in the last phase is still hidden.',
  duplicateText:
    'Creates a new debate with the settings, agenda and polls, and the claims if you like. No votes, comments or people.',
  duplicate: 'Duplicate as new debate',
  template: 'Offer as a template on this server',
  clearText:
    'Removes all claims, votes, comments, sources, polls, questions, speaking times, the conclusion with its signatures, and the moderation log of all these, for example after a rehearsal. Motion, positions, people, agenda and tasks stay. A copy stays among your deleted debates for 7 days.',
  clear: 'Clear board',
  clearSure: 'Clear for everyone',
  clearing: 'Clearing…',
  cleared: 'The board is clear. Its copy is among your deleted debates on the home page.',
  notCleared: 'The board couldn’t be cleared. Try again in a moment.',
  deleteText: 'Only you can open a deleted debate. You can restore it for 7 days; then it’s gone for good.',
  delete: 'Delete debate',
  deleteSure: 'Delete for everyone',
  isClosed: 'This debate is closed. You can read it, but not change it.',
  isClosedByAdministrator: 'An administrator closed this debate. You can read it, but not change it.',
  isOpenAgain: 'This debate is open again.',
  theReason: 'Reason: {reason}',
  closedByAdministratorText:
    'An administrator closed this debate. Only an administrator can reopen it. Reason:',
  isArchived: 'This debate is archived. You can read it, but not change it.',
  isDeleted: 'This debate is deleted, and only you can open it. It will be removed for good on {date}.',
  expires: 'Because nothing was written in it, it will be deleted on {date}. Reopen it to keep it.',
  isQuiet:
    'Nothing was written here for a long time. On {date} this debate will be archived: read-only, and off the lists. Any contribution keeps it open.',
  isClosedQuiet:
    'Nothing was written here for a long time. On {date} this debate will leave the lists. Reopen it to keep it there.',
  restoreDebate: 'Restore debate',
};
