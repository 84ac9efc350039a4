import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { type AdminList, listAddress } from './admin-lists.tsx';
import styles from './tables.module.css';

interface FindFormProps {
  readonly list: Exclude<AdminList, 'settings' | 'limits'>;
  /** The present search. */
  readonly find: string;
}

/** Search for a person or a debate. */
export function FindForm({ list, find }: FindFormProps) {
  const t = messages('admin');
  return (
    <search>
      <form className={styles.find} action="/admin" method="get">
        {list !== 'people' && <input type="hidden" name="list" value={list} />}
        <Field label={t(list === 'people' ? 'findPerson' : 'findDebate')}>
          {(tie) => (
            <input {...tie} type="search" name="find" dir="auto" maxLength={100} defaultValue={find} />
          )}
        </Field>
        <Button type="submit">{t('find')}</Button>
        {find !== '' && <PageLink href={listAddress(list)}>{t('findAll')}</PageLink>}
      </form>
    </search>
  );
}
