import styles from './account/rows.module.css';

interface WhatGoesProps {
  readonly legend: string;
  /** Each choice, and its consequence if that has to be said. */
  readonly name: readonly [choice: string, comes: string];
  readonly words: readonly [choice: string, comes: string];
  readonly sure: string;
}

/** Selects what of a person is erased; none is preselected. */
export function ErasureOptions({ legend, name, words, sure }: WhatGoesProps) {
  const choices = [
    ['name', ...name],
    ['words', ...words],
  ] as const;
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{legend}</legend>
        {choices.map(([value, choice, comes]) => (
          <label key={value} className={styles.tall}>
            <input type="radio" name="what" value={value} required />
            <span>
              {choice}
              {comes && <span className={styles.comes}>{comes}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.choices}>
        <label>
          <input type="checkbox" required />
          {sure}
        </label>
      </div>
    </>
  );
}
