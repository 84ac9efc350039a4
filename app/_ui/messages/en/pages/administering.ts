/** Actions of administrators on one debate. On the server only: see `messages.ts`. */
export const administering = {
  inForce: 'Active restrictions',
  inForceName: {
    closed: 'Closed by an administrator',
    hidden: 'Hidden by an administrator',
    deleted: 'Deleted by an administrator',
  },
  acts: 'Actions',
  actsText: 'You give a reason, which the owner sees. Your name isn’t shown.',
  act: { closed: 'Close…', hidden: 'Hide…', deleted: 'Delete…' },
  open: 'Open debate',
  question: {
    closed: 'Close this debate?',
    hidden: 'Hide this debate?',
    deleted: 'Delete this debate?',
  },
  consequence: {
    closed:
      'Everyone who could read it still can, but no one can write or vote. Only administrators can reopen it.',
    hidden:
      'No one can open, find or export it, and everyone in it is disconnected at once. The owner and moderators see only your reason. You can make it visible again at any time.',
    deleted:
      'No one can open it, and everyone in it is disconnected at once. You can restore it within 7 days; after that, it’s gone for good.',
  },
  reason: 'Reason',
  reasonHint: 'The owner and moderators can read it in the debate. The owner is also notified.',
  sure: { closed: 'Close debate', hidden: 'Hide debate', deleted: 'Delete debate' },
  lift: { closed: 'Reopen', hidden: 'Make visible', deleted: 'Restore' },
  restricted: {
    closed: 'The debate is closed. Its owner will be notified.',
    hidden: 'The debate is hidden. Its owner will be notified.',
    deleted: 'The debate is deleted. Its owner will be notified.',
  },
  lifted: {
    closed: 'The debate is no longer closed by an administrator.',
    hidden: 'The debate is visible again.',
    deleted: 'The debate is restored.',
  },
  ofPlenary: 'This is a small group. It follows its main debate: close, hide or delete that one.',
  toPlenary: 'Go to the main debate',
  owner: 'Owner',
  handOver: 'New owner',
  handOverHint: 'Choose a moderator. The current owner becomes a moderator.',
  handOverDo: 'Transfer ownership',
  handedOver: 'The debate has a new owner.',
  eraseOwner: 'Delete the owner’s account…',
  eraseOwnerText: 'Before you delete the owner’s account, transfer the debate to a moderator or delete it.',
  eraseOwnerAlone:
    'Before you delete the owner’s account, delete the debate: it has no moderator to transfer it to.',
};
