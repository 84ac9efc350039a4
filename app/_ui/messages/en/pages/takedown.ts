/** A debate hidden or deleted by an administrator, for its owner and moderators. On the server only: see `messages.ts`. */
export const takedown = {
  hiddenTitle: 'An administrator hid this debate',
  hiddenText: 'It has been unavailable to everyone since {date}. The administrator’s reason:',
  deletedTitle: 'An administrator deleted this debate',
  deletedText: 'It has been unavailable to everyone since {date}. The administrator’s reason:',
  contact: 'Questions? Contact {operator}.',
  goneOn: 'It will be removed for good on {date}.',
  deleteText: 'You can’t make it visible again, but you can delete it.',
  delete: 'Delete debate',
  administer: 'Administer this debate',
};
