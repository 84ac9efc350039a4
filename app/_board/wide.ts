/** From this width on there is room for the map and a panel beside it; below it the outline comes first. */
export const WIDE = '(min-width: 900px)';
