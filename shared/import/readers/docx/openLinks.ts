import { linkOfField } from '../package/linkOfField';

/** The links that are open while the elements go by: elements round the words, and fields whose signs stand between the words. */
export class OpenLinks {
  private readonly elements: (string | null)[] = [];
  private readonly fields: { instruction: string; target: string | null }[] = [];

  /** The address that words lead to here. */
  current(): string | null {
    return this.elements.at(-1) ?? this.fields.findLast(({ target }) => target !== null)?.target ?? null;
  }

  open(target: string | null): void {
    this.elements.push(target);
  }

  close(): void {
    this.elements.pop();
  }

  beginField(): void {
    if (this.fields.length < DEEPEST_FIELD) this.fields.push({ instruction: '', target: null });
  }

  instruct(text: string): void {
    const field = this.fields.at(-1);
    if (field !== undefined && field.instruction.length < LONGEST_INSTRUCTION) field.instruction += text;
  }

  /** What comes now is what the field shows. */
  showField(): string | null {
    const field = this.fields.at(-1);
    if (field === undefined) return null;
    field.target = linkOfField(field.instruction);
    return field.target;
  }

  endField(): void {
    this.fields.pop();
  }

  /** A link ends where its paragraph does, whatever the file says. */
  endParagraph(): void {
    for (const field of this.fields) field.target = null;
  }
}

/** Fields within fields are not followed farther than this. */
const DEEPEST_FIELD = 20;
const LONGEST_INSTRUCTION = 5000;
