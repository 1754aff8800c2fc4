import { SaxesParser } from 'saxes';
import { decodeText } from '../../decodeText';

/** Deepest nesting that is followed. Word and LibreOffice stay below a hundred. */
const DEEPEST = 1000;

/** Value of an attribute by its name without prefix; `null` where the element does not have it. */
export type Attributes = (name: string) => string | null;

/** Called for elements in document order; names come without their prefix, because programs choose prefixes freely. */
export interface XmlVisitor {
  open(name: string, attribute: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

class Refused extends Error {}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Asked for twice an element; a document has few names. */
function namesWithoutPrefix(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let local = known.get(name);
    if (local === undefined) known.set(name, (local = localName(name)));
    return local;
  };
}

function attributesOf(attributes: Readonly<Record<string, string>>): Attributes {
  return (name) => {
    const usual = attributes[`w:${name}`] ?? attributes[name];
    if (usual !== undefined) return usual;
    for (const key in attributes) if (key.endsWith(name) && localName(key) === name) return attributes[key] ?? null;
    return null;
  };
}

/**
 * Walks through XML. False where it is not well-formed, is nested too deep, or has a document type: none of the formats has one,
 * and it is where entities come from that grow without end or name other files.
 */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): boolean {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const bare = namesWithoutPrefix();
  let depth = 0;
  const refuse = (): never => {
    throw new Refused();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) refuse();
    visitor.open(bare(tag.name), attributesOf(tag.attributes));
  });
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', (tag) => {
    depth--;
    visitor.close?.(bare(tag.name));
  });
  try {
    parser.write(decodeText(bytes).text.replace(/^\ufeff/, '')).close();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** Passes over the inside of the elements that `skips` names, and those elements themselves. */
export function skipping(skips: (name: string, attribute: Attributes) => boolean, visitor: XmlVisitor): XmlVisitor {
  let inside = 0;
  return {
    open(name, attribute) {
      if (inside > 0 || skips(name, attribute)) inside++;
      else visitor.open(name, attribute);
    },
    text(text) {
      if (inside === 0) visitor.text?.(text);
    },
    close(name) {
      if (inside > 0) inside--;
      else visitor.close?.(name);
    },
  };
}
