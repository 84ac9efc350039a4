export const home = {
  title: 'Parley · debates you can see',
  debates: 'Debates',
  newDebate: 'New debate',
  none: 'No debate yet. Start one: it takes a motion and two positions.',
  claims: '{count, plural, =0 {No claims yet} one {# claim} other {# claims}}',
  present: '{count, plural, one {# person here now} other {# people here now}}',
  changed: 'Last change',
  signedInAs: 'Signed in as {name}',
  signIn: 'Sign in',
  signOut: 'Sign out',
  open: 'Open the debate',
  join: 'Join by code',
  find: 'Find',
  archived: 'Archived',
  deleted: 'Deleted',
  deletedText:
    'Only you can open these, and bring them back. Seven days after they were deleted they are gone for good.',
};
