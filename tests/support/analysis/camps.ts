import type { Opinions } from '#domain/analysis/opinions/opinions.ts';
import { theOpinions } from './opinions.ts';

/** Three camps of these sizes, who differ from each other in eight statements and a little within. */
export function camps(...sizes: number[]): Opinions {
  const views = ['+++++---', '---+++++', '+-+-+-+-'];
  return theOpinions(
    sizes.flatMap((size, camp) =>
      Array.from({ length: size }, (_, nth) => {
        const view = [...(views[camp] ?? '')];
        if (nth % 2 === 1) view[nth % 8] = '0';
        return view.join('');
      }),
    ),
  );
}
