import type { Archive } from '../package/archive';
import { walkXml } from '../package/xml';
import { singleSpaced } from '../sourceLine';
import { mainPart } from './readDocx';
import { relationshipsOf } from './relationships';

/** A comment as it stands in the margin. */
export interface MarginComment {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

/** Who worked on a document. */
export interface Reviewers {
  /** Authors of recorded changes, in the order in which the text, and then the notes, name them. */
  readonly authors: readonly string[];
  /** Who made the file, as its properties have it; empty where they do not say. */
  readonly maker: string;
  readonly comments: readonly MarginComment[];
}

const change = /^(?:ins|del|moveFrom|moveTo|pPrChange)$/;

const bytesOf = (archive: Archive, name: string | undefined): Uint8Array | null => {
  const bytes = name === undefined ? null : archive.read(name);
  return bytes instanceof Uint8Array ? bytes : null;
};

function authorsIn(parts: readonly Uint8Array[]): readonly string[] {
  const authors = new Set<string>();
  for (const bytes of parts) {
    walkXml(bytes, {
      open(name, attribute) {
        if (change.test(name)) authors.add(attribute('author') ?? '');
      },
    });
  }
  return [...authors];
}

function commentsIn(bytes: Uint8Array): readonly MarginComment[] {
  const comments: MarginComment[] = [];
  let open: { id: string; author: string; paragraphs: string[] } | null = null;
  let inText = false;
  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'comment') {
        open = { id: attribute('id') ?? '', author: attribute('author') ?? '', paragraphs: [] };
      } else if (name === 'p') open?.paragraphs.push('');
      else inText = name === 't';
    },
    text(words) {
      if (open === null || !inText) return;
      open.paragraphs.push((open.paragraphs.pop() ?? '') + words);
    },
    close(name) {
      if (name === 't') inText = false;
      if (name !== 'comment' || open === null) return;
      const text = open.paragraphs.map(singleSpaced).filter((line) => line !== '');
      comments.push({ id: open.id, author: open.author, text: text.join('\n') });
      open = null;
    },
  });
  return comments;
}

function makerIn(bytes: Uint8Array): string {
  let maker = '';
  let inCreator = false;
  walkXml(bytes, {
    open(name) {
      inCreator = name === 'creator';
    },
    text(words) {
      if (inCreator) maker += words;
    },
    close() {
      inCreator = false;
    },
  });
  return singleSpaced(maker);
}

/** Who changed a Word document with recorded changes, and what they said in its margin. Nothing where the parts are not there. */
export function readReviewers(archive: Archive): Reviewers {
  const main = mainPart(archive) ?? '';
  const relationships = relationshipsOf(archive, main);
  const part = (kind: string): Uint8Array | null =>
    bytesOf(archive, relationships.find(({ type, external }) => type === kind && !external)?.target);
  const texts = [bytesOf(archive, main), part('footnotes'), part('endnotes')];
  const comments = part('comments');
  const properties = bytesOf(archive, 'docProps/core.xml');
  return {
    authors: authorsIn(texts.filter((bytes) => bytes !== null)),
    maker: properties === null ? '' : makerIn(properties),
    comments: comments === null ? [] : commentsIn(comments),
  };
}
