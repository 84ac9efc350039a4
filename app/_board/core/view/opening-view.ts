import { WIDE } from './wide.ts';

/** Storage key for the view selected in a tab. */
export const CHOSEN_VIEW = 'parley:view';

/** Milliseconds after which the outline is shown if the map's scripts have not loaded. */
const PATIENCE = 5_000;

/**
 * Runs in the page before anything is shown: chooses the view selected in this tab, otherwise the map if there is room for it. Set on the
 * root element, so that styles can wait for the map instead of showing the outline rendered by the server; if scripts are too slow, or do
 * not load, the outline can be read. On a phone `data-narrow` hides what the outline folds once it is live.
 */
export const CHOOSE_VIEW = `(function(d,v){try{v=sessionStorage.getItem('${CHOSEN_VIEW}')}catch(e){}
var w=matchMedia('${WIDE}').matches;d.opens=v==='map'||v==='outline'?v:w?'map':'outline';if(!w)d.narrow='';
setTimeout(function(){if(!document.querySelector('[data-hydrated]')){d.opens='outline';delete d.narrow}},${PATIENCE})
})(document.documentElement.dataset)`;

/** Returns the view the page opens with; on the server, and if that script may not run, the outline. */
export function opensOn(): 'map' | 'outline' {
  const isMap = typeof document !== 'undefined' && document.documentElement.dataset.opens === 'map';
  return isMap ? 'map' : 'outline';
}
