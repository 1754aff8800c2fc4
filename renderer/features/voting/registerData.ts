import type { RegisterData } from '#shared/register';
import type { SessionSnapshot } from '../../session';

/** The register as the domain takes it. */
export const registerOf = ({ entries, revisions, baseline }: SessionSnapshot): RegisterData => ({
  entries,
  revisions: [...revisions.values()],
  baseline: baseline?.id ?? null,
});
