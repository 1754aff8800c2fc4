import { amendmentFailures } from '../amendment/failures';
import type { Failure, Language, Sentences } from '../core/failure';
import { exportFailures } from '../export/failures';
import { importFailures } from '../import/failures';
import { reviewFailures } from '../import/review/failures';
import { platformFailures } from '../ipc/failures';
import { registerFailures } from '../register/failures';
import { amendmentFileFailures } from '../schema/amendmentFile';
import { returnedFailures } from '../returned/failures';
import { schemaFailures } from '../schema/failures';
import { syncFailures } from '../sync/failures';

/** The areas whose failures reach a person, each with its own sentences. No code stands in two of them. */
export const areas = {
  amendment: amendmentFailures,
  amendmentFile: amendmentFileFailures,
  export: exportFailures,
  import: importFailures,
  review: reviewFailures,
  platform: platformFailures,
  register: registerFailures,
  returned: returnedFailures,
  schema: schemaFailures,
  sync: syncFailures,
} as const satisfies Readonly<Record<string, Sentences<string>>>;

const sentences: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map(
  Object.values(areas).flatMap((area: Sentences<string>) => Object.entries(area)),
);

/** For a code that a newer server or program uses and this one does not know. */
const unknownFailure: Readonly<Record<Language, string>> = {
  nb: 'Noe gikk galt ({code}). Prøv igjen; hjelper det ikke, meld fra med denne koden.',
  nn: 'Noko gjekk gale ({code}). Prøv igjen; hjelper det ikkje, meld frå med denne koden.',
  en: 'Something went wrong ({code}). Try again; if that does not help, report it with this code.',
};

/** `sentence` with its `{placeholders}` filled from `params`; those without a value stay as they are. */
export const fillSentence = (sentence: string, params: Failure['params']): string =>
  sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );

/** What went wrong, to what, and what to do, in one line of `language`. Total: an unknown code gives a general sentence. */
export function describeFailure(failure: Failure, language: Language): string {
  const sentence = sentences.get(failure.code);
  return sentence
    ? fillSentence(sentence[language], failure.params)
    : fillSentence(unknownFailure[language], { code: failure.code });
}
