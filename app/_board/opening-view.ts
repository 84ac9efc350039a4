import { WIDE } from './wide.ts';

/** Where a tab keeps the view chosen in it. */
export const CHOSEN_VIEW = 'parley:view';

/** Milliseconds after which the outline is shown where the map's scripts have not come. */
const PATIENCE = 5_000;

/**
 * Runs in the page before anything of it is shown: which view it opens with is the one chosen in this tab, else the map
 * where there is room for it. Set on the root element, so that styles can wait for the map instead of showing the outline
 * that the server has rendered; where scripts are too slow, or do not come, the outline is there to read. On a phone `data-narrow` hides
 * what the outline folds once it is live.
 */
export const CHOOSE_VIEW = `(function(d,v){try{v=sessionStorage.getItem('${CHOSEN_VIEW}')}catch(e){}
var w=matchMedia('${WIDE}').matches;d.opens=v==='map'||v==='outline'?v:w?'map':'outline';if(!w)d.narrow='';
setTimeout(function(){if(!document.querySelector('[data-hydrated]')){d.opens='outline';delete d.narrow}},${PATIENCE})
})(document.documentElement.dataset)`;

/** The view the page opens with; on the server, and where that script may not run, the outline. */
export function opensOn(): 'map' | 'outline' {
  const isMap = typeof document !== 'undefined' && document.documentElement.dataset.opens === 'map';
  return isMap ? 'map' : 'outline';
}
