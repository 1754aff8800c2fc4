import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Language } from '#shared/core/failure';
import { nb, type Strings } from './nb';

interface Spoken {
  readonly language: Language;
  readonly strings: Strings;
}

const bokmaal: Spoken = { language: 'nb', strings: nb };

/** The first screen speaks bokmål; the other languages are fetched by those who want them. */
const catalogues: Readonly<Record<Language, () => Promise<Strings>>> = {
  nb: () => Promise.resolve(nb),
  nn: async () => (await import('./nn')).nn,
  en: async () => (await import('./en')).en,
};

const LanguageContext = createContext(bokmaal);

export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const [spoken, setSpoken] = useState(bokmaal);
  useEffect(() => {
    let isWanted = true;
    void catalogues[language]().then((strings) => {
      // What is spoken already stays the same value: a new one draws the whole window again.
      if (isWanted) setSpoken((now) => (now.strings === strings ? now : { language, strings }));
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

/** The language of the interface; the text of the programme has its own. */
export const useLanguage = (): Language => useContext(LanguageContext).language;

export const useStrings = (): Strings => useContext(LanguageContext).strings;

/** Where to look for how days and numbers are written: Chromium has nothing for nynorsk, and would write them as an American does. */
const localesOf = ({ locale }: Strings): readonly string[] => [locale, nb.locale];

/** «28. mai 2027 kl. 10.15». */
export function formatMoment(timestamp: string, strings: Strings): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  const day = new Intl.DateTimeFormat(localesOf(strings), { day: 'numeric', month: 'long', year: 'numeric' }).format(
    moment,
  );
  const hours = String(moment.getHours()).padStart(2, '0');
  const minutes = String(moment.getMinutes()).padStart(2, '0');
  return strings.locale === 'en-GB' ? `${day}, ${hours}:${minutes}` : `${day} kl. ${hours}.${minutes}`;
}

/** «28. mai 2027», for a day `YYYY-MM-DD`. */
export const formatDay = (day: string, strings: Strings): string =>
  new Intl.DateTimeFormat(localesOf(strings), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

const numberFormats = new Map<string, Intl.NumberFormat>();

/** «2 864». */
export function formatCount(count: number, strings: Strings): string {
  const format = numberFormats.get(strings.locale) ?? new Intl.NumberFormat(localesOf(strings));
  numberFormats.set(strings.locale, format);
  return format.format(count);
}
