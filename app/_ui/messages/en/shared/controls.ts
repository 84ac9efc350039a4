/** Labels of controls that appear in many places. */
export const controls = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  save: 'Save',
  more: 'More',
  showMore: 'Show {count, number} more',
  moreWith:
    'More{waiting, plural, =0 {} one {, # item for you} other {, # items for you}}{news, plural, =0 {} other {, # new}}',
  reload: 'Reload page',
  copy: 'Copy',
  copied: 'Copied',
  theme: 'Theme',
  characters: '{left, plural, =0 {No characters left} one {# character left} other {# characters left}}',
  charactersOver: '{over, plural, one {# character too many} other {# characters too many}}',
  charactersSpoken:
    '{step, select, few {At most {few, number} characters left} none {The limit is reached} other {The text is too long}}',
};
