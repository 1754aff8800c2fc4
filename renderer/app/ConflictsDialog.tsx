import { useMemo, type ReactNode } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { deleteBlocks, keepRescued } from '#shared/schema/draft';
import type { KeptOut } from '../features/editor';
import { goneReferences } from '../features/references';
import { useLanguage, useStrings } from '../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../session';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Dialog } from '../ui/Dialog';
import { useLeadOn } from '../ui/useLeadOn';

interface ConflictsDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly canWrite: boolean;
  readonly keptOut: KeptOut;
  readonly onGo: (block: BlockId) => void;
  /** Goes on in the text: with nothing left to look at, what opened this dialog is gone. */
  readonly onGoOn: () => void;
  readonly onClose: () => void;
}

/**
 * What a person should look at: every block that one deleted while another wrote in it, and every reference to what is gone. Nothing waits for it.
 */
export function ConflictsDialog({ session, snapshot, canWrite, keptOut, onGo, onGoOn, onClose }: ConflictsDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.merging;
  const { blocks } = snapshot;
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const gone = goneReferences(blocks, snapshot.language);
  const placeAt = (index: number) => describePlace(places.placeOf(index), null, language);
  const goTo = (block: BlockId) => {
    onGo(block);
    onClose();
  };
  const rescued = blocks.flatMap((block, index) => (block.rescued ? [{ block, index }] : []));
  const isSettled = rescued.length + gone.length + snapshot.keptOut.length === 0;
  useLeadOn(isSettled ? onGoOn : null);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className="field__hint">{words.intro}</p>
      {isSettled && <p className="empty">{words.none}</p>}
      <ul className="cards" aria-label={words.title}>
        {rescued.map(({ block, index }) => (
          <Place
            key={block.id}
            name={placeAt(index)}
            text={block.text}
            why={[words.why, keptOut(block.id)].filter(Boolean).join(' ')}
            onGo={() => goTo(block.id)}
          >
            {canWrite && keptOut(block.id) === null && (
              <span className="conflict__actions">
                <Button onPress={() => keepRescued(session.draft, block.id)}>{words.keep}</Button>
                <Button look="quiet" onPress={() => deleteBlocks(session.draft, [block.id])}>
                  {words.remove}
                </Button>
              </span>
            )}
          </Place>
        ))}
        {snapshot.keptOut.map((refused, index) => {
          const text = refused.text.trim();
          return (
            <Place
              key={`kept-${index}`}
              name={blocks.find(({ id }) => id === refused.heading)?.text ?? ''}
              text={text}
              why={words.keptOut}
              onGo={() => goTo(refused.heading)}
            >
              <span className="conflict__actions">
                <CopyButton text={text} label={words.copy} />
                <Button look="quiet" onPress={() => session.forgetKeptOut(refused)}>
                  {words.seen}
                </Button>
              </span>
            </Place>
          );
        })}
        {gone.map(({ block, index }) => (
          <Place
            key={`gone-${block.id}`}
            name={placeAt(index)}
            text={block.text}
            why={strings.references.gone}
            onGo={() => goTo(block.id)}
          />
        ))}
      </ul>
      <div className="dialog__actions">
        <Button look="primary" onPress={onClose}>
          {strings.app.close}
        </Button>
      </div>
    </Dialog>
  );
}

interface PlaceProps {
  readonly name: string;
  readonly text: string;
  readonly why: string;
  readonly onGo: () => void;
  /** What can be done about it there. */
  readonly children?: ReactNode;
}

/** One place to look at: where it is, what stands there, and why it is here. */
function Place({ name, text, why, onGo, children }: PlaceProps) {
  return (
    <li className="card">
      <span className="card__head">
        <button type="button" className="link" onClick={onGo}>
          {name}
        </button>
      </span>
      <span className="card__text">{text}</span>
      <span className="field__hint">{why}</span>
      {children}
    </li>
  );
}
