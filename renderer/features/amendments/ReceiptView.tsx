import { useState } from 'react';
import type { Receipt } from '#shared/register';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';

/** The receipt as the proposer keeps it: the number large, the facts below, and a way to take it along. */
export function ReceiptView({ receipt, text }: { readonly receipt: Receipt; readonly text: string }) {
  const strings = useStrings();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  };
  return (
    <div className="receipt">
      <p className="receipt__number" role="status">
        {strings.amendments.receipt(receipt.number)}
      </p>
      <pre className="receipt__text" data-testid="receipt">
        {text}
      </pre>
      <p className="field__hint">{strings.amendments.receiptKeep}</p>
      <Button onPress={() => void copy()}>
        {copied === 'yes' ? strings.amendments.copied : strings.amendments.copyReceipt}
      </Button>
      {copied === 'failed' && <p role="alert">{strings.amendments.copyFailed}</p>}
    </div>
  );
}
