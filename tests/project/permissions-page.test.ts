import { expect, test } from 'vitest';
import { permissionsPage } from '../support/permissions-page.ts';

test('[DE3] docs/permissions.md is what the policies of the operations say', async () => {
  await expect(permissionsPage()).toMatchFileSnapshot('../../docs/permissions.md');
});
