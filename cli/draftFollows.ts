import type { Block } from '#shared/domain/block';
import { bringDraftTo } from '#shared/schema/programFileDraft';
import { draftOf, revisionNamed, type OpenProgramme } from './programme';

const sameText = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, index) => block.id === b[index]?.id && block.text === b[index].text);

/**
 * Brings the draft to the newest revision when nobody has written in it since the one before; otherwise what they wrote
 * is left to them. Yields remarks: none where the draft followed.
 */
export function letDraftFollow(before: OpenProgramme, now: OpenProgramme): readonly string[] {
  const settled = before.newest ?? revisionNamed(before, before.file.baseline);
  if (!now.newest || before.newest?.id === now.newest.id) return [];
  if (settled && !sameText(draftOf(before).blocks, settled.blocks))
    return ['Utkastet har endringer som ikke er fryst; det står som det var, og følger ikke den nye versjonen.'];
  bringDraftTo(now.draft, now.newest.blocks);
  return [];
}
