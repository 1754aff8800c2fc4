/** What a paper shows. */
export const views = [
  'text',
  'tracked',
  'proposal',
  'amendments',
  'synopsis',
  'voting',
  'voting-delegates',
  'innstilling',
  'decided',
  'minutes',
  'hearing',
  'answer-form',
] as const;
export type View = (typeof views)[number];

/** What a paper is written as. */
export const formats = ['docx', 'pdf', 'html', 'odt', 'md', 'json', 'akn', 'csv'] as const;
export type Format = (typeof formats)[number];

export const isView = (word: string): word is View => views.some((view) => view === word);
export const isFormat = (word: string): word is Format => formats.some((format) => format === word);

const forReading = ['docx', 'pdf', 'html', 'odt', 'md'] as const satisfies readonly Format[];

const supportedFormats: Readonly<Record<View, readonly Format[]>> = {
  text: [...forReading, 'json', 'akn'],
  tracked: forReading,
  proposal: forReading,
  amendments: [...forReading, 'akn', 'csv'],
  synopsis: forReading,
  voting: [...forReading, 'csv'],
  'voting-delegates': forReading,
  innstilling: forReading,
  decided: [...forReading, 'json', 'akn'],
  minutes: [...forReading, 'csv'],
  hearing: forReading,
  'answer-form': forReading,
};

/** The formats in which a view can be written, in the order in which they are offered. Never empty. Rule E1. */
export const supported = (view: View): readonly Format[] => supportedFormats[view];
