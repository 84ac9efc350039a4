/** Media query for widths with room for the map and a panel beside it; below it the outline comes first. */
export const WIDE = '(min-width: 900px)';
