import { useMemo } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { deleteBlocks, keepRescued } from '#shared/schema/draft';
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

/** What a person should look at after a merge: every block that one deleted while another wrote in it. Nothing waits for it. */
export function ConflictsDialog({ session, snapshot, canWrite, onGo, onClose }: ConflictsDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.merging;
  const { blocks } = snapshot;
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const rescued = blocks.flatMap((block, index) => (block.rescued ? [{ block, index }] : []));
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className="field__hint">{words.intro}</p>
      {rescued.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="cards" aria-label={words.title}>
        {rescued.map(({ block, index }) => (
          <li key={block.id} className="card">
            <span className="card__head">
              <button
                type="button"
                className="link"
                onClick={() => {
                  onGo(block.id);
                  onClose();
                }}
              >
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
      </ul>
      <div className="dialog__actions">
        <Button look="primary" onPress={onClose}>
          {strings.app.close}
        </Button>
      </div>
    </Dialog>
  );
}
