import type { Organisation } from '../document';
import type { View } from '../views';

/** What a paper can show that is made from the programme and its amendments, and not written in the template. */
export type PartName =
  | 'programme'
  | 'comparison'
  | 'amendments'
  | 'members'
  | 'list'
  | 'summary'
  | 'recommendations'
  | 'results'
  | 'decisions'
  | 'signatures'
  | 'sender'
  | 'answers';

/**
 * The parts of each paper, in the order in which the form offers them. The first is what the paper is about and cannot be left out; a
 * letter has none that it must have. Rule T3.
 */
export const partsOf: Readonly<Record<View, readonly PartName[]>> = {
  text: ['programme'],
  tracked: ['comparison'],
  proposal: ['programme'],
  amendments: ['amendments', 'members'],
  synopsis: ['comparison'],
  voting: ['list'],
  'voting-delegates': ['list'],
  innstilling: ['recommendations', 'summary', 'programme'],
  decided: ['programme'],
  minutes: ['decisions', 'results', 'signatures'],
  hearing: ['summary'],
  'answer-form': ['answers', 'sender'],
};

/** Words of the secretariat's own, or a part that the program makes. Sections stand on the paper in the order of the template. */
export interface TemplateSection {
  /** `null` for none. May hold placeholders. */
  readonly heading: string | null;
  readonly startsPage: boolean;
  /** One string a paragraph; may hold placeholders. They stand before the part. */
  readonly paragraphs: readonly string[];
  readonly part: PartName | null;
}

export interface PaperTemplate {
  /** What the paper is called: «Forslagshefte». */
  readonly title: string;
  readonly coverPage: boolean;
  readonly contents: boolean;
  /** What the paper says of itself at its head, before which version it is of. May hold placeholders; one without a value is left out. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly TemplateSection[];
}

/** How an organisation's papers look and what they say. Data: a secretariat changes it without a programmer. */
export interface Template {
  readonly organisation: Organisation;
  /** The secretariat's own placeholders: name → words, e.g. `frist` → «1. mars 2027». */
  readonly values: Readonly<Record<string, string>>;
  readonly papers: Readonly<Record<View, PaperTemplate>>;
}
