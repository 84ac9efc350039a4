export const palette = {
  title: 'Commands',
  field: 'Command or claim',
  none: 'No matching command or claim.',
  map: 'Show the map',
  outline: 'Show the outline',
  overview: 'Show the overview',
  search: 'Search the debate',
  next: 'Go to the next new claim',
  queue: 'Open the moderation queue',
};
