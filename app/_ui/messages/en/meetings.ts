/** Meetings, for those who run the debate: beginning and ending one. */
export const meetings = {
  none: 'A meeting is a live stretch of the debate. Begin it when you start together, end it when you part: its record says who took part, what was added, and how evenly people and positions spoke.',
  begin: 'Begin the meeting',
  end: 'End the meeting',
  goesOn: 'Meeting {number} goes on since {time}.',
  soFar: 'Its record so far',
  list: 'Records',
  record: 'Record of meeting {number}',
};
