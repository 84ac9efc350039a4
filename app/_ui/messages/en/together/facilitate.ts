/** The facilitation console. */
export const facilitate = {
  open: 'Facilitate',
  title: 'Facilitate',
  close: 'Close console (P)',
  sections: 'Sections',
  agenda: 'Agenda',
  groups: 'Groups',
  meetings: 'Meetings',
  polls: 'Polls',
  floor: 'Floor',
  light: 'Spotlight',
};
