import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with the view as it stands, or with what `scope` selects of it, a line each; empty where it finds nothing. */
export async function axeFindings(window: Page, scope: string | null = null): Promise<readonly string[]> {
  const page = new AxeBuilder({ page: window });
  // Electron lets no second page be opened, which axe otherwise does to read the results.
  const { violations } = await (scope === null ? page : page.include(scope))
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`),
  );
}
