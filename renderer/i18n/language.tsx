import { createContext, useContext, type ReactNode } from 'react';
import type { Language } from '#shared/core/failure';
import { nb, type Strings } from './nb';
import { nn } from './nn';
import { en } from './en';

const catalogues: Readonly<Record<Language, Strings>> = { nb, nn, en };

const LanguageContext = createContext<Language>('nb');

export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language of the interface; the text of the programme has its own. */
export const useLanguage = (): Language => useContext(LanguageContext);

export const useStrings = (): Strings => catalogues[useContext(LanguageContext)];

/** «28. mai 2027 kl. 10.15». */
export function formatMoment(timestamp: string, strings: Strings): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  const day = new Intl.DateTimeFormat(strings.locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    moment,
  );
  const hours = String(moment.getHours()).padStart(2, '0');
  const minutes = String(moment.getMinutes()).padStart(2, '0');
  return strings.locale === 'en-GB' ? `${day}, ${hours}:${minutes}` : `${day} kl. ${hours}.${minutes}`;
}

/** «28. mai 2027», for a day `YYYY-MM-DD`. */
export const formatDay = (day: string, strings: Strings): string =>
  new Intl.DateTimeFormat(strings.locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** «2 864». */
export const formatCount = (count: number, strings: Strings): string =>
  new Intl.NumberFormat(strings.locale).format(count);
