import type { Language } from '../core/failure';
import type { Receipt } from '../register/receipt';
import { typstString } from './typst/literal';

interface ReceiptPaper {
  readonly receipt: Receipt;
  /** The receipt in words, one fact a line (`describeReceipt`). */
  readonly text: string;
  /** The programme's. */
  readonly title: string;
  readonly language: Language;
}

/** A receipt on one small sheet, for the host to set (`Platform.typeset`). Total; the same receipt gives the same sheet. */
export function receiptFiles({ receipt, text, title, language }: ReceiptPaper): Readonly<Record<string, string>> {
  const [heading = '', ...facts] = text.split('\n');
  const lines = [
    `#set document(title: ${typstString(`${heading} – ${title}`)}, date: none)`,
    `#set text(lang: ${typstString(language)}, font: ("Source Serif 4", "Libertinus Serif"), size: 10.5pt)`,
    '#set page(paper: "a5", flipped: true, margin: 1.8cm)',
    '#set par(leading: 0.7em, spacing: 1em)',
    `#text(size: 9pt, ${typstString(title)})`,
    `#heading(${typstString(heading)})`,
    `#text(size: 26pt, weight: "semibold", ${typstString(receipt.number)})`,
    // A checksum has no place to break: it may break anywhere.
    ...facts.map((fact) => `#par(text(${typstString(fact.replace(/([0-9a-f]{16})(?=[0-9a-f])/g, '$1 '))}))`),
  ];
  return { 'main.typ': `${lines.join('\n\n')}\n` };
}
