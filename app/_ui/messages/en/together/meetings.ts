/** Meetings, in the facilitation console. */
export const meetings = {
  none: 'A meeting is a live session with its own record: phases, polls, who joined and what was added. It starts and ends with the agenda, or here.',
  closed: 'The debate is closed. Reopen it to start a meeting.',
  begin: 'Start meeting',
  end: 'End meeting',
  goesOn: 'Meeting {number} has been running since {time}.',
  soFar: 'Record so far',
  list: 'Records',
  record: 'Record of meeting {number}',
};
