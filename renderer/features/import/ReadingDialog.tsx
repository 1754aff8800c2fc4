import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

interface ReadingDialogProps {
  readonly name: string;
  /** Of the file, 0–1; `null` where nothing tells. */
  readonly share: number | null;
  readonly onCancel: () => void;
}

/** Shown while a file is read that takes its time. */
export function ReadingDialog({ name, share, onCancel }: ReadingDialogProps) {
  const strings = useStrings();
  return (
    <Dialog title={strings.importing.reading(name)} onClose={onCancel}>
      <p>{strings.importing.readingHint}</p>
      <progress className="import__progress" value={share ?? undefined} aria-label={strings.importing.reading(name)} />
      <div className="dialog__actions">
        <Button autoFocus onPress={onCancel}>
          {strings.app.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
