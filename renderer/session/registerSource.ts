import type * as Y from 'yjs';
import type { PersonId, RevisionId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { foldRegister, underFrozenName, type RegisterState } from '#shared/register';
import { isErased, readRegisterDoc, type People, type RegisterContent } from '#shared/schema/registerDoc';

/** A register document, read: computed once a change, however often it is asked for. */
export interface RegisterView {
  readonly content: RegisterContent;
  readonly state: RegisterState;
  readonly revisions: ReadonlyMap<RevisionId, Revision>;
}

/** The register that counts now. Alone it is this window's; when the programme is shared, the server's takes its place. */
export interface RegisterSource {
  doc(): Y.Doc;
  view(): RegisterView;
  /** Everyone in the directory, with names that are on their way there. */
  people(): People;
  /** Shows a name until the directory has it. */
  anticipate(people: People): void;
  /** The directory will not have it. */
  forgetAnticipated(person: PersonId): void;
  replace(doc: Y.Doc): void;
  dispose(): void;
}

/** The same text under the same name. */
const isSameRevision = (a: Revision, b: Revision): boolean =>
  a === b || (a.blocks === b.blocks && a.name === b.name && a.frozenAt === b.frozenAt);

export function createRegisterSource(
  initial: Y.Doc,
  onUpdate: (update: Uint8Array) => void,
  onChange: () => void,
): RegisterSource {
  let doc = initial;
  let view: RegisterView | null = null;
  /** The one before: what is the same in it stays the same object, and with it all that was derived from it. */
  let former: RegisterView | null = null;
  let people: People | null = null;
  let anticipated: People = {};

  const heard = (update: Uint8Array): void => {
    former = view ?? former;
    view = null;
    people = null;
    onUpdate(update);
    onChange();
  };
  const read = (): RegisterView => {
    if (view) return view;
    const content = readRegisterDoc(doc);
    const state = foldRegister(content.entries);
    view = {
      content,
      state,
      revisions: new Map(
        content.revisions.map((revision) => {
          const named = underFrozenName(revision, state.frozen);
          const known = former?.revisions.get(revision.id);
          return [revision.id, known && isSameRevision(known, named) ? known : named];
        }),
      ),
    };
    return view;
  };
  doc.on('update', heard);

  return {
    doc: () => doc,
    view: read,
    people: () => {
      if (people) return people;
      const known = read().content.people;
      const missing = Object.entries(anticipated).filter(
        ([id, { name }]) => known[id]?.name !== name && !isErased(doc, id),
      );
      anticipated = Object.fromEntries(missing);
      people = missing.length === 0 ? known : { ...known, ...anticipated };
      return people;
    },
    anticipate: (added) => {
      anticipated = { ...anticipated, ...added };
      people = null;
      onChange();
    },
    forgetAnticipated: (person) => {
      anticipated = Object.fromEntries(Object.entries(anticipated).filter(([id]) => id !== person));
      people = null;
      onChange();
    },
    replace: (next) => {
      doc.off('update', heard);
      doc.destroy();
      doc = next;
      doc.on('update', heard);
      former = view ?? former;
      view = null;
      people = null;
      onChange();
    },
    dispose: () => {
      doc.off('update', heard);
      doc.destroy();
    },
  };
}
