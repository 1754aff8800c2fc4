import { useState } from 'react';
import { useStrings } from '../i18n/language';
import { Button } from './Button';

interface CopyButtonProps {
  readonly text: string;
  /** What it says until it is pressed. */
  readonly label: string;
}

/** Puts words on the clipboard, and says whether they are there: on itself, until one goes elsewhere, and to a screen reader. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { copying } = useStrings();
  const [told, setTold] = useState<{ readonly of: string; readonly copied: boolean } | null>(null);
  const outcome = told?.of === text ? told : null;
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setTold({ of: text, copied });
  };
  return (
    <>
      <Button onPress={() => void copy()} onBlur={() => setTold(null)}>
        {outcome?.copied ? copying.copied : label}
      </Button>
      <span className="visually-hidden" role="status">
        {outcome?.copied && copying.copied}
      </span>
      {outcome?.copied === false && <span role="alert">{copying.failed}</span>}
    </>
  );
}
