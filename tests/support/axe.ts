import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can be right in one colour scheme and wrong in another. */
const rulesOnColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong with the view as it stands, or with what `scope` selects of it, a line each; empty where it finds nothing.
 * By every rule in light, and by those on colours in dark as well: the view is left in light.
 */
export async function axeFindings(window: Page, scope: string | null = null): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const page = new AxeBuilder({ page: window });
    // Electron lets no second page be opened, which axe otherwise does to read the results.
    const scoped = (scope === null ? page : page.include(scope)).setLegacyMode(true);
    const { violations } = await (
      colorScheme === 'light' ? scoped.withTags(levels) : scoped.withRules(rulesOnColours)
    ).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes.slice(0, 3))
        findings.push(`${colorScheme}, ${id}: ${target.join(' ')} – ${failureSummary ?? ''}`);
  }
  return findings;
}
