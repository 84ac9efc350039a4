/** Words of the editor in which a text is written together. */
export const writing = {
  done: 'Done',
  takeBack: 'Take back',
  takeBackHint: 'Takes back what you typed here. What others typed stays.',
  others:
    '{count, plural, one {{name} is typing here too.} other {{name} and {count, plural, =2 {one more} other {others}} are typing here too.}}',
  othersUnnamed:
    '{count, plural, one {Somebody else is typing here too.} other {{count} others are typing here too.}}',
  you: 'You, on another page,',
  loading: 'Opening the editor…',
};
