/** How authors are shown: names, pseudonyms or anonymous. */
export const names = {
  title: 'Names',
  beside: 'Show authors as',
  shown: 'Name',
  pseudonyms: 'Pseudonym; moderators also see the name',
  anonymous: 'Anonymous',
  newHint: 'You can hide names later, but never show them again.',
  hint: '{names, select, shown {You can hide names later, but not reveal them again.} pseudonyms {Names can’t be shown to others again.} other {Names can’t be shown again, not even to you.}}',
  confirmTitle: '{names, select, pseudonyms {Switch to pseudonyms?} other {Make this debate anonymous?}}',
  confirmText:
    '{names, select, pseudonyms {Everyone gets a pseudonym, also on existing contributions. Moderators still see names.} other {Names disappear from everything written here, for you too. You can still hide contributions, but not see who wrote them. Everyone sees only how many people are here.}}',
  confirmWarning: 'This can’t be undone. People may remember or have copied names they already saw.',
  confirm: '{names, select, pseudonyms {Use pseudonyms} other {Make anonymous}}',
  pseudonymAndName: '{pseudonym} ({name})',
  you: 'You',
  nobody: 'Anonymous',
  asPseudonym: 'Others see you as {pseudonym}. Moderators also see your name, {name}.',
  asNobody: 'You’re here as {name}. Your name isn’t shown with what you write.',
  writesAs: 'You write as {pseudonym}. Moderators also see your name.',
  writesAsSomebody: 'You’ll write under a pseudonym. Moderators also see your name.',
  writesAsNobody: 'Your name isn’t shown. Your style and timing may still give you away.',
  here: '{count, plural, one {# person is here. Names aren’t shown.} other {# people are here. Names aren’t shown.}}',
};
