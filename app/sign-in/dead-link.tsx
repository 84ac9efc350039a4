import { FormButtons, FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';

interface DeadLinkProps {
  /** `gone`: used, expired or never made. `elsewhere`: it works in another browser, or for another person. */
  readonly why?: 'gone' | 'elsewhere' | 'otherPerson';
}

/** Page for a link that does not work here. It discloses nothing about the link's owner. */
export function DeadLink({ why = 'gone' }: DeadLinkProps) {
  const t = messages('signIn');
  const site = messages('site');
  return (
    <FormPage
      title={t(`deadLink.${why}.title`)}
      lead={t(`deadLink.${why}.text`)}
      back={{ href: '/', label: site('home') }}
    >
      <FormSection>
        <FormButtons>
          <PageLink look="plain" href="/sign-in">
            {t('toSignIn')}
          </PageLink>
        </FormButtons>
      </FormSection>
    </FormPage>
  );
}
