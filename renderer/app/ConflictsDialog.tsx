import { useMemo } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { deleteBlocks, keepRescued } from '#shared/schema/draft';
import { goneReferences } from '../features/references';
import { useLanguage, useStrings } from '../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface ConflictsDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly canWrite: boolean;
  readonly onGo: (block: BlockId) => void;
  readonly onClose: () => void;
}

/**
 * What a person should look at: every block that one deleted while another wrote in it, and every reference to what is gone. Nothing waits for it.
 */
export function ConflictsDialog({ session, snapshot, canWrite, onGo, onClose }: ConflictsDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.merging;
  const { blocks } = snapshot;
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const gone = goneReferences(blocks, snapshot.language);
  const goTo = (block: BlockId) => {
    onGo(block);
    onClose();
  };
  const rescued = blocks.flatMap((block, index) => (block.rescued ? [{ block, index }] : []));
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className="field__hint">{words.intro}</p>
      {rescued.length + gone.length + snapshot.keptOut.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="cards" aria-label={words.title}>
        {rescued.map(({ block, index }) => (
          <li key={block.id} className="card">
            <span className="card__head">
              <button type="button" className="link" onClick={() => goTo(block.id)}>
                {describePlace(places.placeOf(index), null, language)}
              </button>
            </span>
            <span className="card__text">{block.text}</span>
            <span className="field__hint">{words.why}</span>
            {canWrite && (
              <span className="conflict__actions">
                <Button onPress={() => keepRescued(session.draft, block.id)}>{words.keep}</Button>
                <Button look="quiet" onPress={() => deleteBlocks(session.draft, [block.id])}>
                  {words.remove}
                </Button>
              </span>
            )}
          </li>
        ))}
        {snapshot.keptOut.map((refused, index) => (
          <li key={`kept-${index}`} className="card">
            <span className="card__head">
              <button type="button" className="link" onClick={() => goTo(refused.heading)}>
                {blocks.find(({ id }) => id === refused.heading)?.text ?? ''}
              </button>
            </span>
            <span className="card__text">{refused.text}</span>
            <span className="field__hint">{words.keptOut}</span>
            <span className="conflict__actions">
              <Button onPress={() => void navigator.clipboard.writeText(refused.text)}>{words.copy}</Button>
              <Button look="quiet" onPress={() => session.forgetKeptOut(refused)}>
                {words.seen}
              </Button>
            </span>
          </li>
        ))}
        {gone.map(({ block, index }) => (
          <li key={`gone-${block.id}`} className="card">
            <span className="card__head">
              <button type="button" className="link" onClick={() => goTo(block.id)}>
                {describePlace(places.placeOf(index), null, language)}
              </button>
            </span>
            <span className="card__text">{block.text}</span>
            <span className="field__hint">{strings.references.gone}</span>
          </li>
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
