/** A debate that an administrator hid or deleted, for its owner and moderators. On the server only: see `messages.ts`. */
export const takedown = {
  hiddenTitle: 'An administrator hid this debate',
  hiddenText: 'Nobody can open it since {date}, and it’s in no list. The administrator’s reason:',
  deletedTitle: 'An administrator deleted this debate',
  deletedText: 'Nobody can open it since {date}. The administrator’s reason:',
  contact: 'Questions? Contact {operator}.',
  goneOn: 'It will be removed for good on {date}.',
  deleteText: 'You can’t show it again, but you can delete it.',
  delete: 'Delete the debate',
  administer: 'Administer this debate',
};
