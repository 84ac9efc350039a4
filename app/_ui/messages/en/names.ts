/** What is told of who wrote what. */
export const names = {
  title: 'Names',
  beside: 'Beside what people write stands',
  shown: 'their name',
  pseudonyms: 'a pseudonym; those who run the debate see the name with it',
  anonymous: 'nothing: nobody is told who wrote what',
  newHint: 'Names can be told to fewer people later, never to more again.',
  hint: '{names, select, shown {You can tell names to fewer people, never to more again.} pseudonyms {Names stay withheld from the others.} other {Names stay withheld, from you too.}}',
  confirmTitle:
    '{names, select, pseudonyms {Give pseudonyms from now on?} other {Tell nobody who wrote what from now on?}}',
  confirmText:
    '{names, select, pseudonyms {Everybody gets a pseudonym, beside what they have written already too. Those who run the debate go on seeing the names.} other {The names go from all that is written here, from your own screen too. You can still hide what is written, but not learn whose it is. Of who is here everybody sees the number alone.}}',
  confirmWarning:
    'This cannot be undone. What others have seen already stays seen: whoever noted who wrote what still knows it.',
  confirm: '{names, select, pseudonyms {Give pseudonyms} other {Tell nobody}}',
  pseudonymAndName: '{pseudonym} ({name})',
  you: 'You',
  nobody: 'Anonymous',
  asPseudonym: 'Others know you as {pseudonym}. Those who run the debate also see your name, {name}.',
  asNobody: 'You are here as {name}. Nobody is told what you write.',
  writesAs: 'You write as {pseudonym}. Those who run the debate also see your name.',
  writesAsSomebody: 'You will write under a pseudonym. Those who run the debate also see your name.',
  writesAsNobody: 'Nobody is told that this is yours. Your own words and their time may still give you away.',
  here: '{count, plural, one {One person is here.} other {{count} people are here.}} Who they are is told to nobody.',
};
