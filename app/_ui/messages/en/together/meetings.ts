/** Meetings, in the facilitation console. */
export const meetings = {
  none: 'A meeting is a live session with its own record: phases, polls, who joined and what was added. It starts and ends with the agenda, or here.',
  closed: 'No meeting can start while the debate is closed.',
  begin: 'Start meeting',
  end: 'End meeting',
  goesOn: 'Meeting {number} has been running since {time}.',
  soFar: 'Record so far',
  list: 'Records',
  record: 'Record of meeting {number}',
};
