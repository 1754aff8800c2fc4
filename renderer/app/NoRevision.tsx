import { useStrings } from '../i18n/language';
import { Button } from '../ui/Button';

/** What stands where a frozen version would be read or voted on, before there is one. `onFreeze` is `null` for who may not freeze. */
export function NoRevision({ onFreeze }: { readonly onFreeze: (() => void) | null }) {
  const { frame } = useStrings();
  return (
    <div className="empty">
      <p>{frame.noRevision}</p>
      <p>{frame.noRevisionHint}</p>
      {onFreeze && (
        <Button look="primary" onPress={onFreeze}>
          {frame.freeze}
        </Button>
      )}
    </div>
  );
}
