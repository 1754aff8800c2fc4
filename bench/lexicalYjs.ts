import {
  createBinding,
  syncLexicalUpdateToYjs,
  syncYjsChangesToLexical,
  type Binding,
  type Provider,
} from '@lexical/yjs';
import { SKIP_COLLAB_TAG, type LexicalEditor } from 'lexical';
import * as Y from 'yjs';

/** A provider that carries nothing: in the benches the network is another's. */
const silentProvider: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    off: () => undefined,
    on: () => undefined,
    setLocalState: () => undefined,
    setLocalStateField: () => undefined,
  },
  connect: () => undefined,
  disconnect: () => undefined,
  off: () => undefined,
  on: () => undefined,
};

/** Binds an editor to a document both ways, as `@lexical/react` does. */
export function bindLexical(editor: LexicalEditor, doc: Y.Doc): Binding {
  const binding = createBinding(editor, silentProvider, 'main', doc, new Map([['main', doc]]));
  binding.root.getSharedType().observeDeep((events, transaction) => {
    if (transaction.origin === binding) return;
    syncYjsChangesToLexical(
      binding,
      silentProvider,
      events as Y.YEvent<Y.Text>[],
      transaction.origin instanceof Y.UndoManager,
      () => undefined,
    );
  });
  editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      if (!tags.has(SKIP_COLLAB_TAG))
        syncLexicalUpdateToYjs(
          binding,
          silentProvider,
          prevEditorState,
          editorState,
          dirtyElements,
          dirtyLeaves,
          normalizedNodes,
          tags,
        );
    },
  );
  return binding;
}
