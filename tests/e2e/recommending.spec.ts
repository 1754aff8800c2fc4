import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeProgramFile } from '#shared/schema/programFile';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { WorkspacePage } from '../support/workspacePage';

test('SY26 what is begun to be recommended beside an amendment is kept when one goes elsewhere, is the same in the list of all, and no draft once it is recorded', async ({
  launchApp,
  workFolder,
}) => {
  const { points, submit, file } = await frozenSample();
  const [first] = points;
  if (!first) throw new Error('no points');
  submit(1, [{ kind: 'replacement', block: first.id, text: 'Noe helt annet.' }]);
  submit(2, [{ kind: 'deletion', block: first.id }]);
  const path = join(workFolder, 'program.program');
  await writeFile(path, writeProgramFile(file()));
  const { window } = await launchApp({ file: path });
  const page = new WorkspacePage(window);
  await page.ready();
  await page.panelTab('Forslag');
  const openFirst = () => page.panel.getByRole('button', { name: /^Forslag 1\b/ }).click();
  const beside = page.panel.getByRole('region', { name: 'Innstilling' });
  await openFirst();
  await beside.getByLabel('Innstilling').selectOption({ label: 'Vedtas med endret tekst' });
  await expect(beside.getByLabel('Endret tekst')).toHaveValue('Noe helt annet.');
  await beside.getByLabel('Endret tekst').fill('Noe annet.');
  await beside.getByLabel('Grunn').fill('Etter en samlet vurdering.');
  await expect(beside.getByText('Ikke publisert')).toBeVisible();
  await window.screenshot({ path: 'test-results/recommending-panel.png' });
  expect(await axeFindings(window)).toEqual([]);
  await page.panel.getByRole('button', { name: 'Til listen' }).click();

  await page.view('Votering');
  await window.getByRole('radio', { name: 'Innstillinger' }).click();
  const row = page.text.getByRole('listitem', { name: 'Forslag 1', exact: true });
  await expect(row.getByLabel('Endret tekst')).toHaveValue('Noe annet.');
  await expect(row.getByLabel('Grunn')).toHaveValue('Etter en samlet vurdering.');
  await window.screenshot({ path: 'test-results/recommending-list.png' });
  expect(await axeFindings(window)).toEqual([]);
  await row.getByLabel('Grunn').fill('Etter en vurdering.');

  await openFirst();
  await expect(beside.getByLabel('Grunn')).toHaveValue('Etter en vurdering.');
  await beside.getByRole('button', { name: 'Registrer innstillingen' }).click();
  await expect(beside.getByText('Ikke publisert')).toHaveCount(0);
  await expect(beside.getByLabel('Endret tekst')).toHaveValue('Noe annet.');
  await expect(row.getByText('Ikke publisert')).toHaveCount(0);
  await expect(row.getByLabel('Grunn')).toHaveValue('Etter en vurdering.');
});
