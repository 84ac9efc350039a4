/** The shared text editor. */
export const writing = {
  done: 'Done',
  undoTyping: 'Undo typing',
  undoTypingHint: 'Undoes what you typed here. Other people’s text stays.',
  others:
    '{count, plural, one {{name} is typing here too.} =2 {{name} and 1 other are typing here too.} other {{name} and others are typing here too.}}',
  othersUnnamed:
    '{count, plural, one {Someone else is typing here too.} other {# others are typing here too.}}',
  you: 'You (on another page)',
  youElsewhere: 'You’re also typing here on another page.',
  loading: 'Loading editor…',
};
