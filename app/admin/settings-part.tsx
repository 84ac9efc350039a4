import { START_RULES } from '../../server/auth/start-rules.ts';
import { parley } from '../../server/handle.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './settings.module.css';

/** Settings of the whole server. */
export async function SettingsPart() {
  const t = messages('admin');
  const { rule: chosen, fixed } = await parley().debateStarts.setting();
  return (
    <PageForm action="/api/admin/starts">
      <fieldset className={styles.choices} disabled={fixed}>
        <legend>{t('starts')}</legend>
        {START_RULES.map((rule) => (
          <label key={rule}>
            <input type="radio" name="rule" value={rule} defaultChecked={rule === chosen} />
            <span>
              {t(`startRule.${rule}`)}
              <small>{t(`startRuleText.${rule}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <FormHint>{t(fixed ? 'startsFixed' : 'startsHint')}</FormHint>
      {!fixed && (
        <FormButtons>
          <Button look="primary" type="submit">
            {t('save')}
          </Button>
        </FormButtons>
      )}
    </PageForm>
  );
}
