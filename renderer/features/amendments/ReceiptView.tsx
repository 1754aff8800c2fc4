import { useState } from 'react';
import type { Receipt } from '#shared/register';
import { receiptFiles } from '#shared/export';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';

interface ReceiptViewProps {
  readonly receipt: Receipt;
  readonly text: string;
  /** The programme's. */
  readonly title: string;
  readonly platform: Platform;
}

/** The receipt as the proposer keeps it: the number large, the facts below, and a way to take it along. */
export function ReceiptView({ receipt, text, title, platform }: ReceiptViewProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const savePdf = async () => {
    const pdf = await platform.typeset(receiptFiles({ receipt, text, title, language }));
    if (!pdf.ok) {
      setProblem(describeFailure(pdf.failure, language));
      return;
    }
    const suggestedName = `${strings.filing.receiptTitle} ${receipt.number}.pdf`;
    const saved = await platform.saveFile({ grant: null, suggestedName, bytes: pdf.value });
    setProblem(saved.ok ? null : describeFailure(saved.failure, language));
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
      <div className="receipt__keep">
        <CopyButton text={text} label={strings.amendments.copyReceipt} />
        <Button onPress={() => void savePdf()}>{strings.filing.savePdf}</Button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
    </div>
  );
}
