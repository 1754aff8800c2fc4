import { describeChange, type Standing } from '../../amendment';
import type { Language } from '../../core/failure';
import { plain, type ExportBlock } from '../document';
import { changeParagraphs } from './changeParagraphs';

/** What an amendment does: for each change how one would say it («I linje 14 endres:») and the marked text. Rule E11 for an instruction. */
export function describedChanges(
  { wording, revision }: Pick<Standing, 'wording' | 'revision'>,
  language: Language,
): readonly ExportBlock[] {
  return wording.changes.flatMap((change): readonly ExportBlock[] => {
    if (change.kind === 'editorial') return [{ type: 'prose', role: 'body', runs: plain(change.instruction) }];
    if (revision === null) return [];
    if (change.kind === 'programme') {
      const told = [describeChange(revision, change, language), change.instruction].join(' ').trim();
      return [{ type: 'prose', role: 'body', runs: plain(told) }];
    }
    const paragraphs = changeParagraphs(revision, change);
    return [
      { type: 'prose', role: 'instruction', runs: plain(describeChange(revision, change, language)) },
      ...(paragraphs.length === 0 ? [] : [{ type: 'quotation' as const, paragraphs }]),
    ];
  });
}
