/** What administrators do to one debate. On the server only: see `messages.ts`. */
export const administering = {
  inForce: 'In force',
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
      'Everyone who could read it still can, but nobody can write or vote. The owner can’t reopen it. You can, at any time.',
    hidden:
      'Nobody can open, find or export it, and everyone in it is disconnected at once. The owner and moderators see only your reason. You can make it visible again at any time.',
    deleted:
      'Nobody can open it, and everyone in it is disconnected at once. You can restore it within 7 days; after that it’s gone for good.',
  },
  reason: 'Reason',
  reasonHint: 'The owner and moderators read it, in the debate, their inbox and by email.',
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
  handOverHint: 'One of the moderators. The present owner becomes a moderator.',
  handOverDo: 'Hand over',
  handedOver: 'The debate has a new owner.',
  eraseOwner: 'Erase the owner…',
  eraseOwnerText:
    'Erasing the owner leaves the debate in place once it’s handed over. Otherwise delete it first.',
  eraseOwnerAlone:
    'Before the owner can be erased, the debate has to be deleted: there is no moderator to hand it over to.',
};
