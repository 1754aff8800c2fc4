import { registerPlainText } from '@lexical/plain-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { bindLexical } from '../lexicalYjs';

/** The peers in a window of their own, with nothing around them: no history, no storage, no marks. */
type Mount = (texts: readonly string[], place: HTMLElement) => void;

const proseMirror: Mount = (texts, place) => {
  const doc = schema.node(
    'doc',
    null,
    texts.map((text) => schema.node('paragraph', null, schema.text(text))),
  );
  new EditorView(place, { state: EditorState.create({ doc }) });
};

const lexical: Mount = (texts, place) => {
  const doc = new Y.Doc();
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  place.contentEditable = 'true';
  editor.setRootElement(place);
  registerPlainText(editor);
  bindLexical(editor, doc);
  editor.update(
    () => {
      $getRoot().append(...texts.map((text) => $createParagraphNode().append($createTextNode(text))));
    },
    { discrete: true },
  );
};

const bare: Mount = (texts, place) => {
  place.contentEditable = 'true';
  place.append(
    ...texts.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
};

const mounts = { proseMirror, lexical, bare };

declare global {
  interface Window {
    /** Shows the texts in one of the peers; the milliseconds until they are painted. */
    mount: (peer: keyof typeof mounts, texts: readonly string[]) => Promise<number>;
  }
}

window.mount = async (peer, texts) => {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const start = performance.now();
  mounts[peer](texts, place);
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
  return performance.now() - start;
};
