import type { Template } from '../../domain/formats/template/template-schema.ts';
import styles from './phase-strip.module.css';

/** Minutes for which a phase without planned ones is drawn. */
const OPEN_ENDED = 10;

/** The phases of an agenda as a bar: each as long as it takes, colored by its kind. */
export function PhaseStrip({ agenda, label }: Pick<Template, 'agenda'> & { readonly label: string }) {
  return (
    <div className={styles.strip} role="img" aria-label={label}>
      {agenda.map(({ kind, minutes }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the agenda never changes.
        <span key={index} data-kind={kind} style={{ flexGrow: minutes ?? OPEN_ENDED }} />
      ))}
    </div>
  );
}
