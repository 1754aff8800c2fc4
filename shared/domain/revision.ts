import { canonicalJson, sha256Hex } from '../core/hash';
import { revisionId, type RevisionId } from '../core/ids';
import type { Language } from '../core/failure';
import type { Timestamp } from '../core/sources';
import type { Block } from './block';
import type { LineSettings } from './lines';

/** «2023–2025»: four-digit years as printed. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What a revision's identity is computed from: the text and how its lines are counted. */
export interface RevisionContent {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  readonly lineSettings: LineSettings;
  readonly blocks: readonly Block[];
}

/** An immutable state of the text. Its line numbers never change. */
export interface Revision extends RevisionContent {
  /** SHA-256 of the canonical JSON of the `RevisionContent`. */
  readonly id: RevisionId;
  /** «Høringsutkast», «Innstilling». */
  readonly name: string;
  readonly frozenAt: Timestamp;
}

/** The content-addressed identity of a revision. The name and the time do not count: they may be told of the same text twice. */
export function revisionIdOf(content: RevisionContent): RevisionId {
  const { title, period, language, lineSettings, blocks } = content;
  return revisionId(
    sha256Hex(
      canonicalJson({
        title,
        period: period && { from: period.from, to: period.to },
        language,
        lineSettings: { ...lineSettings },
        blocks: blocks.map((block) => ({
          id: block.id,
          kind: block.kind,
          level: block.level,
          marker: block.marker,
          text: block.text,
          origins: [...block.origins],
          footnoteRefs: block.footnoteRefs.map(({ number, offset }) => ({ number, offset })),
          // Absent in texts from before there were any: their identity stays.
          ...(block.links && { links: block.links.map(({ origin, verdict }) => ({ origin, verdict })) }),
          ...(block.formats && {
            formats: block.formats.map(({ start, end, bold, italic, link }) => ({ start, end, bold, italic, link })),
          }),
        })),
      }),
    ),
  );
}

/** Freezes a content: gives it its identity. Fields of `content` that are not part of a `RevisionContent` are left out. */
export function makeRevision(content: RevisionContent, name: string, frozenAt: Timestamp): Revision {
  const { title, period, language, lineSettings, blocks } = content;
  return { title, period, language, lineSettings, blocks, id: revisionIdOf(content), name, frozenAt };
}
