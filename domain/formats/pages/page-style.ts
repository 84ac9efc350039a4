/** The style of the exported page: the board's outline, on paper and on a screen, light and dark. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fbf9f4; --ink: #1d1b18; --faint: #6a655d; --rule: #ddd7cc; --pro: #2c7a4b; --con: #b3362b; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #ece8e0; --faint: #a39c90; --rule: #3a3732; --pro: #6cc18e; --con: #ef8a7f; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Inter, system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--rule); padding-bottom: 1.5rem; }
header p { margin: 0; color: var(--faint); }
h1, h2 { font-family: "Source Serif 4", Georgia, serif; font-weight: 600; line-height: 1.25; }
h1 { font-size: 2rem; margin: .5rem 0 0; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; }
ul { list-style: none; margin: .25rem 0; padding: 0; }
ul ul { margin-inline-start: .5rem; padding-inline-start: .9rem; border-inline-start: 1px solid var(--rule); }
li p { margin: .1rem 0; white-space: normal; }
section > ul > li { margin-top: 1.25rem; }
li { margin-top: .75rem; }
li > b { font-size: .8125rem; font-weight: 600; color: var(--faint); font-variant-numeric: tabular-nums; }
li.support > b { color: var(--pro); }
li.attack > b { color: var(--con); }
small { color: var(--faint); font-size: .8125rem; }
a { color: inherit; }
pre { margin: .5rem 0; white-space: pre-wrap; }
.comments .reply { margin: .5rem 0 0; margin-inline-start: 1.25rem; }
.comments li ul { list-style: disc; padding-inline-start: 1.25rem; border: 0; }
.comments li li { margin-top: .25rem; }
blockquote { margin: .5rem 0 .5rem 1rem; color: var(--faint); }
@media print { body { background: none; font-size: 10pt; } main { max-width: none; padding: 0; } li { break-inside: avoid-page; } }
`;
