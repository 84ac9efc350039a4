/** Whether a debate is open, and what becomes of it. */
export const life = {
  title: 'The debate’s life',
  openText:
    'The debate is open. Closed, it can be read, and nothing is written in it any more. Archived, it leaves the lists too.',
  closedText: 'The debate is closed: it can be read, and nothing is written in it any more.',
  archivedText: 'The debate is archived: closed, and in no list but that of those who take part.',
  open: 'Open it again',
  close: 'Close the debate',
  archive: 'Archive it',
  duplicateText:
    'A new debate of the same kind: you choose what it takes over, claims too. No votes, comments or people.',
  duplicate: 'Start another from it',
  template: 'Offer it as a template where debates are started',
  clearText:
    'After a rehearsal: all claims, votes, comments and sources leave the board; motion, positions and people stay. A copy of the debate as it is now is kept for seven days among your deleted debates.',
  clear: 'Clear the board',
  clearSure: 'Yes, clear it for everybody',
  clearing: 'One moment…',
  cleared: 'The board is clear. Its copy is among your deleted debates on the first page.',
  notCleared: 'It could not be cleared. Try again in a moment.',
  deleteText:
    'Deleted, nobody but you can open it. You can bring it back for seven days; then it is gone for good.',
  delete: 'Delete the debate',
  deleteSure: 'Yes, delete it for everybody',
  isClosed: 'This debate is closed: it can be read, and nothing is written in it any more.',
  isClosedByAdministrator: 'An administrator closed this debate. You can read it, but not change it.',
  theReason: 'Reason: {reason}',
  closedByAdministratorText:
    'An administrator closed this debate. Only an administrator can reopen it. Reason:',
  isArchived: 'This debate is archived: it can be read, and nothing is written in it any more.',
  isDeleted: 'This debate is deleted: nobody but you can open it. On {date} it is gone for good.',
  bringBack: 'Bring it back',
};
