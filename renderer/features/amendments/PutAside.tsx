import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';

/** Says that what was begun is thrown away, and brings it back. */
export function PutAside({ onTakeBack }: { readonly onTakeBack: () => void }) {
  const strings = useStrings();
  return (
    <div className="notice unsent" role="status">
      <span>{strings.filing.putAside}</span>
      <Button onPress={onTakeBack}>{strings.frame.undo}</Button>
    </div>
  );
}
