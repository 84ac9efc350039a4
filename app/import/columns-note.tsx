'use client';

import {
  TABLE_FIELDS,
  type TableColumns,
  type TableField,
  type TablePreview,
} from '../../domain/formats/csv/claim-table.ts';
import { Field } from '../_ui/field.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import styles from './import.module.css';

interface ColumnsNoteProps {
  readonly table: TablePreview;
  readonly chosen: TableColumns;
  readonly onChoose: (columns: TableColumns) => void;
}

/** The first rows of a table, and what each of its columns contains. */
export function ColumnsNote({ table: { columns, rows }, chosen, onChoose }: ColumnsNoteProps) {
  const t = useMessages('importing');
  // Two columns may have the same name.
  const headings = columns.map((name, place) => ({ name, place }));
  const choose = (field: TableField, name: string) => {
    const { [field]: _, ...others } = chosen;
    onChoose(name === '' ? others : { ...others, [field]: name });
  };
  return (
    <section className={styles.found} aria-labelledby="columns">
      <h2 id="columns">{t('columns')}</h2>
      <Note>{t('columnsHint')}</Note>
      <div className={styles.fields}>
        {TABLE_FIELDS.map((field) => (
          <Field key={field} label={t(`field.${field}`)}>
            {(tie) => (
              <select
                {...tie}
                value={chosen[field] ?? ''}
                onChange={({ target }) => choose(field, target.value)}
              >
                <option value="">{t(field === 'text' ? 'chooseColumn' : 'noColumn')}</option>
                {[...new Set(columns)].map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('firstRows')}>
        <table className={styles.table}>
          <caption>{t('firstRows')}</caption>
          <thead>
            <tr>
              {headings.map(({ name, place }) => (
                <th key={place} scope="col" dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change.
              <tr key={at}>
                {headings.map(({ place }) => (
                  <td key={place} dir="auto">
                    {row[place] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
