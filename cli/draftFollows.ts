import { letDraftFollow as follow } from '#shared/schema/draftFollows';
import type { OpenProgramme } from './programme';

/** Lets the draft follow the register, and yields what to tell about it: nothing where it did. */
export function letDraftFollow(before: OpenProgramme, now: OpenProgramme): readonly string[] {
  return follow(now.draft, before.file, now.file, null) === 'left'
    ? ['Utkastet har endringer som ikke er fryst; det står som det var, og følger ikke den nye versjonen.']
    : [];
}
