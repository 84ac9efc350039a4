/** Meetings, for those who run the debate: beginning and ending one. */
export const meetings = {
  none: 'A meeting is a live stretch of the debate, with a record of its own: phases, polls, who took part and what was added. Starting the agenda begins one, and ending the agenda ends it. You can also begin and end one here.',
  begin: 'Begin the meeting',
  end: 'End the meeting',
  goesOn: 'Meeting {number} goes on since {time}.',
  soFar: 'Its record so far',
  list: 'Records',
  record: 'Record of meeting {number}',
};
